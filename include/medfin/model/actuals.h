#ifndef MEDFIN_MODEL_ACTUALS_H
#define MEDFIN_MODEL_ACTUALS_H

/* What became of the plan: up to which month what was booked stands in the place of what was planned, and from which
   ledgers. Without [actuals] none of it is there. */

#include <medfin/model/funder.h>
#include <medfin/model/line.h>
#include <medfin/model/project.h>

struct book;

struct actuals {
    struct section section;
    const struct fact *through, *files, *sheet, *columns, *project, *accounts, *date, *unbooked, *threshold,
        *flexibility;
};

struct accounts {
    struct section section;
    const struct fact *map;
};

/* What an association's ledger has at the end of months: by its accounts, or stated. */
struct ledger_balances {
    struct section section;
    const struct fact *cash_accounts, *equity_accounts;
    struct series cash, equity;
};

/* The [balance] of the project; NULL if it has none. */
const struct ledger_balances *project_balances(const struct project *project);

/* The last of these that is stated up to the month, of a closed one; NULL: none is. Behind it the plan goes on. */
const struct dated *balance_upto(const struct project *project, const struct series *stated, month at);

/* The [actuals] of the project; NULL if it has none. */
const struct actuals *project_actuals(const struct project *project);

/* The last closed month, at most the project's last; before its first where nothing is closed yet. */
month actuals_through(const struct project *project);

/* What was booked of a line, funder or tariff, by month, and what is said of it; NULL of anything else. */
const struct series *section_actuals(const struct section *section);
const struct series *section_comments(const struct section *section);

/* Whether the outcome of a line is known from the accounts that it has, or is stated. */
bool section_is_booked(const struct project *project, const struct section *section);

/* What was booked of the advance of a funder that pays on claims: all of its money of its first month, where no claim
   is paid then; NULL: nothing is, or the month is not closed. */
const struct fact *funder_booked_advance(const struct project *project, const struct funder *funder);

/* What an activity has cost so far in all, as it is stated; NULL: nothing is, or it is none. It stands in the last
   month in which the activity took place, else in the last closed one. */
const struct fact *activity_spent(const struct section *section);
month activity_spent_in(const struct project *project, const struct section *section);

/* How the months behind the last closed one are forecast: as the line says, or as its kind has it. */
enum forecast line_forecast(const struct line *line);

/* A cost that stands in the ledger alone: the plan has no amount for it. */
bool line_is_unplanned(const struct line *line);

#endif

#ifndef MEDFIN_MODEL_PROJECT_H
#define MEDFIN_MODEL_PROJECT_H

/* A complete, checked, constant project. Whoever holds one needs no error path: every
   name is resolved, every required value is there, every cross-check has passed. It
   lives in the arena that it was built in. */

#include <medfin/base/calendar.h>
#include <medfin/base/diag.h>
#include <medfin/model/statement.h>

struct section;

/* One value: stated, or its key's default. */
struct fact {
    struct value value;
    const struct statement *by;            /* the statement that set it last; NULL: the default */
    const struct section *const *sections; /* what its names stand for, value.count of them */
    int unknown;                           /* its number among the project's unknowns, or -1 */
};

/* True when somebody said it, even as `?`. */
static inline bool fact_is_stated(const struct fact *fact)
{
    return fact->by != NULL;
}

/* True when they are the same thing said: a table's row is a fact of its own each time it is asked for. */
bool fact_same(const struct fact *a, const struct fact *b);

/* A key that carries a date, in the order of dates. */
struct dated {
    month at; /* a year's January for a key by year */
    struct fact fact;
};

struct series {
    const struct dated *items;
    int count;
};

/* The first of the value with `at` ≤ date; NULL before the first. */
const struct fact *series_at(const struct series *series, month at);
/* Exactly at this date; NULL if nothing is stated for it. */
const struct fact *series_exactly(const struct series *series, month at);

/* What all sections share; each kind's struct begins with it. */
struct section {
    enum section_id kind;
    const char *id;
    int order; /* place in the file's order, sections of files on top behind */
    struct place place;
    struct fact title, note, source, active, is_new;
};

struct index {
    struct section section;
    struct series steps; /* percent by month */
    struct fact rate, at_month;
    struct series every_year; /* steps made of rate and month over the project's years */
};

struct rate {
    struct section section;
    struct series years;
};

struct category {
    struct section section;
    const char *swedish; /* of a built-in one */
    bool built_in;
};

/* What lines of cost and funders have in common, each at the same place in its struct. A kind that has
   no key for some of it never states that. */
struct line {
    struct section section;
    struct fact from, to, category, in_kind_by, eligible, running, notice_months;
};

/* The head of a line's struct, as the section that it is. */
#define LINE_HEAD                                                                                                      \
    union {                                                                                                            \
        struct section section;                                                                                        \
        struct line line;                                                                                              \
    }

struct staff {
    LINE_HEAD;
    struct fact monthly_salary, employer_rate, share, index, person, employer;
    struct series shares, salaries;
};

struct cost {
    LINE_HEAD;
    struct fact amount, at_month, index;
    struct series years, months;
};

struct activity {
    LINE_HEAD;
    struct fact at_month, at_months, amount, total, when, participants, unit_cost, hours, priority, status, responsible,
        arena, form;
    struct series years;
};

struct membership {
    struct section section;
    struct fact tariff, fee, own_hours, hourly_cost, own_travel, hours_saved, avoided_purchases, share_used, in_line;
};

struct activities {
    struct section section;
    struct fact file, budget; /* the file's value has the record of what was read */
};

struct travel {
    LINE_HEAD;
    struct fact at_month, at_months, trips, cost_per_trip, mode, distance_km, kg_co2e_per_km, compensation;
};

struct overhead {
    LINE_HEAD;
    struct fact rate, base, include_in_kind, covers;
};

struct group {
    struct section section;
    struct fact max_share, basis, amount;
};

struct frame {
    struct section section;
    struct fact amount, committed;
    struct series years, committed_years;
};

struct reserve {
    struct section section;
    struct fact months, basis, test, lead, closing_costs;
};

struct funder {
    LINE_HEAD;
    struct fact status, amount, share, matches, ratio, counts_in_kind, remainder, max_share, basis, excludes,
        carry_over, in_kind, in_kind_category, in_kind_hourly_rate, group, frame, own, sector, reference, paid,
        claim_every, payment_lag, holdback, one_open_claim, advance;
    struct series years;
};

struct rules {
    struct section section;
    struct fact tolerance, balance, unsecured, liquidity_limit, in_kind_limit;
};

struct scenario {
    struct section section;
    struct fact base;
};

struct correlation {
    struct section section;
    struct series pairs; /* each fact's statement has the two paths */
};

struct section_list {
    const struct section *const *items;
    int count;
};

struct project {
    struct section section;
    struct fact reference, owner, start, end, language, vat, opening_equity, earmarked_equity, fixed_assets,
        opening_cash;

    month first, last;                       /* of start and end */
    const struct rules *rules;               /* all defaults when the file has no [rules] */
    const struct reserve *reserve;           /* all defaults when the file has no [reserve] … */
    bool keeps_reserve;                      /* … and then the rule is not applied */
    struct section_list all;                 /* active sections in file order, built-in categories first */
    struct section_list of[SECTION_COUNT];   /* the same by kind */
    struct section_list costs;               /* lines of cost in file order */
    struct section_list payers;              /* funders and tariffs in file order */
    const struct statement *const *unknowns; /* each `?` that remains, in file order */
    int unknown_count;
};

static inline struct months project_months(const struct project *project)
{
    return (struct months){ project->first, project->last };
}

static inline struct years project_years(const struct project *project)
{
    return years_of(project_months(project));
}

/* Builds the project that the statements say, layer on layer, or returns NULL with all
   faults in `diags`; NULL also when `diags` held an error before, as when some values
   could not be read: what else is wrong is added all the same. The statements must
   outlive it. */
const struct project *project_build(const struct statement *statements, int count, struct arena *arena,
                                    struct diags *diags);

/* The active section of that kind and id; NULL if there is none. */
const struct section *project_find(const struct project *project, enum section_id kind, const char *id);

/* Statements that make every payer that is neither granted nor decided pay nothing. */
void project_secured_only(const struct project *project, statement_list *statements, struct arena *arena);

enum funder_kind { FUNDER_FIXED, FUNDER_SHARE, FUNDER_MATCH, FUNDER_REMAINDER };

enum funder_kind funder_kind(const struct funder *funder);
bool funder_is_rejected(const struct funder *funder);

/* What is over stays where it is: an association has equity to keep, and no funder that wants it back. */
bool project_keeps_surplus(const struct project *project);

/* Who pays, as one of project->payers: how certain its money is, in all and in a year. */
const struct fact *payer_status(const struct section *payer);
bool payer_is_rejected(const struct section *payer);
enum status payer_status_in(const struct section *payer, int year);
/* Whether it has yet to answer for something: its money in all, or of some year. */
bool payer_is_undecided(const struct section *payer);
/* Statements by which all that it has neither granted nor decided falls away. */
void payer_refuse(const struct project *project, const struct section *payer, int layer, statement_list *statements,
                  struct arena *arena);
/* The same section as a funder; NULL for a tariff. */
const struct funder *payer_funder(const struct section *payer);
/* The registration number of its decision; NULL for none. */
const char *payer_reference(const struct section *payer);
/* What it is called in JSON's by_funder: a funder's id, "tariff.ID". */
const char *payer_id(struct arena *arena, const struct section *payer);

/* That holds for money of the year: its own, or the funder's. */
enum status funder_status_in(const struct funder *funder, int year);
/* Whether some line is booked as its contribution in kind; its own `in_kind` is then the certified sum. */
bool funder_bears_lines(const struct project *project, const struct funder *funder);
/* The funder that bears the line in kind; NULL for none. */
const struct funder *line_bearer(const struct line *line);
/* Granted or decided. */
bool status_is_secured(enum status status);
/* First and last month in which a line is active, within the project. */
month line_first(const struct project *project, const struct line *line);
month line_last(const struct project *project, const struct line *line);
struct months line_months(const struct project *project, const struct line *line);

/* The share that holds in a month within the line's own. */
const struct fact *staff_share_at(const struct staff *staff, month at);

/* The months of an activity or of trips, in the order stated. */
struct month_list {
    const month *items;
    int count;
};

struct month_list activity_months(const struct activity *activity);
struct month_list travel_months(const struct travel *travel);
/* A status that begins with cancelled or dormant (inställd, vilande) costs nothing. */
bool activity_is_planned(const struct activity *activity);

/* What becomes of an activity in the plan; each is one of these. */
enum activity_standing {
    ACTIVITY_PLANNED,      /* its cost is in the plan */
    ACTIVITY_WITHOUT_COST, /* it states none */
    ACTIVITY_DORMANT,      /* its status says that it does not take place */
    ACTIVITY_ASIDE,        /* it has a cost, and its time cannot be read: listed, in no month */
    ACTIVITY_STANDINGS
};

enum activity_standing activity_standing(const struct activity *activity);
/* The [activities] of the project; NULL if it has none. */
const struct activities *project_activities(const struct project *project);

/* Whether the names of a fact hold this section; whether those of any fact of a section do. */
bool fact_names(const struct fact *fact, const struct section *section);
bool section_refers(const struct section *section, const struct section *other);

/* Staff, overhead and costs per month, per year or stated by year are running unless the line says otherwise. */
bool line_is_running(const struct line *line);

/* What holds in the end for the section, key and date that a statement names, whatever its
   value: stated, changed by scenarios, or the key's default. NULL if there is none. What a row of
   a table says is made a fact in the arena. */
const struct fact *project_fact(const struct project *project, const struct statement *named, struct arena *arena);

/* A value that somebody stated and figures rest on: money, a percent, a number, a ratio;
   not words, names and texts, nor the limits of [rules]. */
struct stated_figure {
    const struct section *section;
    const struct fact *fact;
};

struct figure_list {
    struct stated_figure *items;
    int count, room;
};

/* All of them, section by section in the order of the file. */
struct figure_list project_figures(const struct project *project, struct arena *arena);
/* The values that carry their uncertainty, statuses with a chance among them, in that order. */
struct figure_list project_uncertain(const struct project *project, struct arena *arena);

/* Whether an id is a built-in category's, and so no section's. */
bool category_is_built_in(const char *id);

/* A stated correlation of two uncertain values, by their places in project_uncertain. */
struct correlated_pair {
    int a, b;
    share correlation; /* billionths, −1 to 1 */
    const struct fact *fact;
};

struct pair_list {
    struct correlated_pair *items;
    int count, room;
};

/* Those whose values are both uncertain in the end. */
struct pair_list project_correlations(const struct project *project, const struct figure_list *uncertain,
                                      struct arena *arena);

/* "staff.projektledare"; "project". */
const char *section_path(struct arena *arena, const struct section *section);
/* Its title, or its id when it has none. */
const char *section_title(const struct section *section);

#endif

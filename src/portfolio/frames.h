#ifndef MEDFIN_PORTFOLIO_FRAMES_H
#define MEDFIN_PORTFOLIO_FRAMES_H

/* Frames and groups across projects: those of one id are one. */

#include <medfin/base/names.h>
#include <medfin/plan/plan.h>
#include <medfin/portfolio/portfolio.h>

/* The number of each id, from 1. */
struct portfolio_names {
    struct names frames, groups, persons;
};

/* Whether what was added fits in what amounts may reach in all; once it does not, the sums say nothing. */
static inline void sums_fit(struct portfolio_sums *sums, bool fits)
{
    sums->is_beyond = sums->is_beyond || !fits;
}

/* What the plan's project states of its frames, and what it contributes inside each. An amount that another project
   states otherwise for the same year is a fault. */
void frames_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan,
                struct diags *diags);

/* The portfolio's own frames, as a project of all its years states them: before the projects are read which there are,
   and behind them what each says. */
void frames_begin(struct portfolio_sums *sums, struct portfolio_names *names, const statement_list *statements);
void frames_state(struct portfolio_sums *sums, struct portfolio_names *names, const struct project *own,
                  struct diags *diags);

/* The money of the plan's groups. */
void groups_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan);

/* By year, as a test of rows has it. */
typedef bool row_takes(const void *context, const struct row *row);
struct timeline years_of_rows(struct portfolio_sums *sums, const struct plan *plan, row_takes *takes,
                              const void *context);

#endif

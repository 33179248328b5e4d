#ifndef MEDFIN_PLAN_SUMS_H
#define MEDFIN_PLAN_SUMS_H

/* Sums over rows and months, and what percents are percents of. */

#include <medfin/plan/plan.h>

/* Which rows a sum takes; zero bytes take them all. */
struct selection {
    enum { ANY_SIDE, COST_SIDE, FINANCING_SIDE } side;
    enum { ANY_FORM, IN_CASH, IN_KIND } form;
    bool eligible_only, running_only;
    const struct section *line;
    const struct category *category;
    const struct section *payer;     /* a funder, which bears costs in kind too, or a tariff */
    const struct funder *counted_by; /* leaves out the categories that this funder excludes */
};

bool selection_takes(const struct selection *selection, const struct row *row);

/* Rows stand in the order of their lines: the number of the first that is the line's, if any is. */
int line_first_row(const struct plan *plan, const struct section *line);

/* Over the months first..last, both included; those outside the plan count nothing. */
struct cell plan_sum(const struct plan *plan, const struct selection *selection, month first, month last);
struct cell row_sum(const struct plan *plan, const struct row *row, month first, month last);

/* The eligible cost that a percent of this basis (all or cash) is a percent of; a funder's
   leaves out what it excludes, NULL leaves out nothing. */
struct selection eligible_cost(enum share_basis basis, const struct funder *counted_by);

/* What a percent is a percent of, over those months: eligible cost, or the financing that
   the basis names. */
struct cell basis_sum(const struct plan *plan, enum share_basis basis, const struct funder *counted_by, month first,
                      month last);
/* Whether a row takes part in that: a row_test whose context is a counted_basis. */
struct counted_basis {
    enum share_basis basis;
    const struct funder *counted_by;
};
bool basis_takes(const void *counted_basis, const struct row *row);

/* The share that a post holds in a month: none where the funder that bears it in kind is rejected. */
node post_share_node(const struct plan *plan, const struct staff *staff, month at);
/* The monthly shares of full time added up, of one post or, with NULL, of all: parts per
   billion of a month. */
node shares_node(const struct plan *plan, const struct staff *staff, month first, month last);

/* Opening equity and what income has exceeded cost by, up to and with the month. */
struct cell plan_equity(const struct plan *plan, month at);

/* Whose money a row of financing is: an enum sector, or one of these beside them. */
enum { SECTOR_FEES = -2, SECTOR_UNSTATED = -1 };
int row_sector(const struct row *row);

/* Any test of rows, and what those that pass it come to. */
typedef bool row_test(const void *context, const struct row *row);
bool selection_test(const void *selection, const struct row *row);
struct cell rows_sum(const struct plan *plan, row_test *test, const void *context, month first, month last);

#endif

#ifndef MEDFIN_FOLLOW_FOLLOW_H
#define MEDFIN_FOLLOW_FOLLOW_H

/* A plan that is followed up: the budget is the project without what the actuals say, the forecast is the project with
   it, and the outcome is the forecast up to the last closed month. Two plans, as in a comparison. */

#include <medfin/model/actuals.h>
#include <medfin/model/statement.h>
#include <medfin/plan/plan.h>
#include <medfin/plan/sums.h>

struct follow {
    const struct plan *budget, *forecast;
    month through;         /* the last closed month; before the plan's first where none is */
    struct months year;    /* of it, in the plan */
    struct months to_date; /* of that year */
    struct months closed;  /* of the project */
    struct arena *arena;
};

/* What is left without the files that say [actuals], and without what else is said of what became of the plan. */
statement_list statements_of_budget(const statement_list *statements, struct arena *arena);

/* Both plans are of one project, which has [actuals]. */
struct follow follow_new(const struct plan *budget, const struct plan *forecast, struct arena *arena);

/* The same thing in both plans: a category, a line or a payer. What one of them lacks is nothing there. */
struct followed {
    const struct section *section; /* of the forecast, or of the budget where that alone has it */
    struct selection in_budget, in_forecast;
    bool is_budgeted, is_forecast; /* it is there, in the plan */
};

typedef LIST(struct followed) followed_list;

enum follow_kind { FOLLOW_CATEGORY, FOLLOW_LINE, FOLLOW_PAYER };

/* All of a kind that have rows in either plan, in the order of the forecast's file. */
followed_list followed_all(const struct follow *follow, enum follow_kind kind);

/* Everything on that side. */
struct followed followed_side(enum side side);

struct cell budget_sum(const struct follow *follow, const struct followed *of, struct months over);
struct cell forecast_sum(const struct follow *follow, const struct followed *of, struct months over);

/* What was booked of a funder or tariff in those months; of a cost the outcome is the forecast's. */
money booked_sum(const struct section *payer, struct months over);

/* Of a year's budget: the amount beyond which a deviation needs a comment. */
money comment_threshold(const struct follow *follow, money budget);

/* What is said of the outcome to the last closed month, of the thing or of its lines; NULL: nothing. */
const char *followed_comment(const struct follow *follow, const struct followed *of);

/* How its months to come are forecast: the same of all its lines, or −1. An overhead that is computed has none. */
enum { METHOD_MIXED = -1, METHOD_COMPUTED = -2, METHOD_NONE = -3 };
int followed_method(const struct follow *follow, const struct followed *of);

#endif

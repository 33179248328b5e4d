#ifndef MEDFIN_SIMULATE_MARGIN_MAKER_H
#define MEDFIN_SIMULATE_MARGIN_MAKER_H

/* What all margins are made with, and the makers that have a file of their own. */

#include "margins.h"

enum step { WHOLE = 0, MONTHLY = 1, YEARLY = 12 };

/* What a rule's margins are made with. */
struct maker {
    const struct fold *fold;
    struct program *program;
    const struct project *project;
    const struct plan *plan;   /* folded: what has a chance is granted … */
    const struct plan *stated; /* … and as it stands */
    const struct form *cash;
    int cash_count;
    const struct rule *rule;
    margin_list *margins;
};

static inline struct margin *add_margin(const struct maker *maker, const struct section *subject, enum step step)
{
    struct margin *margin = list_add(maker->margins, maker->fold->arena);
    *margin = (struct margin){ .rule = maker->rule, .subject = subject, .year_step = step };
    return margin;
}

static inline void add_place(const struct maker *maker, struct margin *margin, month at, struct form form)
{
    *list_add(&margin->places, maker->fold->arena) = (struct margin_place){ form, at };
}

static inline struct form plus(const struct maker *maker, struct form a, struct form b)
{
    return form_plus(maker->program, a, b, 1);
}

static inline struct form minus(const struct maker *maker, struct form a, struct form b)
{
    return form_plus(maker->program, a, b, -1);
}

static inline struct form tolerance(const struct maker *maker)
{
    return form_constant((double)maker->project->rules->tolerance.value.number);
}

static inline struct form fact(const struct maker *maker, const struct section *section, const struct fact *fact)
{
    return fold_fact(maker->fold, section, fact);
}

static inline struct form whole(const struct maker *maker, const struct selection *selection)
{
    return fold_selected(maker->fold, selection, maker->plan->first, plan_last(maker->plan));
}

static inline struct form whole_test(const struct maker *maker, row_test *test, const void *context)
{
    return fold_sum(maker->fold, test, context, maker->plan->first, plan_last(maker->plan));
}

static inline month last_of_year(const struct maker *maker, int year)
{
    return month_earlier(year_last(year), plan_last(maker->plan));
}

/* margins_reserve.c */
void reserve_margins(const struct maker *maker);

/* margins_year.c: what is tested each calendar year by itself. */
void frame_margins(const struct maker *maker);
void activity_budget_margins(const struct maker *maker);
void benefit_margins(const struct maker *maker);

#endif

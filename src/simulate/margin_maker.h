#ifndef MEDFIN_SIMULATE_MARGIN_MAKER_H
#define MEDFIN_SIMULATE_MARGIN_MAKER_H

/* What a rule's margins are made with. */

#include "margins.h"

struct maker {
    const struct folded_plan *folded;
    struct program *program;
    const struct project *project;
    const struct plan *plan;   /* folded: what has a chance is granted … */
    const struct plan *stated; /* … and as it stands */
    const struct affine *cash;
    int cash_count;
    const struct rule *rule;
    margin_list *margins;
};

static inline struct margin *add_margin(const struct maker *maker, const struct section *subject, enum place_step step)
{
    struct margin *margin = list_add(maker->margins, maker->folded->arena);
    *margin = (struct margin){ .rule = maker->rule, .subject = subject, .step = step };
    margin->only_warns = verdict_holds(maker->rule->broken(maker->project));
    return margin;
}

static inline void add_place(const struct maker *maker, struct margin *margin, month at, struct affine form)
{
    *list_add(&margin->places, maker->folded->arena) = (struct margin_place){ form, at };
}

static inline struct affine plus(const struct maker *maker, struct affine a, struct affine b)
{
    return affine_plus(maker->program, a, b, 1);
}

static inline struct affine minus(const struct maker *maker, struct affine a, struct affine b)
{
    return affine_plus(maker->program, a, b, -1);
}

static inline struct affine tolerance(const struct maker *maker)
{
    return affine_constant((double)maker->project->rules->tolerance.value.number);
}

static inline struct affine fact(const struct maker *maker, const struct section *section, const struct fact *fact)
{
    return folded_fact(maker->folded, section, fact);
}

static inline struct affine whole(const struct maker *maker, const struct selection *selection)
{
    return folded_selected(maker->folded, selection, maker->plan->first, plan_last(maker->plan));
}

static inline struct affine whole_test(const struct maker *maker, row_test *test, const void *context)
{
    return folded_sum(maker->folded, test, context, maker->plan->first, plan_last(maker->plan));
}

static inline month last_of_year(const struct maker *maker, int year)
{
    return month_earlier(year_last(year), plan_last(maker->plan));
}

#endif

#include "frequency.h"

#include <medfin/model/activity.h>
#include <medfin/model/actuals.h>

#include "making.h"

/* So many times a year, of as many months of it as the project has: whole times, rounded down. */
static node asked_node(const struct plan *plan, const struct activity *activity, struct months year)
{
    node asked = count_leaf(plan, &activity->section, activity->at_least);
    const int months = months_between(year.first, year.last);
    if (months == MONTHS_OF_A_YEAR)
        return asked;
    node whole = count_number(plan, MONTHS_OF_A_YEAR, N_("months of a year"));
    node times = graph_of(plan->graph, OP_PRODUCT, KIND_COUNT, N_("times a year × months of the project"), asked,
                          count_number(plan, months, N_("months of the project in the year")));
    node down = graph_of(plan->graph, OP_DOWN, KIND_COUNT, N_("down to whole years' times"), times, whole);
    return graph_of(plan->graph, OP_PRODUCT, KIND_COUNT, N_("at least"), down, against(whole));
}

/* Held as it is stated of the year, else as often as it is done in it. */
static node held_node(const struct plan *plan, const struct activity *activity, struct months year)
{
    const struct fact *held = series_exactly(&activity->held, year_first(month_year(year.first)));
    const int done = activity_done_in(activity, year);
    if (held)
        return count_leaf(plan, &activity->section, held);
    return done ? graph_read(plan->graph, done, KIND_COUNT, N_("held"), activity->done) : 0;
}

/* Months that are not closed, in which it is still to take place. */
static node coming_node(const struct plan *plan, const struct activity *activity, struct months year)
{
    const struct months left = { month_later(actuals_through(plan->project) + 1, year.first), year.last };
    const int times = activity_planned_in(activity, left);
    const struct fact *months = fact_is_stated(activity->at_months) ? activity->at_months : activity->at_month;
    return times ? graph_read(plan->graph, times, KIND_COUNT, N_("planned for the months left"), months) : 0;
}

static void add_year(struct judgement *judgement, const struct plan *plan, const struct activity *activity, int year)
{
    const struct months over = months_shared(months_of_year(year), plan_months(plan));
    node asked = asked_node(plan, activity, over), held = held_node(plan, activity, over),
         coming = coming_node(plan, activity, over);
    node margin = graph_of(plan->graph, OP_SUM, KIND_COUNT, N_("held and planned, less at least"), held, coming,
                           asked ? against(asked) : 0);
    const struct judged_figure figures[] = {
        { .says = { .key = "held", .label = N_("held"), .kind = KIND_COUNT, .year = year }, .of = held },
        { .says = { .key = "planned", .label = N_("planned for the months left"), .kind = KIND_COUNT, .year = year },
          .of = coming },
        { .says = { .key = "at_least", .label = N_("at least"), .kind = KIND_COUNT, .year = year }, .of = asked },
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        figure_add(judgement, plan, figures[i]);
    place_add(judgement, plan, margin, N_("It is held, and planned, fewer times than it is to be."))->year = year;
}

void frequency_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *activities = &plan->project->of[SECTION_ACTIVITY];
    const struct years years = plan_years(plan);
    const int before = judgements->count;
    for (int i = 0; i < activities->count; i++) {
        const struct activity *activity = (const struct activity *)activities->items[i];
        if (!fact_is_stated(activity->at_least))
            continue;
        struct judgement *judgement = judgement_add(judgements, plan, rule, &activity->section);
        judgement->kind = KIND_COUNT;
        for (int year = years.first; year <= years.last; year++)
            add_year(judgement, plan, activity, year);
    }
    if (judgements->count == before)
        judgement_add(judgements, plan, rule, NULL);
}

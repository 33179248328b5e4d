#include <medfin/whatif/prioritise.h>

#include <stdlib.h>

enum { NO_PRIORITY = 4 };

static int by_priority(const void *left, const void *right)
{
    const struct choice *a = left, *b = right;
    if (a->priority != b->priority)
        return a->priority - b->priority;
    return a->activity->section.order - b->activity->section.order;
}

static void collect(struct year_choice *year, const struct plan *plan, struct arena *arena)
{
    const struct section_list *activities = &plan->project->of[SECTION_ACTIVITY];
    year->choices = arena_take(arena, (size_t)activities->count + 1, sizeof *year->choices);
    for (int i = 0; i < activities->count; i++) {
        const struct activity *activity = (const struct activity *)activities->items[i];
        struct cell cost = activities_cost(plan, activity, year_first(year->year), year_last(year->year));
        if (cell_is_known(cost) && !cost.amount)
            continue;
        int priority = fact_is_stated(&activity->priority) ? (int)activity->priority.value.number : NO_PRIORITY;
        year->choices[year->count++] = (struct choice){ .activity = activity, .priority = priority, .cost = cost };
        year->cost = cell_plus(arena, year->cost, cost);
    }
    qsort(year->choices, (size_t)year->count, sizeof *year->choices, by_priority);
}

/* Down the list with what is left of the budget. */
static void choose(struct year_choice *year, bool smaller_pass)
{
    bool is_known = cell_is_known(year->budget), is_closed = false;
    money left = year->budget.amount, outside = 0;
    for (int i = 0; i < year->count; i++) {
        struct choice *choice = &year->choices[i];
        is_known = is_known && cell_is_known(choice->cost);
        bool fits = choice->cost.amount <= left && (!is_closed || smaller_pass);
        choice->outcome = !is_known ? CHOICE_UNKNOWN : fits ? CHOICE_FITS : CHOICE_OUTSIDE;
        if (choice->outcome == CHOICE_FITS) {
            left -= choice->cost.amount;
            choice->left = left;
            year->fitting++;
            year->fitting_cost += choice->cost.amount;
        } else if (choice->outcome == CHOICE_OUTSIDE) {
            is_closed = true;
            outside += choice->cost.amount;
            year->next = year->next ? year->next : choice;
            choice->missing = outside;
        }
    }
    for (int i = 0; i < year->count; i++)
        year->choices[i].missing -= year->choices[i].outcome == CHOICE_OUTSIDE ? left : 0;
}

struct prioritisation prioritise(const struct plan *plan, bool smaller_pass, struct arena *arena)
{
    const struct years years = plan_years(plan);
    struct prioritisation all = { .plan = plan, .smaller_pass = smaller_pass, .count = years_count(years) };
    const struct activities *stated = project_activities(plan->project);
    all.years = arena_take(arena, (size_t)all.count, sizeof *all.years);
    for (int i = 0; i < all.count; i++) {
        struct year_choice *year = &all.years[i];
        year->year = years.first + i;
        year->has_budget = stated && fact_is_stated(&stated->budget);
        collect(year, plan, arena);
        if (!year->has_budget)
            continue;
        year->budget = activities_budget(plan);
        choose(year, smaller_pass);
    }
    return all;
}

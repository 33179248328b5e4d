#include <medfin/whatif/prioritise.h>

#include <medfin/base/sort.h>

enum { NO_PRIORITY = 4 };

static int by_priority(const void *left, const void *right)
{
    const struct choice *a = left, *b = right;
    if (a->is_over != b->is_over)
        return b->is_over - a->is_over;
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
        int priority = fact_is_stated(activity->priority) ? (int)activity->priority->value.number : NO_PRIORITY;
        bool is_over = activity_is_carried_out(activity);
        year->choices[year->count++] =
            (struct choice){ .activity = activity, .is_over = is_over, .priority = priority, .cost = cost };
        year->over += is_over ? cost.amount : 0;
        year->cost = cell_plus(arena, year->cost, cost);
    }
    sort_array(year->choices, year->count, by_priority, arena);
}

/* Down the list with what is left of the budget. */
struct descent {
    struct year_choice *year;
    bool smaller_pass;
    money left;
    money outside; /* what those cost that do not fit */
    money rise;    /* the least more with which the first of those fits that are passed by; MONEY_LIMIT: none is */
    int64_t looks; /* at choices that others hang on, to come */
};

/* The least more with which number `at` fits, where more lets in others before it, which take what it would have had:
   from one that lets one in to the next. All of them together is more than enough, and is told where the way there is
   too long. */
static money least_more(struct descent *descent, int at)
{
    const struct choice *choices = descent->year->choices;
    money more = 0, all = choices[at].cost.amount - descent->year->budget.amount;
    for (int i = 0; i < at; i++)
        all += choices[i].cost.amount;
    while (more < all && descent->looks > 0) {
        money left = descent->year->budget.amount - descent->year->over + more, rise = MONEY_LIMIT;
        for (int i = 0; i < at; i++) {
            if (choices[i].is_over)
                continue;
            money lacks = choices[i].cost.amount - left;
            left -= lacks <= 0 ? choices[i].cost.amount : 0;
            rise = lacks > 0 && lacks < rise ? lacks : rise;
        }
        money lacks = choices[at].cost.amount - left;
        if (lacks <= 0)
            return more;
        more += lacks < rise ? lacks : rise;
        descent->looks -= at + 1;
    }
    return all;
}

static void pass_by(struct descent *descent, int at)
{
    struct year_choice *year = descent->year;
    struct choice *choice = &year->choices[at];
    money lacks = choice->cost.amount - descent->left;
    descent->outside += choice->cost.amount;
    year->next = year->next ? year->next : choice;
    if (!descent->smaller_pass)
        choice->missing = descent->outside - descent->left;
    else
        choice->missing = lacks < descent->rise ? lacks : least_more(descent, at);
    descent->rise = lacks < descent->rise ? lacks : descent->rise;
}

static void choose(struct year_choice *year, bool smaller_pass)
{
    enum { MOST_LOOKS = 20000000 };
    struct descent descent = { year, smaller_pass, year->budget.amount, 0, MONEY_LIMIT, MOST_LOOKS };
    bool is_known = cell_is_known(year->budget);
    for (int i = 0; i < year->count; i++) {
        struct choice *choice = &year->choices[i];
        is_known = is_known && cell_is_known(choice->cost);
        bool fits = choice->is_over || (choice->cost.amount <= descent.left && (!year->next || smaller_pass));
        choice->outcome = !is_known ? CHOICE_UNKNOWN : fits ? CHOICE_FITS : CHOICE_OUTSIDE;
        if (choice->outcome == CHOICE_OUTSIDE)
            pass_by(&descent, i);
        if (choice->outcome != CHOICE_FITS)
            continue;
        choice->left = descent.left -= choice->cost.amount;
        year->fitting++;
        year->fitting_cost += choice->cost.amount;
    }
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
        year->has_budget = stated && fact_is_stated(stated->budget);
        collect(year, plan, arena);
        if (!year->has_budget)
            continue;
        year->budget = activities_budget(plan);
        choose(year, smaller_pass);
    }
    return all;
}

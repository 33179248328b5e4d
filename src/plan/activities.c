#include <medfin/plan/activities.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/plan/activity.h>
#include <medfin/plan/fees.h>
#include <medfin/plan/sums.h>

/* Of all activities, or of the one that is the selection's line. */
static bool costs_cash(const void *selection, const struct row *row)
{
    return row->line->kind == SECTION_ACTIVITY && selection_test(selection, row);
}

struct cell activities_cost(const struct plan *plan, const struct activity *activity, month first, month last)
{
    const struct selection cash = { .side = COST_SIDE, .form = IN_CASH, .line = activity ? &activity->section : NULL };
    return activity ? plan_sum(plan, &cash, first, last) : rows_sum(plan, costs_cash, &cash, first, last);
}

struct cell activities_budget(const struct plan *plan)
{
    return fact_cell(plan, project_activities(plan->project)->budget);
}

int activities_count(const struct project *project, enum activity_standing standing)
{
    const struct section_list *activities = &project->of[SECTION_ACTIVITY];
    int count = 0;
    for (int i = 0; i < activities->count; i++)
        count += activity_standing((const struct activity *)activities->items[i]) == standing;
    return count;
}

struct cell activities_aside(const struct plan *plan)
{
    const struct section_list *activities = &plan->project->of[SECTION_ACTIVITY];
    struct cell sum = { 0 };
    for (int i = 0; i < activities->count; i++) {
        const struct activity *activity = (const struct activity *)activities->items[i];
        if (activity_standing(activity) == ACTIVITY_ASIDE)
            sum = cell_plus(plan->arena, sum, activity_stated_cost(plan, activity));
    }
    return sum;
}

/* "" is the name of none. */
static bool has_arena(const struct activity *activity, const char *name)
{
    if (!*name)
        return !activity->arena->value.count;
    for (int i = 0; i < activity->arena->value.count; i++)
        if (text_same(activity->arena->value.names[i], name))
            return true;
    return false;
}

/* 0 takes any, −1 what states none. */
static bool is_chosen(int wanted, const struct fact *fact, int64_t offset)
{
    if (!wanted)
        return true;
    return fact_is_stated(fact) ? fact->value.number + offset == wanted : wanted == -1;
}

bool activity_is_chosen(const struct activity_choice *choice, const struct activity *activity)
{
    return activity_is_planned(activity) && is_chosen(choice->form, activity->form, 1) &&
           is_chosen(choice->priority, activity->priority, 0) && (!choice->arena || has_arena(activity, choice->arena));
}

bool activity_costs(const void *choice, const struct row *row)
{
    return row->side == SIDE_COST && !row->in_kind && row->line->kind == SECTION_ACTIVITY &&
           activity_is_chosen(choice, (const struct activity *)row->line);
}

static int months_within(struct month_list months, month first, month last)
{
    int count = 0;
    for (int i = 0; i < months.count; i++)
        count += months.items[i] >= first && months.items[i] <= last;
    return count;
}

static void add_activity(struct activity_sums *sums, const struct plan *plan, const struct activity *activity,
                         month first, month last)
{
    int times = months_within(activity_months(activity), first, last);
    struct cell cost = activities_cost(plan, activity, first, last);
    bool attended = fact_is_stated(activity->participants), measured = attended && activity->length > 0;
    bool digital = fact_is_stated(activity->form) && activity->form->value.number == FORM_DIGITAL;
    sums->activities++;
    sums->without_month += !activity_months(activity).count;
    sums->times += times;
    sums->digital_times += digital ? times : 0;
    sums->cost = cell_plus(plan->arena, sums->cost, cost);
    sums->hours += (wide)times * activity->length;
    sums->digital_hours += digital ? (wide)times * activity->length : 0;
    if (attended) {
        sums->participants += times * activity->participants->value.number;
        sums->cost_of_attended = cell_plus(plan->arena, sums->cost_of_attended, cost);
    }
    if (measured) {
        sums->participant_hours += (wide)times * activity->participants->value.number * activity->length;
        sums->cost_of_measured = cell_plus(plan->arena, sums->cost_of_measured, cost);
    }
}

struct activity_sums activities_sum(const struct plan *plan, const struct activity_choice *choice, month first,
                                    month last)
{
    const struct section_list *activities = &plan->project->of[SECTION_ACTIVITY];
    struct activity_sums sums = { 0 };
    for (int i = 0; i < activities->count; i++) {
        const struct activity *activity = (const struct activity *)activities->items[i];
        if (activity_is_chosen(choice, activity))
            add_activity(&sums, plan, activity, first, last);
    }
    return sums;
}

int64_t members_in(const struct plan *plan, int year)
{
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    int64_t members = 0;
    for (int i = 0; i < tariffs->count; i++) {
        const fee_list *fees = tariff_fees_in(plan, (const struct tariff *)tariffs->items[i], year);
        for (int f = 0; f < fees->count; f++)
            members += fees->items[f].payers;
    }
    return members;
}

/* round(trips × km × kg per km), in grams. */
static wide grams_of(const struct travel *travel, int times)
{
    const wide unit = (wide)SHARE_ONE * (SHARE_ONE / 1000);
    wide product = (wide)times * travel->trips->value.number * travel->distance_km->value.number *
                   travel->kg_co2e_per_km->value.number;
    return (product + unit / 2) / unit;
}

static void add_travel(struct travel_sums *sums, const struct travel *travel, month first, month last)
{
    int times = months_within(travel_months(travel), first, last);
    bool flies = fact_is_stated(travel->mode) && travel->mode->value.number == MODE_FLIGHT;
    sums->trips += times * travel->trips->value.number;
    if (flies)
        sums->flights += times * travel->trips->value.number;
    if (flies && fact_is_stated(travel->compensation))
        sums->compensated += times * travel->trips->value.number;
    if (!fact_is_stated(travel->distance_km) || !fact_is_stated(travel->kg_co2e_per_km))
        return;
    sums->measured = true;
    sums->grams += grams_of(travel, times);
}

struct travel_sums travel_sum(const struct plan *plan, month first, month last)
{
    const struct section_list *travels = &plan->project->of[SECTION_TRAVEL];
    struct travel_sums sums = { 0 };
    for (int i = 0; i < travels->count; i++)
        add_travel(&sums, (const struct travel *)travels->items[i], first, last);
    return sums;
}

/* No figure of a plan may wrap: what a project's amounts could come to, grown by their
   indices, is bounded before anything is computed. */

#include "limits.h"

#include <medfin/model/activity.h>
#include <medfin/model/actuals.h>
#include <medfin/model/funder.h>
#include <medfin/model/tariff.h>

/* Far above MONEY_LIMIT and far below what 128 bits hold. */
static const wide ENOUGH = (wide)MONEY_LIMIT * 1000000;

static wide capped(wide number)
{
    return number > ENOUGH ? ENOUGH : number;
}

static wide size_of(const struct fact *fact)
{
    int64_t number = fact->value.unknown ? 0 : fact->value.number;
    return number < 0 ? -(wide)number : number;
}

static wide grown(wide amount, share factor)
{
    return capped((amount * factor + SHARE_ONE - 1) / SHARE_ONE + 1);
}

/* The amount with every step of the index that raises it. */
static wide indexed(wide amount, const struct fact *name)
{
    if (!name->value.count || amount == 0)
        return amount;
    const struct index *index = (const struct index *)*name->sections;
    const struct series *steps = index->every_year.count ? &index->every_year : &index->steps;
    for (int i = 0; i < steps->count; i++)
        if (steps->items[i].fact.value.number > 0)
            amount = grown(amount, SHARE_ONE + steps->items[i].fact.value.number);
    return amount;
}

static wide largest_in(const struct series *series, wide least)
{
    for (int i = 0; i < series->count; i++)
        if (size_of(&series->items[i].fact) > least)
            least = size_of(&series->items[i].fact);
    return least;
}

static wide sum_of(const struct series *series)
{
    wide sum = 0;
    for (int i = 0; i < series->count; i++)
        sum = capped(sum + size_of(&series->items[i].fact));
    return sum;
}

/* An amount over time, over the project's whole length. */
static wide amount_bound(const struct project *project, const struct fact *amount, wide size)
{
    int months = months_between(project->first, project->last);
    switch (amount->value.period) {
    case PERIOD_MONTH:
        return capped(size * months);
    case PERIOD_YEAR:
        return capped(size * (months / MONTHS_OF_A_YEAR + 2));
    default:
        return size;
    }
}

static wide staff_bound(const struct project *project, const struct staff *staff)
{
    wide salary = indexed(largest_in(&staff->salaries, size_of(staff->monthly_salary)), staff->index);
    wide rate = size_of(staff->employer_rate);
    if (staff->employer_rate->value.count)
        rate = largest_in(&((const struct rate *)*staff->employer_rate->sections)->years, 0);
    return capped(grown(salary, SHARE_ONE + (share)rate) * months_between(project->first, project->last));
}

static wide cost_bound(const struct project *project, const struct cost *cost)
{
    wide amount = amount_bound(project, cost->amount, indexed(size_of(cost->amount), cost->index));
    return capped(amount + sum_of(&cost->years) + sum_of(&cost->months));
}

static wide activity_bound(const struct activity *activity)
{
    wide each = size_of(activity->amount) + capped(size_of(activity->participants) * size_of(activity->unit_cost));
    return capped(each * activity_months(activity).count + size_of(activity->total) + sum_of(&activity->years) +
                  size_of(activity->spent));
}

/* Tickets, and their compensation: the product that the plan forms must fit before it is
   divided, in the same order. */
static wide travel_bound(const struct travel *travel)
{
    wide tickets = capped(size_of(travel->trips) * size_of(travel->cost_per_trip));
    wide compensation = grown(tickets, (share)size_of(travel->compensation));
    if (!travel->compensation->value.is_share) {
        wide product = size_of(travel->compensation) * size_of(travel->trips);
        if (__builtin_mul_overflow(product, size_of(travel->distance_km), &product) ||
            __builtin_mul_overflow(product, size_of(travel->kg_co2e_per_km), &product))
            return ENOUGH;
        compensation = capped(product / ((wide)SHARE_ONE * SHARE_ONE) + 1);
    }
    return capped((tickets + compensation) * travel_months(travel).count);
}

static wide membership_bound(const struct membership *membership)
{
    wide hours = size_of(membership->own_hours) + size_of(membership->hours_saved);
    return capped(size_of(membership->fee) + size_of(membership->own_travel) + size_of(membership->avoided_purchases) +
                  grown(size_of(membership->hourly_cost), (share)hours));
}

static wide in_kind_bound(const struct project *project, const struct funder *funder)
{
    return funder->in_kind->value.is_share ? 0 : amount_bound(project, funder->in_kind, size_of(funder->in_kind));
}

static wide project_bound(const struct project *project)
{
    return size_of(project->opening_equity) + size_of(project->earmarked_equity) + size_of(project->fixed_assets) +
           size_of(project->opening_cash);
}

static wide balance_bound(const struct ledger_balances *balances)
{
    return capped(largest_in(&balances->cash, 0) + largest_in(&balances->equity, 0));
}

/* Bounds by a section's order, made in the order in which they need one another. */
struct bounds {
    const struct project *project;
    wide *of;
    wide cost; /* of all lines */
};

/* What was booked and what is forecast, which may stand in the place of what was planned. */
static wide followed_bound(const struct project *project, const struct section *section)
{
    const struct series *actuals = section_actuals(section);
    const struct line *line = (const struct line *)section;
    if (!actuals)
        return 0;
    wide bound = sum_of(actuals);
    if (section->kind != SECTION_TARIFF)
        bound += sum_of(&line->forecasts);
    return capped(bound + largest_in(actuals, 0) * months_between(project->first, project->last));
}

/* What a section states by itself; of a funder what it contributes in kind. */
static wide planned_bound(const struct bounds *bounds, const struct section *section)
{
    const struct project *project = bounds->project;
    switch (section->kind) {
    case SECTION_PROJECT:
        return project_bound(project);
    case SECTION_BALANCE:
        return balance_bound((const struct ledger_balances *)section);
    case SECTION_STAFF:
        return staff_bound(project, (const struct staff *)section);
    case SECTION_COST:
        return cost_bound(project, (const struct cost *)section);
    case SECTION_ACTIVITY:
        return activity_bound((const struct activity *)section);
    case SECTION_MEMBERSHIP:
        return membership_bound((const struct membership *)section);
    case SECTION_TRAVEL:
        return travel_bound((const struct travel *)section);
    case SECTION_FUNDER:
        return in_kind_bound(project, (const struct funder *)section);
    default:
        return 0;
    }
}

static wide stated_bound(const struct bounds *bounds, const struct section *section)
{
    return capped(planned_bound(bounds, section) + followed_bound(bounds->project, section));
}

/* What is a percent of the lines: overheads, and in kind as a percent of the gross. */
static wide percent_bound(const struct bounds *bounds, const struct section *section)
{
    if (section->kind == SECTION_OVERHEAD)
        return grown(bounds->cost, (share)size_of(((const struct overhead *)section)->rate));
    const struct funder *funder = (const struct funder *)section;
    if (section->kind != SECTION_FUNDER || !funder->in_kind->value.is_share || funder->in_kind->value.unknown)
        return 0;
    share rate = funder->in_kind->value.number, all = gross_percents(bounds->project, funder, false);
    return all < SHARE_ONE ? capped(bounds->cost * rate / (SHARE_ONE - all) + 1) : ENOUGH;
}

/* What a funder could contribute, the lines that it bears included. */
static wide contribution_bound(const struct bounds *bounds, const struct section *section)
{
    const struct funder *funder = (const struct funder *)section;
    if (section->kind != SECTION_FUNDER)
        return bounds->of[section->order];
    wide bound = bounds->of[section->order];
    const struct section_list *costs = &bounds->project->costs;
    for (int i = 0; i < costs->count; i++)
        if (line_bearer((const struct line *)costs->items[i]) == funder)
            bound = capped(bound + bounds->of[costs->items[i]->order]);
    return bound;
}

/* What a match could draw: the sum applied for where that is known, else ratio × match. That
   product is formed whatever the sum applied for is, so it has to fit too. */
static wide match_bound(const struct bounds *bounds, const struct funder *funder, wide amount)
{
    wide matched = 0, reach;
    for (int i = 0; i < funder->matches->value.count; i++)
        matched = capped(matched + contribution_bound(bounds, funder->matches->sections[i]));
    if (__builtin_mul_overflow(matched, (wide)funder->ratio->value.number, &reach))
        return ENOUGH;
    reach = capped(reach / funder->ratio->value.second + 1);
    bool is_capped = (fact_is_stated(funder->amount) && !funder->amount->value.unknown) || funder->years.count;
    return is_capped && reach <= INT64_MAX / 4 ? amount : reach;
}

/* A share and a remainder pay of the cost, whatever their ceilings. */
static wide money_bound(const struct bounds *bounds, const struct section *section)
{
    const struct funder *funder = (const struct funder *)section;
    wide amount = amount_bound(bounds->project, funder->amount, size_of(funder->amount)) + sum_of(&funder->years);
    switch (funder_kind(funder)) {
    case FUNDER_MATCH:
        return match_bound(bounds, funder, amount);
    case FUNDER_SHARE:
    case FUNDER_REMAINDER:
        return bounds->cost;
    default:
        return capped(amount);
    }
}

static wide largest_counted(const struct population *population, wide least)
{
    const struct municipality *listed = population->listed;
    for (int i = 0; listed && i < listed->year_count; i++)
        least = least < listed->years[i].inhabitants ? listed->years[i].inhabitants : least;
    return largest_in(&population->years, least);
}

static wide largest_size(const struct tariff *tariff)
{
    wide largest = size_of(tariff->inhabitants);
    for (int i = 0; i < tariff->member_count; i++) {
        const struct member *member = tariff->members[i];
        largest = largest < size_of(member->inhabitants) ? size_of(member->inhabitants) : largest;
        if (member->population)
            largest = largest_counted(member->population, largest);
    }
    return largest;
}

/* The fees of all years. Finer money than öre is held in 64 bits on the way, and twelve times
   a fee of a part of a year in 128. */
static wide fees_bound(const struct project *project, const struct tariff *tariff)
{
    int64_t size = tariff_counted(tariff, (int64_t)largest_size(tariff));
    wide fee = indexed(capped(tariff_amount(tariff, size)), tariff->index);
    if (fee > INT64_MAX / 4 || tariff_components(tariff, size) > INT64_MAX / 4)
        return ENOUGH;
    wide payers = largest_in(&tariff->counts, size_of(tariff->count)) + tariff->member_count;
    int years = years_count(project_years(project));
    return capped((fee / ORE_FINE + 1 + size_of(tariff->round_to)) * payers * years);
}

static bool is_match(const struct section *section)
{
    return section->kind == SECTION_FUNDER && funder_kind((const struct funder *)section) == FUNDER_MATCH;
}

static void set_bounds(struct bounds *bounds)
{
    const struct section_list *all = &bounds->project->all;
    for (int i = 0; i < all->count; i++) {
        bounds->of[all->items[i]->order] = stated_bound(bounds, all->items[i]);
        bounds->cost = capped(bounds->cost + bounds->of[all->items[i]->order]);
    }
    for (int i = 0; i < all->count; i++) {
        wide more = percent_bound(bounds, all->items[i]);
        bounds->of[all->items[i]->order] += more;
        bounds->cost = capped(bounds->cost + more);
    }
    /* A match asks for what it matches, which may stand further on unless it is a match too. */
    for (int matches = 0; matches < 2; matches++)
        for (int i = 0; i < all->count; i++) {
            const struct section *section = all->items[i];
            if (section->kind == SECTION_FUNDER && is_match(section) == matches)
                bounds->of[section->order] = capped(bounds->of[section->order] + money_bound(bounds, section));
            else if (section->kind == SECTION_TARIFF)
                bounds->of[section->order] = fees_bound(bounds->project, (const struct tariff *)section);
        }
}

void check_limits(struct build *build)
{
    const struct project *project = build->project;
    const struct section *largest = NULL;
    struct bounds bounds = { project, arena_take(build->arena, (size_t)build->orders, sizeof(wide)), 0 };
    wide most = 0, all = 0;
    set_bounds(&bounds);
    for (int i = 0; i < project->all.count; i++) {
        wide bound = bounds.of[project->all.items[i]->order];
        all = capped(all + bound);
        if (bound > most) {
            most = bound;
            largest = project->all.items[i];
        }
    }
    if (all > MONEY_LIMIT)
        diag_add(build->diags, DIAG_AMOUNTS_TOO_LARGE, largest->place,
                 ARGS(arg_section_path(build->arena, largest), arg_money(MONEY_LIMIT)));
}

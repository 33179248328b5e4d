/* No figure of a plan may wrap: what a project's amounts could come to, grown by their
   indices, is bounded before anything is computed. */

#include "build.h"

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
    int months = project->last - project->first + 1;
    switch (amount->value.period) {
    case PERIOD_MONTH:
        return capped(size * months);
    case PERIOD_YEAR:
        return capped(size * (months / 12 + 2));
    default:
        return size;
    }
}

static wide staff_bound(const struct project *project, const struct staff *staff)
{
    wide salary = indexed(largest_in(&staff->salaries, size_of(&staff->monthly_salary)), &staff->index);
    wide rate = size_of(&staff->employer_rate);
    if (staff->employer_rate.value.count)
        rate = largest_in(&((const struct rate *)*staff->employer_rate.sections)->years, 0);
    return capped(grown(salary, SHARE_ONE + (share)rate) * (project->last - project->first + 1));
}

static wide cost_bound(const struct project *project, const struct cost *cost)
{
    wide amount = amount_bound(project, &cost->amount, indexed(size_of(&cost->amount), &cost->index));
    return capped(amount + sum_of(&cost->years) + sum_of(&cost->months));
}

static wide bound_of(const struct project *project, const struct section *section)
{
    switch (section->kind) {
    case SECTION_PROJECT:
        return size_of(&project->opening_equity) + size_of(&project->earmarked_equity) +
               size_of(&project->fixed_assets) + size_of(&project->opening_cash);
    case SECTION_STAFF:
        return staff_bound(project, (const struct staff *)section);
    case SECTION_COST:
        return cost_bound(project, (const struct cost *)section);
    case SECTION_FUNDER: {
        const struct funder *funder = (const struct funder *)section;
        return capped(amount_bound(project, &funder->amount, size_of(&funder->amount)) + sum_of(&funder->years));
    }
    default:
        return 0;
    }
}

void check_limits(struct build *build)
{
    const struct project *project = build->project;
    const struct section *largest = NULL;
    wide most = 0, all = 0;
    for (int i = 0; i < project->all.count; i++) {
        wide bound = bound_of(project, project->all.items[i]);
        all = capped(all + bound);
        if (bound > most) {
            most = bound;
            largest = project->all.items[i];
        }
    }
    if (all > MONEY_LIMIT)
        diag_add(build->diags, DIAG_AMOUNTS_TOO_LARGE, largest->place,
                 ARGS(arg_text(section_path(build->arena, largest)), arg_money(MONEY_LIMIT)));
}

#include "folded_fees.h"

#include <medfin/plan/fees_derivation.h>

/* Of the year, by all who pay it. */
static struct affine of_year(const struct folded_plan *folded, const fee_list *fees, int number)
{
    struct affine payers = leaving_payers(folded->program, folded->leaving, fees, number);
    return affine_product(folded->program,
                          folded_derivation(folded, fee_derivation(folded->plan, &fees->items[number], folded->arena)),
                          payers);
}

static bool is_in(const struct folded_plan *folded, const struct fee *fee, month at)
{
    return at >= fee->first && at <= fee->last && months_hold(plan_months(folded->plan), at);
}

/* A certain fee is the plan's own öre; else each month is off by two roundings. */
static struct affine over_months(const struct folded_plan *folded, const fee_list *fees, int number, month first,
                                 month last)
{
    const struct fee *fee = &fees->items[number];
    struct affine year = of_year(folded, fees, number);
    struct cell exact = { 0 };
    int months = 0;
    for (month at = first; at <= last; at++)
        if (is_in(folded, fee, at)) {
            exact = cell_plus(folded->arena, exact, fee_month(fee, at));
            months++;
        }
    if (year.unknown || !months)
        return months ? year : affine_constant(0);
    if (affine_is_certain(&year))
        return affine_constant((double)exact.amount);
    struct affine part = affine_times(folded->program, year, (double)months / months_between(fee->first, fee->last));
    part.error += months;
    return part;
}

struct affine folded_fee_month(const struct folded_plan *folded, const fee_list *fees, int number, month at)
{
    return over_months(folded, fees, number, at, at);
}

struct affine folded_fee(const struct folded_plan *folded, const fee_list *fees, int number)
{
    return over_months(folded, fees, number, folded->plan->first, plan_last(folded->plan));
}

/* Fees in forms: a fee as its derivation says, times those of its payers who are still there. */

#include "fold.h"

/* Of the year, by all who pay it. */
static struct form of_year(const struct fold *fold, const fee_list *fees, int number)
{
    struct form payers = leaving_payers(fold->program, fold->leaving, fees, number);
    return form_product(fold->program, fold_tree(fold, fee_derivation(fold->plan, &fees->items[number], fold->arena)),
                        payers);
}

static bool is_in(const struct fold *fold, const struct fee *fee, month at)
{
    return at >= fee->first && at <= fee->last && months_hold(plan_months(fold->plan), at);
}

/* A certain fee is the plan's own öre; else each month is off by two roundings. */
static struct form over_months(const struct fold *fold, const fee_list *fees, int number, month first, month last)
{
    const struct fee *fee = &fees->items[number];
    struct form year = of_year(fold, fees, number);
    struct cell exact = { 0 };
    int months = 0;
    for (month at = first; at <= last; at++)
        if (is_in(fold, fee, at)) {
            exact = cell_plus(fold->arena, exact, fee_month(fee, at));
            months++;
        }
    if (year.unknown || !months)
        return months ? year : form_constant(0);
    if (form_is_certain(&year))
        return form_constant((double)exact.amount);
    struct form part = form_times(fold->program, year, (double)months / months_between(fee->first, fee->last));
    part.error += months;
    return part;
}

struct form fold_fee_month(const struct fold *fold, const fee_list *fees, int number, month at)
{
    return over_months(fold, fees, number, at, at);
}

struct form fold_fee(const struct fold *fold, const fee_list *fees, int number)
{
    return over_months(fold, fees, number, fold->plan->first, plan_last(fold->plan));
}

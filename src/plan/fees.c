/* Fees: the steps of a tariff in their fixed order, each carried to the billionth of a krona,
   and rounded once at the end. */

#include <medfin/plan/fees.h>

#include <assert.h>

#include "line.h"
#include "price_level.h"

/* Of the twelve months of its first year, how many a member that joins in this one pays. */
static int months_of_first_year(enum first_year rule, month joined)
{
    static const int together[] = {
        [FIRST_YEAR_FULL] = MONTHS_OF_A_YEAR,
        [FIRST_YEAR_HALF] = MONTHS_OF_A_YEAR / 2,
        [FIRST_YEAR_QUARTER] = MONTHS_OF_A_QUARTER,
        [FIRST_YEAR_MONTH] = 1,
    };
    if (rule == FIRST_YEAR_FREE)
        return 0;
    return months_between(period_begin(joined, together[rule]), month_december(joined));
}

static const struct needs *needs_of(const struct plan *plan, const struct tariff *tariff)
{
    const struct fact *terms[] = { &tariff->fixed, &tariff->per_inhabitant, &tariff->minimum, &tariff->maximum };
    const struct needs *needs = NULL;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        needs = needs_union(plan->arena, needs, fact_cell(plan, terms[i]).needs);
    return needs;
}

/* The fee's own steps up to the index, as of January of its year. */
static void find_steps(const struct plan *plan, struct fee *fee)
{
    const struct tariff *tariff = fee->tariff;
    wide components = tariff_components(tariff, fee->counted);
    fee->components = (int64_t)components;
    fee->limited = (int64_t)tariff_limited(tariff, components);
    struct cell limited = { fee->limited, fee->amount.needs };
    struct cell indexed = cell_revised(plan, limited, &tariff->index, plan->first, year_first(fee->year));
    fee->indexed = fee->of_year = indexed.amount;
    if (fee->months_paid != MONTHS_OF_A_YEAR)
        fee->of_year = round_quotient((wide)fee->indexed * fee->months_paid, MONTHS_OF_A_YEAR);
    fee->amount.needs = fee->months_paid ? indexed.needs : NULL;
}

/* A fee is never below zero. */
static money rounded(int64_t fine, wide unit, enum rounding way)
{
    switch (way) {
    case ROUND_UP:
        return (money)((fine + unit - 1) / unit);
    case ROUND_DOWN:
        return (money)(fine / unit);
    default:
        return round_quotient(fine, unit);
    }
}

static void find_amount(struct fee *fee)
{
    const struct fact *to = &fee->tariff->round_to;
    if (fact_is_stated(to))
        fee->amount.amount = to->value.number *
                             rounded(fee->of_year, (wide)to->value.number * ORE_FINE, (enum rounding)to->value.second);
    else
        fee->amount.amount = rounded(fee->of_year, ORE_FINE, ROUND_NEAREST);
}

/* What the fees of a tariff in a year have in common. */
static struct fee fee_common(const struct plan *plan, const struct tariff *tariff, int year)
{
    return (struct fee){ .tariff = tariff,
                         .payers = 1,
                         .year = year,
                         .first = year_first(year),
                         .last = year_last(year),
                         .months_paid = MONTHS_OF_A_YEAR,
                         .inhabitants = -1,
                         .amount.needs = needs_of(plan, tariff) };
}

/* The rest of a fee whose payers and inhabitants are told. */
static void complete(const struct plan *plan, struct fee *fee)
{
    assert(fee->tariff);
    if (fee->inhabitants >= 0)
        fee->counted = tariff_counted(fee->tariff, fee->inhabitants);
    find_steps(plan, fee);
    find_amount(fee);
}

static void tell_members(const struct plan *plan, const struct fee *common, fee_take *take, void *context)
{
    const struct tariff *tariff = common->tariff;
    bool asks_size = tariff_asks_size(tariff);
    for (int i = 0; i < tariff->member_count; i++) {
        struct fee fee = *common;
        const struct member *member = fee.member = tariff->members[i];
        if (!member_in(member, fee.year, &fee.first, &fee.last))
            continue;
        bool is_first = fact_is_stated(&member->joined) && month_year((month)member->joined.value.number) == fee.year;
        if (is_first)
            fee.months_paid = months_of_first_year((enum first_year)tariff->first_year.value.number, fee.first);
        struct inhabitants inhabitants;
        if (asks_size && member_inhabitants(member, tariff, fee.year, &inhabitants)) {
            fee.inhabitants = inhabitants.number;
            fee.basis_year = inhabitants.year;
        }
        complete(plan, &fee);
        take(context, &fee);
    }
}

static struct fee equal_fee(const struct plan *plan, const struct fee *common, int64_t payers, int months_paid)
{
    struct fee fee = *common;
    fee.payers = payers;
    fee.months_paid = months_paid;
    fee.inhabitants = tariff_asks_size(fee.tariff) ? fee.tariff->inhabitants.value.number : -1;
    complete(plan, &fee);
    return fee;
}

struct fee tariff_fee_of_one(const struct plan *plan, const struct tariff *tariff, int year)
{
    const struct fee common = fee_common(plan, tariff, year);
    return equal_fee(plan, &common, 1, MONTHS_OF_A_YEAR);
}

/* Equal members that are more than the year before have joined in January. */
static void tell_equal(const struct plan *plan, const struct fee *common, fee_take *take, void *context)
{
    const struct tariff *tariff = common->tariff;
    int64_t count = tariff_count_in(tariff, common->year)->value.number;
    bool is_first = common->year == plan_years(plan).first;
    int64_t before = is_first ? count : tariff_count_in(tariff, common->year - 1)->value.number;
    int64_t old = count < before ? count : before;
    int months = months_of_first_year((enum first_year)tariff->first_year.value.number, common->first);
    const struct fee usual = equal_fee(plan, common, old, MONTHS_OF_A_YEAR);
    const struct fee joining = equal_fee(plan, common, count - old, months);
    if (usual.payers)
        take(context, &usual);
    if (joining.payers)
        take(context, &joining);
}

void tariff_fees_tell(const struct plan *plan, const struct tariff *tariff, int year, fee_take *take, void *context)
{
    const struct fee common = fee_common(plan, tariff, year);
    tell_members(plan, &common, take, context);
    tell_equal(plan, &common, take, context);
}

struct listing {
    fee_list *fees;
    struct arena *arena;
};

static void list_fee(void *context, const struct fee *fee)
{
    const struct listing *listing = context;
    *list_add(listing->fees, listing->arena) = *fee;
}

void tariff_fees_add(const struct plan *plan, const struct tariff *tariff, int year, fee_list *fees,
                     struct arena *arena)
{
    struct listing listing = { fees, arena };
    tariff_fees_tell(plan, tariff, year, list_fee, &listing);
}

fee_list tariff_fees(const struct plan *plan, const struct tariff *tariff, struct arena *arena)
{
    fee_list fees = { 0 };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++)
        tariff_fees_add(plan, tariff, year, &fees, arena);
    return fees;
}

struct cell fee_sum(const struct fee *fee)
{
    return (struct cell){ fee->amount.amount * fee->payers, fee->amount.needs };
}

struct cell fee_month(const struct fee *fee, month at)
{
    struct cell sum = fee_sum(fee);
    if (at < fee->first || at > fee->last)
        return (struct cell){ 0 };
    sum.amount = money_spread(sum.amount, months_between(fee->first, at), months_between(fee->first, fee->last));
    return sum;
}

month fee_paid(const struct fee *fee)
{
    month invoice = month_of(fee->year, (int)fee->tariff->invoice_month.value.number);
    return month_later(invoice, fee->first) + (month)fee->tariff->payment_lag.value.number;
}

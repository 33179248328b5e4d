/* Fees: who pays in a year, and for how many months. */

#include <medfin/plan/fees.h>

#include <assert.h>

#include <medfin/plan/fee_nodes.h>

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

/* What the fees of a tariff in a year have in common. */
static struct fee fee_common(const struct tariff *tariff, int year)
{
    return (struct fee){ .tariff = tariff,
                         .payers = 1,
                         .year = year,
                         .first = year_first(year),
                         .last = year_last(year),
                         .months_paid = MONTHS_OF_A_YEAR,
                         .inhabitants = -1 };
}

/* The rest of a fee whose payers and inhabitants are told. */
static void complete(const struct plan *plan, struct fee *fee)
{
    assert(fee->tariff);
    if (fee->inhabitants >= 0)
        fee->counted = tariff_counted(fee->tariff, fee->inhabitants);
    make_fee(plan, fee);
}

static void add_members(const struct plan *plan, const struct fee *common, fee_list *fees)
{
    const struct tariff *tariff = common->tariff;
    bool asks_size = tariff_asks_size(tariff);
    for (int i = 0; i < tariff->member_count; i++) {
        struct fee fee = *common;
        const struct member *member = fee.member = tariff->members[i];
        if (!member_in(member, fee.year, &fee.first, &fee.last))
            continue;
        bool is_first = fact_is_stated(member->joined) && month_year((month)member->joined->value.number) == fee.year;
        if (is_first)
            fee.months_paid = months_of_first_year((enum first_year)tariff->first_year->value.number, fee.first);
        struct inhabitants inhabitants;
        if (asks_size && member_inhabitants(member, tariff, fee.year, &inhabitants)) {
            fee.inhabitants = inhabitants.number;
            fee.basis_year = inhabitants.year;
        }
        complete(plan, &fee);
        *list_add(fees, plan->arena) = fee;
    }
}

static struct fee equal_fee(const struct plan *plan, const struct fee *common, int64_t payers, bool are_new)
{
    struct fee fee = *common;
    fee.payers = payers;
    fee.are_new = are_new;
    if (are_new)
        fee.months_paid = months_of_first_year((enum first_year)fee.tariff->first_year->value.number, common->first);
    fee.inhabitants = tariff_asks_size(fee.tariff) ? fee.tariff->inhabitants->value.number : -1;
    complete(plan, &fee);
    return fee;
}

struct fee tariff_fee_of_one(const struct plan *plan, const struct tariff *tariff, int year)
{
    const struct fee common = fee_common(tariff, year);
    return equal_fee(plan, &common, 1, false);
}

/* Equal members that are more than the year before have joined in January. How many there are of each is a figure of
   the graph, so that there may be none. */
static void add_equal(const struct plan *plan, const struct fee *common, fee_list *fees)
{
    const struct tariff *tariff = common->tariff;
    const struct fact *stated = tariff_count_in(tariff, common->year), *before = stated;
    if (common->year > plan_years(plan).first)
        before = tariff_count_in(tariff, common->year - 1);
    int64_t count = stated->value.number, was = before->value.number, old = count < was ? count : was;
    if (!fact_is_stated(stated) && !fact_is_stated(before))
        return;
    *list_add(fees, plan->arena) = equal_fee(plan, common, old, false);
    if (!fact_same(stated, before))
        *list_add(fees, plan->arena) = equal_fee(plan, common, count - old, true);
}

const fee_list *tariff_fees_in(const struct plan *plan, const struct tariff *tariff, int year)
{
    for (int i = 0; i < plan->made->fees.count; i++) {
        const struct fees_of_year *of = plan->made->fees.items[i];
        if (of->tariff == tariff && of->year == year)
            return &of->fees;
    }
    struct fees_of_year *of = arena_take(plan->arena, 1, sizeof *of);
    *of = (struct fees_of_year){ .tariff = tariff, .year = year };
    *list_add(&plan->made->fees, plan->arena) = of;
    const struct fee common = fee_common(tariff, year);
    add_members(plan, &common, &of->fees);
    add_equal(plan, &common, &of->fees);
    return &of->fees;
}

fee_list tariff_fees(const struct plan *plan, const struct tariff *tariff, struct arena *arena)
{
    fee_list all = { 0 };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const fee_list *fees = tariff_fees_in(plan, tariff, year);
        for (int i = 0; i < fees->count; i++)
            *list_add(&all, arena) = fees->items[i];
    }
    return all;
}

struct coverage coverage_of(const struct plan *plan, int year)
{
    struct coverage coverage = { 0 };
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    for (int t = 0; t < tariffs->count; t++) {
        const fee_list *fees = tariff_fees_in(plan, (const struct tariff *)tariffs->items[t], year);
        for (int i = 0; i < fees->count; i++) {
            const struct fee *fee = &fees->items[i];
            coverage.members += fee->inhabitants > 0 ? fee->payers : 0;
            coverage.inhabitants += fee->inhabitants > 0 ? fee->inhabitants * fee->payers : 0;
        }
    }
    return coverage;
}

month fee_paid(const struct fee *fee)
{
    month invoice = month_of(fee->year, (int)fee->tariff->invoice_month->value.number);
    return month_later(invoice, fee->first) + (month)fee->tariff->payment_lag->value.number;
}

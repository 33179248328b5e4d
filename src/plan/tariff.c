#include "tariff.h"

#include <assert.h>

#include <medfin/plan/fee_nodes.h>
#include <medfin/plan/fees_derivation.h>

static void lay(struct plan *plan, const struct section *section)
{
    plan_add_row(plan, (struct row){ .line = section, .side = SIDE_FINANCING, .phase = PHASE_FIXED });
}

struct income {
    const struct plan *plan;
    struct row *row;
};

/* A yearly fee lies within its year, which may reach out of the plan. */
static void add_months(void *context, const struct fee *fee)
{
    const struct income *income = context;
    const struct plan *plan = income->plan;
    money parts[MONTHS_OF_A_YEAR];
    struct cell sum = fee_sum(fee);
    assert(months_between(fee->first, fee->last) <= MONTHS_OF_A_YEAR);
    money_spread_all(sum.amount, months_between(fee->first, fee->last), parts);
    month first = month_later(fee->first, plan->first);
    month last = month_earlier(fee->last, plan_last(plan));
    if (first > last)
        return;
    struct cell *cells = row_cell(plan, income->row, first);
    for (int i = 0; i <= last - first; i++) {
        cells[i].amount += parts[first - fee->first + i];
        cells[i].needs = needs_union(plan->arena, cells[i].needs, sum.needs);
    }
}

static void evaluate(const struct plan *plan, struct row *row)
{
    struct income income = { plan, row };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++)
        tariff_fees_tell(plan, (const struct tariff *)row->line, year, add_months, &income);
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const fee_list fees = tariff_fees(plan, (const struct tariff *)row->line, arena);
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < fees.count; i++) {
        const struct fee *fee = &fees.items[i];
        if (at < fee->first || at > fee->last)
            continue;
        *list_add(&parts, arena) =
            derive(arena, DERIVE_SPREAD, MEASURE_MONEY, N_("spread over months"), fee_sum_derivation(plan, fee, arena),
                   derive_number(arena, months_between(fee->first, at), MEASURE_NUMBER, N_("the part's number")),
                   derive_number(arena, months_between(fee->first, fee->last), MEASURE_NUMBER, N_("number of parts")));
    }
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, N_("fees of the month"), parts.items, parts.count);
}

const struct line_kind tariff_line = { SECTION_TARIFF, lay, { evaluate, derivation, NULL, tariff_nodes } };

#include "staff.h"

#include "price_level.h"

static const struct staff *staff_of(const struct row *row)
{
    return (const struct staff *)row->line;
}

static const struct fact *rate_at(const struct staff *staff, month at, const struct section **section)
{
    *section = &staff->section;
    if (!staff->employer_rate.value.count)
        return &staff->employer_rate;
    *section = *staff->employer_rate.sections;
    return series_exactly(&((const struct rate *)*section)->years, month_january(at));
}

static struct price_level salary_level(const struct plan *plan, const struct staff *staff)
{
    return (struct price_level){ .section = &staff->section,
                                 .stated = &staff->monthly_salary,
                                 .restated = &staff->salaries,
                                 .index = &staff->index,
                                 .first = line_first(plan->project, &staff->line) };
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct staff *staff = staff_of(row);
    const struct price_level level = salary_level(plan, staff);
    month last = line_last(plan->project, &staff->line);
    struct cell salary = { 0 };
    for (month at = level.first; at <= last; at++) {
        const struct section *rate_section;
        if (at == level.first || price_level_turns(&level, at))
            salary = price_level_cell(plan, &level, at);
        struct cell part = fact_cell(plan, staff_share_at(staff, at));
        struct cell rate = fact_cell(plan, rate_at(staff, at, &rate_section));
        struct cell *cell = row_cell(plan, row, at);
        cell->needs = needs_union(plan->arena, needs_union(plan->arena, salary.needs, part.needs), rate.needs);
        if (cell_is_known(*cell))
            cell->amount = money_product(salary.amount, (const int64_t[]){ part.amount, SHARE_ONE + rate.amount }, 2);
    }
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const struct staff *staff = staff_of(row);
    if (!months_hold(line_months(plan->project, &staff->line), at))
        return derive_nothing(arena);
    const struct price_level level = salary_level(plan, staff);
    const struct section *rate_section;
    const struct fact *rate = rate_at(staff, at, &rate_section);
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("salary × share × (1 + employer's on-cost)"),
                  price_level_derivation(plan, &level, at, arena),
                  derive_fact(arena, row->line, staff_share_at(staff, at), MEASURE_SHARE),
                  derive(arena, DERIVE_SUM, MEASURE_SHARE, N_("1 + employer's on-cost"),
                         derive_number(arena, SHARE_ONE, MEASURE_SHARE, N_("the salary itself")),
                         derive_fact(arena, rate_section, rate, MEASURE_SHARE)));
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct staff *staff = staff_of(row->row);
    const struct price_level salary = salary_level(nodes->plan, staff);
    node level = 0, one = graph_number(nodes->graph, SHARE_ONE, KIND_SHARE, N_("the salary itself"));
    for (month at = salary.first; at <= line_last(nodes->plan->project, &staff->line); at++) {
        const struct section *rate_section;
        const struct fact *rate = rate_at(staff, at, &rate_section);
        level = price_level_node(nodes, &salary, at, level);
        put_month(nodes, row, at,
                  graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, N_("salary × share × (1 + employer's on-cost)"), level,
                           share_leaf(nodes, &staff->section, staff_share_at(staff, at)),
                           graph_of(nodes->graph, OP_SUM, KIND_SHARE, N_("1 + employer's on-cost"), one,
                                    share_leaf(nodes, rate_section, rate))));
    }
}

const struct line_kind staff_line = { SECTION_STAFF, line_lay, { evaluate, derivation, NULL, make_nodes } };

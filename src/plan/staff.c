#include "staff.h"

#include "price_level.h"

static const struct staff *staff_of(const struct row *row)
{
    return (const struct staff *)row->line;
}

static const struct fact *rate_at(const struct staff *staff, month at, const struct section **section)
{
    *section = &staff->section;
    if (!staff->employer_rate->value.count)
        return staff->employer_rate;
    *section = *staff->employer_rate->sections;
    return series_exactly(&((const struct rate *)*section)->years, month_january(at));
}

static struct price_level salary_level(const struct plan *plan, const struct staff *staff)
{
    return (struct price_level){ .section = &staff->section,
                                 .stated = staff->monthly_salary,
                                 .restated = &staff->salaries,
                                 .index = staff->index,
                                 .first = line_first(plan->project, &staff->line) };
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    const struct staff *staff = staff_of(row);
    const struct price_level salary = salary_level(plan, staff);
    node level = 0, one = graph_number(plan->graph, SHARE_ONE, KIND_SHARE, N_("the salary itself"));
    for (month at = salary.first; at <= line_last(plan->project, &staff->line); at++) {
        const struct section *rate_section;
        const struct fact *rate = rate_at(staff, at, &rate_section);
        level = price_level_node(plan, &salary, at, level);
        put_month(plan, row, at,
                  graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("salary × share × (1 + employer's on-cost)"), level,
                           share_leaf(plan, &staff->section, staff_share_at(staff, at)),
                           graph_of(plan->graph, OP_SUM, KIND_SHARE, N_("1 + employer's on-cost"), one,
                                    share_leaf(plan, rate_section, rate))));
    }
}

const struct line_kind staff_line = { SECTION_STAFF, line_lay, make_nodes };

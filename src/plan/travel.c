#include "travel.h"

#include <assert.h>

#include <medfin/model/activity.h>

enum { KG_OF_A_TONNE = 1000 };

static const struct travel *travel_of(const struct row *row)
{
    return (const struct travel *)row->line;
}

static node compensation_node(const struct plan *plan, const struct travel *travel, node tickets)
{
    struct graph *graph = plan->graph;
    const struct section *section = &travel->section;
    if (travel->compensation->value.is_share)
        return graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("compensation, a percent of the tickets"), tickets,
                        share_leaf(plan, section, travel->compensation));
    return graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("compensation: price × trips × km × kg a km ÷ 1000"),
                    money_leaf(plan, section, travel->compensation), count_leaf(plan, section, travel->trips),
                    graph_fact(graph, section, travel->distance_km, KIND_DECIMAL, FIELD_NUMBER),
                    graph_fact(graph, section, travel->kg_co2e_per_km, KIND_DECIMAL, FIELD_NUMBER),
                    against(count_number(plan, KG_OF_A_TONNE, N_("kg in a tonne"))));
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    const struct travel *travel = travel_of(row);
    const struct month_list months = travel_months(travel);
    node each =
        graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("cost per trip × trips"),
                 money_leaf(plan, row->line, travel->cost_per_trip), count_leaf(plan, row->line, travel->trips));
    if (fact_is_stated(travel->compensation))
        each = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("tickets and compensation"), each,
                        compensation_node(plan, travel, each));
    for (int i = 0; i < months.count; i++)
        add_to_month(plan, row, months.items[i], each);
}

const struct line_kind travel_line = { SECTION_TRAVEL, line_lay, make_nodes };

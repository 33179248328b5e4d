#include "travel.h"

#include <assert.h>

#include <medfin/model/activity.h>

enum { KG_OF_A_TONNE = 1000 };

static const struct travel *travel_of(const struct row *row)
{
    return (const struct travel *)row->line;
}

static struct cell tickets_of(const struct plan *plan, const struct travel *travel)
{
    struct cell each = fact_cell(plan, &travel->cost_per_trip);
    each.amount *= travel->trips.value.number;
    return each;
}

/* round(trips × km × kg per km / 1000 × price per tonne): exact, rounded once. */
static money by_emissions(const struct travel *travel)
{
    wide number = (wide)travel->compensation.value.number * travel->trips.value.number;
    bool wraps = __builtin_mul_overflow(number, (wide)travel->distance_km.value.number, &number) ||
                 __builtin_mul_overflow(number, (wide)travel->kg_co2e_per_km.value.number, &number);
    assert(!wraps);
    return round_quotient(number, (wide)SHARE_ONE * SHARE_ONE * KG_OF_A_TONNE);
}

static struct cell compensation_of(const struct plan *plan, const struct travel *travel)
{
    struct cell tickets = tickets_of(plan, travel);
    const struct fact *stated = &travel->compensation;
    if (!fact_is_stated(stated))
        return (struct cell){ 0 };
    if (stated->value.is_share)
        return (struct cell){ money_times(tickets.amount, stated->value.number), tickets.needs };
    return cell_known(by_emissions(travel));
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct travel *travel = travel_of(row);
    const struct month_list months = travel_months(travel);
    struct cell each = cell_plus(plan->arena, tickets_of(plan, travel), compensation_of(plan, travel));
    for (int i = 0; i < months.count; i++)
        *row_cell(plan, row, months.items[i]) = each;
}

static const struct derivation *derive_tickets(const struct travel *travel, struct arena *arena)
{
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("cost per trip × trips"),
                  derive_fact(arena, &travel->section, &travel->cost_per_trip, MEASURE_MONEY),
                  derive_fact(arena, &travel->section, &travel->trips, MEASURE_NUMBER));
}

static const struct derivation *derive_compensation(const struct travel *travel, struct arena *arena)
{
    const struct section *section = &travel->section;
    if (travel->compensation.value.is_share)
        return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("compensation, a percent of the tickets"),
                      derive_tickets(travel, arena), derive_fact(arena, section, &travel->compensation, MEASURE_SHARE));
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("compensation: price × trips × km × kg a km ÷ 1000"),
                  derive_fact(arena, section, &travel->compensation, MEASURE_MONEY),
                  derive_fact(arena, section, &travel->trips, MEASURE_NUMBER),
                  derive_fact(arena, section, &travel->distance_km, MEASURE_DECIMAL),
                  derive_fact(arena, section, &travel->kg_co2e_per_km, MEASURE_DECIMAL),
                  derive_divisor(arena, derive_number(arena, KG_OF_A_TONNE, MEASURE_NUMBER, N_("kg in a tonne"))));
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    (void)plan;
    const struct travel *travel = travel_of(row);
    const struct month_list months = travel_months(travel);
    bool travels = false;
    for (int i = 0; i < months.count; i++)
        travels = travels || months.items[i] == at;
    if (!travels)
        return derive_nothing(arena);
    if (!fact_is_stated(&travel->compensation))
        return derive_tickets(travel, arena);
    return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("tickets and compensation"), derive_tickets(travel, arena),
                  derive_compensation(travel, arena));
}

static node compensation_node(const struct plan_nodes *nodes, const struct travel *travel, node tickets)
{
    struct graph *graph = nodes->graph;
    const struct section *section = &travel->section;
    if (travel->compensation.value.is_share)
        return graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("compensation, a percent of the tickets"), tickets,
                        share_leaf(nodes, section, &travel->compensation));
    return graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("compensation: price × trips × km × kg a km ÷ 1000"),
                    money_leaf(nodes, section, &travel->compensation), count_leaf(nodes, section, &travel->trips),
                    graph_fact(graph, section, &travel->distance_km, KIND_DECIMAL, FIELD_NUMBER),
                    graph_fact(graph, section, &travel->kg_co2e_per_km, KIND_DECIMAL, FIELD_NUMBER),
                    against(count_number(nodes, KG_OF_A_TONNE, N_("kg in a tonne"))));
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct travel *travel = travel_of(row->row);
    const struct month_list months = travel_months(travel);
    node each = graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, N_("cost per trip × trips"),
                         money_leaf(nodes, row->row->line, &travel->cost_per_trip),
                         count_leaf(nodes, row->row->line, &travel->trips));
    if (fact_is_stated(&travel->compensation))
        each = graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("tickets and compensation"), each,
                        compensation_node(nodes, travel, each));
    for (int i = 0; i < months.count; i++)
        put_month(nodes, row, months.items[i], each);
}

const struct line_kind travel_line = { SECTION_TRAVEL, line_lay, { evaluate, derivation, NULL, make_nodes } };

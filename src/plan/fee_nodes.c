/* Fees as nodes: the steps of a tariff in their fixed order, and what of a year's fee falls in each month. */

#include <medfin/plan/fee_nodes.h>

#include <assert.h>

#include "price_level.h"

/* Steps on the way are finer than öre. */
static node in_fine(const struct plan_nodes *nodes, node amount)
{
    return graph_of(nodes->graph, OP_PRODUCT, KIND_FINE, N_("in billionths of a krona"), amount);
}

static node fine_money(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *fact)
{
    return in_fine(nodes, money_leaf(nodes, &fee->tariff->section, fact));
}

static node inhabitants_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    struct inhabitants of;
    if (!fee->member)
        return count_leaf(nodes, &fee->tariff->section, &fee->tariff->inhabitants);
    bool is_stated = member_inhabitants(fee->member, fee->tariff, fee->year, &of);
    assert(is_stated);
    const struct population *population = fee->member->population;
    const struct fact *fact = of.fact ? of.fact : census_row_fact(population->listed, of.counted, nodes->arena);
    return count_leaf(nodes, of.year ? &population->section : &fee->member->section, fact);
}

static node counted_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    const struct fact *cap = &fee->tariff->inhabitants_cap;
    node inhabitants = inhabitants_node(nodes, fee);
    if (!fact_is_stated(cap))
        return inhabitants;
    return graph_of(nodes->graph, OP_LEAST, KIND_COUNT, N_("inhabitants counted"), inhabitants,
                    count_leaf(nodes, &fee->tariff->section, cap));
}

/* A figure of one class. Which one it is follows from the inhabitants: with others the graph is another. */
static node of_class(const struct plan_nodes *nodes, const struct fact *classes, int64_t number, enum kind kind,
                     const char *label)
{
    return graph_read(nodes->graph, number, kind, label, classes);
}

static node fixed_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated)
{
    return fine_money(nodes, fee, stated);
}

static node per_inhabitant_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated)
{
    node rate = graph_fact(nodes->graph, &fee->tariff->section, stated, KIND_FINE, FIELD_NUMBER);
    return graph_of(nodes->graph, OP_PRODUCT, KIND_FINE, tariff_shapes[SHAPE_PER_INHABITANT].label, rate,
                    counted_node(nodes, fee));
}

static node class_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return in_fine(nodes,
                   of_class(nodes, stated, class ? class->amount : 0, KIND_MONEY, tariff_shapes[SHAPE_CLASS].label));
}

static node class_rate_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return graph_of(nodes->graph, OP_PRODUCT, KIND_FINE, tariff_shapes[SHAPE_CLASS_RATE].label,
                    of_class(nodes, stated, class ? class->amount : 0, KIND_FINE, N_("rate of the size class")),
                    counted_node(nodes, fee));
}

/* The inhabitants that are numbered within a band: those up to its end, less those before it. */
static node in_band_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated,
                         const struct size_class *band)
{
    node upto = counted_node(nodes, fee);
    if (band->to != INT64_MAX)
        upto = graph_of(nodes->graph, OP_LEAST, KIND_COUNT, N_("up to the end of the band"), upto,
                        of_class(nodes, stated, band->to, KIND_COUNT, N_("end of the band")));
    if (band->from <= 1)
        return upto;
    return graph_of(nodes->graph, OP_SUM, KIND_COUNT, N_("inhabitants in the band"), upto,
                    against(of_class(nodes, stated, band->from - 1, KIND_COUNT, N_("those before the band"))));
}

static node bands_node(const struct plan_nodes *nodes, const struct fee *fee, const struct fact *stated)
{
    operand parts[stated->value.count + 1];
    int count = 0;
    for (int i = 0; i < stated->value.count; i++) {
        const struct size_class *band = &stated->value.classes[i];
        if (class_filled(band, fee->counted))
            parts[count++] = graph_of(nodes->graph, OP_PRODUCT, KIND_FINE, N_("the band's inhabitants × its rate"),
                                      of_class(nodes, stated, band->amount, KIND_FINE, N_("rate of the band")),
                                      in_band_node(nodes, fee, stated, band));
    }
    return count ? graph_make(nodes->graph, OP_SUM, KIND_FINE, tariff_shapes[SHAPE_BANDS].label, parts, count) : 0;
}

static node components_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    static node (*const shapes[SHAPE_COUNT])(const struct plan_nodes *, const struct fee *, const struct fact *) = {
        [SHAPE_FIXED] = fixed_node, [SHAPE_PER_INHABITANT] = per_inhabitant_node,
        [SHAPE_CLASS] = class_node, [SHAPE_CLASS_RATE] = class_rate_node,
        [SHAPE_BANDS] = bands_node,
    };
    operand parts[SHAPE_COUNT];
    int count = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const struct fact *stated = tariff_component(fee->tariff, (enum tariff_shape)shape);
        node of = fact_is_stated(stated) ? shapes[shape](nodes, fee, stated) : 0;
        if (of)
            parts[count++] = of;
    }
    return count ? graph_make(nodes->graph, OP_SUM, KIND_FINE, N_("components of the fee"), parts, count) : 0;
}

static node limited_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    node of = components_node(nodes, fee);
    if (fact_is_stated(&fee->tariff->minimum))
        of = graph_of(nodes->graph, OP_MOST, KIND_FINE, N_("not below the lowest fee"), of,
                      fine_money(nodes, fee, &fee->tariff->minimum));
    if (fact_is_stated(&fee->tariff->maximum))
        of = graph_of(nodes->graph, OP_LEAST, KIND_FINE, N_("not above the highest fee"), of,
                      fine_money(nodes, fee, &fee->tariff->maximum));
    return of;
}

static node first_year_node(const struct plan_nodes *nodes, const struct fee *fee, node of)
{
    if (fee->months_paid == MONTHS_OF_A_YEAR)
        return of;
    return graph_of(
        nodes->graph, OP_PRODUCT, KIND_FINE, N_("part of the first year"), of,
        graph_read(nodes->graph, fee->months_paid, KIND_COUNT, N_("months that are paid"), &fee->tariff->first_year),
        against(count_number(nodes, MONTHS_OF_A_YEAR, N_("months of a year"))));
}

node fee_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    static const enum op ways[] = { [ROUND_NEAREST] = OP_NEAREST, [ROUND_UP] = OP_UP, [ROUND_DOWN] = OP_DOWN };
    const struct fact *to = &fee->tariff->round_to;
    struct graph *graph = nodes->graph;
    if (!fee->months_paid)
        return graph_read(graph, 0, KIND_MONEY, N_("the first year is free"), &fee->tariff->first_year);
    node of = limited_node(nodes, fee);
    of = revised_node(nodes, of, KIND_FINE, &fee->tariff->index, nodes->plan->first, year_first(fee->year));
    of = first_year_node(nodes, fee, of);
    if (!fact_is_stated(to))
        return graph_of(graph, OP_NEAREST, KIND_MONEY, N_("the fee, rounded to whole öre"), of,
                        graph_number(graph, 1, KIND_MONEY, N_("an öre")));
    return graph_of(graph, ways[to->value.second], KIND_MONEY, N_("the fee, rounded"), of,
                    money_leaf(nodes, &fee->tariff->section, to));
}

node fee_of_payers_node(const struct plan_nodes *nodes, const struct fee *fee)
{
    node one = fee_node(nodes, fee);
    if (fee->member)
        return one;
    return graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, N_("fee × members that pay it"), one,
                    graph_read(nodes->graph, fee->payers, KIND_COUNT, N_("equal members"),
                               tariff_count_in(fee->tariff, fee->year)));
}

static void add_fee(void *context, const struct fee *fee)
{
    struct plan_nodes *nodes = context;
    int g = nodes->fee_groups.count - 1;
    while (g >= 0 && (nodes->fee_groups.items[g].tariff != fee->tariff ||
                      nodes->fee_groups.items[g].first != fee->first || nodes->fee_groups.items[g].last != fee->last))
        g--;
    if (g < 0) {
        month paid = month_later(fee_paid(fee), nodes->plan->first);
        g = nodes->fee_groups.count;
        *list_add(&nodes->fee_groups, nodes->arena) =
            (struct fee_group){ .tariff = fee->tariff, .first = fee->first, .last = fee->last, .paid = paid };
    }
    struct fee_group *group = &nodes->fee_groups.items[g];
    node of = fee_of_payers_node(nodes, fee);
    *list_add(group, nodes->arena) = of;
}

static node group_in_month(const struct plan_nodes *nodes, const struct fee_group *group, month at)
{
    int months = months_between(group->first, group->last), count = group->count;
    if (months == 1)
        return graph_make(nodes->graph, OP_SUM, KIND_MONEY, N_("fees"), group->items, count);
    operand *parts = arena_take(nodes->arena, (size_t)count + 2, sizeof *parts);
    parts[0] = count_number(nodes, months_between(group->first, at), N_("the part's number"));
    parts[1] = count_number(nodes, months, N_("number of parts"));
    for (int i = 0; i < count; i++)
        parts[2 + i] = group->items[i];
    return graph_make(nodes->graph, OP_SPREAD, KIND_MONEY, N_("spread over months"), parts, count + 2);
}

node fee_group_in_plan(const struct plan_nodes *nodes, const struct fee_group *group)
{
    const struct months within = months_shared((struct months){ group->first, group->last }, plan_months(nodes->plan));
    if (within.first == group->first && within.last == group->last)
        return graph_make(nodes->graph, OP_SUM, KIND_MONEY, N_("fees"), group->items, group->count);
    operand parts[MONTHS_OF_A_YEAR];
    int count = 0;
    for (month at = within.first; at <= within.last; at++)
        parts[count++] = group_in_month(nodes, group, at);
    return count ? graph_make(nodes->graph, OP_SUM, KIND_MONEY, N_("what of the fees falls in the plan"), parts, count)
                 : 0;
}

static void put_fees(struct plan_nodes *nodes, struct node_row *row, month at, int from)
{
    operand parts[nodes->fee_groups.count - from + 1];
    int count = 0;
    for (int g = from; g < nodes->fee_groups.count; g++) {
        const struct fee_group *group = &nodes->fee_groups.items[g];
        if (at >= group->first && at <= group->last)
            parts[count++] = group_in_month(nodes, group, at);
    }
    if (count)
        put_month(nodes, row, at, graph_make(nodes->graph, OP_SUM, KIND_MONEY, N_("fees of the month"), parts, count));
}

void tariff_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct plan *plan = nodes->plan;
    const struct tariff *tariff = (const struct tariff *)row->row->line;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        int from = nodes->fee_groups.count;
        tariff_fees_tell(plan, tariff, year, add_fee, nodes);
        const struct months planned = months_shared(months_of_year(year), plan_months(plan));
        for (month at = planned.first; at <= planned.last; at++)
            put_fees(nodes, row, at, from);
    }
}

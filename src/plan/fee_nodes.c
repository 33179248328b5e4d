/* Fees as nodes: the steps of a tariff in their fixed order, and what of a year's fee falls in each month. */

#include <medfin/plan/fee_nodes.h>

#include <assert.h>

#include "line.h"
#include "price_level.h"

/* Steps on the way are finer than öre. */
static node in_fine(const struct plan *plan, node amount)
{
    return graph_of(plan->graph, OP_PRODUCT, KIND_FINE, N_("in billionths of a krona"), amount);
}

static node fine_money(const struct plan *plan, const struct fee *fee, const struct fact *fact)
{
    return in_fine(plan, money_leaf(plan, &fee->tariff->section, fact));
}

/* Which class or which bands a figure is of follows from how many inhabitants are counted. */
static node size_leaf(const struct plan *plan, const struct fee *fee, const struct section *section,
                      const struct fact *fact)
{
    const struct tariff *tariff = fee->tariff;
    if (fact_is_stated(tariff->classes) || fact_is_stated(tariff->class_rates) || fact_is_stated(tariff->bands))
        graph_shape(plan->graph, fact);
    return count_leaf(plan, section, fact);
}

static node inhabitants_node(const struct plan *plan, const struct fee *fee)
{
    struct inhabitants of;
    if (!fee->member)
        return size_leaf(plan, fee, &fee->tariff->section, fee->tariff->inhabitants);
    bool is_stated = member_inhabitants(fee->member, fee->tariff, fee->year, &of);
    assert(is_stated);
    const struct population *population = fee->member->population;
    const struct fact *fact = of.fact ? of.fact : census_row_fact(population->listed, of.counted, plan->arena);
    return size_leaf(plan, fee, of.year ? &population->section : &fee->member->section, fact);
}

static node counted_node(const struct plan *plan, const struct fee *fee)
{
    const struct fact *cap = fee->tariff->inhabitants_cap;
    node inhabitants = inhabitants_node(plan, fee);
    if (!fact_is_stated(cap))
        return inhabitants;
    return graph_of(plan->graph, OP_LEAST, KIND_COUNT, N_("inhabitants counted"), inhabitants,
                    size_leaf(plan, fee, &fee->tariff->section, cap));
}

/* A figure of one class. Which one it is follows from the inhabitants: with others the graph is another. */
static node of_class(const struct plan *plan, const struct fact *classes, int64_t number, enum kind kind,
                     const char *label)
{
    return graph_read(plan->graph, number, kind, label, classes);
}

static node fixed_node(const struct plan *plan, const struct fee *fee, const struct fact *stated)
{
    return fine_money(plan, fee, stated);
}

static node per_inhabitant_node(const struct plan *plan, const struct fee *fee, const struct fact *stated)
{
    node rate = graph_fact(plan->graph, &fee->tariff->section, stated, KIND_FINE, FIELD_NUMBER);
    return graph_of(plan->graph, OP_PRODUCT, KIND_FINE, tariff_shapes[SHAPE_PER_INHABITANT].label, rate,
                    counted_node(plan, fee));
}

static node class_node(const struct plan *plan, const struct fee *fee, const struct fact *stated)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return in_fine(plan,
                   of_class(plan, stated, class ? class->amount : 0, KIND_MONEY, tariff_shapes[SHAPE_CLASS].label));
}

static node class_rate_node(const struct plan *plan, const struct fee *fee, const struct fact *stated)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return graph_of(plan->graph, OP_PRODUCT, KIND_FINE, tariff_shapes[SHAPE_CLASS_RATE].label,
                    of_class(plan, stated, class ? class->amount : 0, KIND_FINE, N_("rate of the size class")),
                    counted_node(plan, fee));
}

/* The inhabitants that are numbered within a band: those up to its end, less those before it. */
static node in_band_node(const struct plan *plan, const struct fee *fee, const struct fact *stated,
                         const struct size_class *band)
{
    node upto = counted_node(plan, fee);
    if (band->to != INT64_MAX)
        upto = graph_of(plan->graph, OP_LEAST, KIND_COUNT, N_("up to the end of the band"), upto,
                        of_class(plan, stated, band->to, KIND_COUNT, N_("end of the band")));
    if (band->from <= 1)
        return upto;
    return graph_of(plan->graph, OP_SUM, KIND_COUNT, N_("inhabitants in the band"), upto,
                    against(of_class(plan, stated, band->from - 1, KIND_COUNT, N_("those before the band"))));
}

static node bands_node(const struct plan *plan, const struct fee *fee, const struct fact *stated)
{
    operand parts[stated->value.count + 1];
    int count = 0;
    for (int i = 0; i < stated->value.count; i++) {
        const struct size_class *band = &stated->value.classes[i];
        if (class_filled(band, fee->counted))
            parts[count++] = graph_of(plan->graph, OP_PRODUCT, KIND_FINE, N_("the band's inhabitants × its rate"),
                                      of_class(plan, stated, band->amount, KIND_FINE, N_("rate of the band")),
                                      in_band_node(plan, fee, stated, band));
    }
    return count ? graph_make(plan->graph, OP_SUM, KIND_FINE, tariff_shapes[SHAPE_BANDS].label, parts, count) : 0;
}

static node components_node(const struct plan *plan, const struct fee *fee)
{
    static node (*const shapes[SHAPE_COUNT])(const struct plan *, const struct fee *, const struct fact *) = {
        [SHAPE_FIXED] = fixed_node, [SHAPE_PER_INHABITANT] = per_inhabitant_node,
        [SHAPE_CLASS] = class_node, [SHAPE_CLASS_RATE] = class_rate_node,
        [SHAPE_BANDS] = bands_node,
    };
    operand parts[SHAPE_COUNT];
    int count = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const struct fact *stated = tariff_component(fee->tariff, (enum tariff_shape)shape);
        node of = fact_is_stated(stated) ? shapes[shape](plan, fee, stated) : 0;
        if (of)
            parts[count++] = of;
    }
    return count ? graph_make(plan->graph, OP_SUM, KIND_FINE, N_("components of the fee"), parts, count) : 0;
}

static node limited_node(const struct plan *plan, const struct fee *fee, node of)
{
    if (fact_is_stated(fee->tariff->minimum))
        of = graph_of(plan->graph, OP_MOST, KIND_FINE, N_("not below the lowest fee"), of,
                      fine_money(plan, fee, fee->tariff->minimum));
    if (fact_is_stated(fee->tariff->maximum))
        of = graph_of(plan->graph, OP_LEAST, KIND_FINE, N_("not above the highest fee"), of,
                      fine_money(plan, fee, fee->tariff->maximum));
    return of;
}

static node first_year_node(const struct plan *plan, const struct fee *fee, node of)
{
    if (fee->months_paid == MONTHS_OF_A_YEAR)
        return of;
    return graph_of(
        plan->graph, OP_PRODUCT, KIND_FINE, N_("part of the first year"), of,
        graph_read(plan->graph, fee->months_paid, KIND_COUNT, N_("months that are paid"), fee->tariff->first_year),
        against(count_number(plan, MONTHS_OF_A_YEAR, N_("months of a year"))));
}

static node rounded_node(const struct plan *plan, const struct fee *fee, node of)
{
    static const enum op ways[] = { [ROUND_NEAREST] = OP_NEAREST, [ROUND_UP] = OP_UP, [ROUND_DOWN] = OP_DOWN };
    const struct fact *to = fee->tariff->round_to;
    if (!fact_is_stated(to))
        return graph_of(plan->graph, OP_NEAREST, KIND_MONEY, N_("the fee, rounded to whole öre"), of,
                        graph_number(plan->graph, 1, KIND_MONEY, N_("an öre")));
    return graph_of(plan->graph, ways[to->value.second], KIND_MONEY, N_("the fee, rounded"), of,
                    money_leaf(plan, &fee->tariff->section, to));
}

/* Equal members that are more than the year before are new; in the plan's first year none is. */
static node equal_payers(const struct plan *plan, const struct fee *fee)
{
    const struct section *tariff = &fee->tariff->section;
    node count = count_leaf(plan, tariff, tariff_count_in(fee->tariff, fee->year)), old = count;
    if (fee->year > plan_years(plan).first) {
        node before = count_leaf(plan, tariff, tariff_count_in(fee->tariff, fee->year - 1));
        if (before != count)
            old = graph_of(plan->graph, OP_LEAST, KIND_COUNT, N_("members of the year before too"), count, before);
    }
    if (!fee->are_new)
        return old;
    return graph_of(plan->graph, OP_SUM, KIND_COUNT, N_("new members"), count, against(old));
}

static node of_payers(const struct plan *plan, struct fee *fee)
{
    node payers = 0;
    if (fact_is_stated(fee->tariff->leave))
        payers = fee->those_left =
            graph_own_number(plan->graph, fee->payers, KIND_COUNT, fee->member ? N_("members") : N_("equal members"),
                             fee->member ? NULL : tariff_count_in(fee->tariff, fee->year));
    else if (fee->member)
        return fee->one;
    else
        payers = equal_payers(plan, fee);
    return payers ? graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("fee × members that pay it"), fee->one, payers)
                  : 0;
}

void make_fee(const struct plan *plan, struct fee *fee)
{
    node components = components_node(plan, fee), limited = limited_node(plan, fee, components);
    node indexed = revised_node(plan, limited, KIND_FINE, fee->tariff->index, plan->first, year_first(fee->year));
    node of_year = first_year_node(plan, fee, indexed);
    fee->one = fee->months_paid
                   ? rounded_node(plan, fee, of_year)
                   : graph_read(plan->graph, 0, KIND_MONEY, N_("the first year is free"), fee->tariff->first_year);
    fee->all = of_payers(plan, fee);
    fee->components = node_cell(plan, components).amount;
    fee->limited = node_cell(plan, limited).amount;
    fee->indexed = node_cell(plan, indexed).amount;
    fee->of_year = node_cell(plan, of_year).amount;
    fee->amount = node_cell(plan, fee->one);
}

static void add_fee(const struct plan *plan, const struct fee *fee)
{
    struct plan_made *made = plan->made;
    int g = made->fee_groups.count - 1;
    while (g >= 0 && (made->fee_groups.items[g].tariff != fee->tariff ||
                      made->fee_groups.items[g].first != fee->first || made->fee_groups.items[g].last != fee->last))
        g--;
    if (g < 0) {
        month paid = month_later(fee_paid(fee), plan->first);
        g = made->fee_groups.count;
        *list_add(&made->fee_groups, plan->arena) =
            (struct fee_group){ .tariff = fee->tariff, .first = fee->first, .last = fee->last, .paid = paid };
    }
    struct fee_group *group = &made->fee_groups.items[g];
    group->payers += fee->payers;
    if (fee->all)
        *list_add(group, plan->arena) = fee->all;
}

static node group_in_month(const struct plan *plan, const struct fee_group *group, month at)
{
    int months = months_between(group->first, group->last), count = group->count;
    if (!count)
        return 0;
    if (months == 1)
        return graph_make(plan->graph, OP_SUM, KIND_MONEY, N_("fees"), group->items, count);
    operand *parts = arena_take(plan->arena, (size_t)count + 2, sizeof *parts);
    parts[0] = count_number(plan, months_between(group->first, at), N_("the part's number"));
    parts[1] = count_number(plan, months, N_("number of parts"));
    for (int i = 0; i < count; i++)
        parts[2 + i] = group->items[i];
    return graph_make(plan->graph, OP_SPREAD, KIND_MONEY, N_("spread over months"), parts, count + 2);
}

node fee_group_in_plan(const struct plan *plan, const struct fee_group *group)
{
    const struct months within = months_shared((struct months){ group->first, group->last }, plan_months(plan));
    if (!group->count)
        return 0;
    if (within.first == group->first && within.last == group->last)
        return graph_make(plan->graph, OP_SUM, KIND_MONEY, N_("fees"), group->items, group->count);
    operand parts[MONTHS_OF_A_YEAR];
    int count = 0;
    for (month at = within.first; at <= within.last; at++)
        parts[count++] = group_in_month(plan, group, at);
    return count ? graph_make(plan->graph, OP_SUM, KIND_MONEY, N_("what of the fees falls in the plan"), parts, count)
                 : 0;
}

/* `parts` has room for the groups from number `from` on. */
static void put_fees(const struct plan *plan, struct row *row, month at, int from, operand *parts)
{
    int count = 0;
    for (int g = from; g < plan->made->fee_groups.count; g++) {
        const struct fee_group *group = &plan->made->fee_groups.items[g];
        node of = at >= group->first && at <= group->last ? group_in_month(plan, group, at) : 0;
        if (of)
            parts[count++] = of;
    }
    if (count)
        put_month(plan, row, at, graph_make(plan->graph, OP_SUM, KIND_MONEY, N_("fees of the month"), parts, count));
}

void tariff_nodes(const struct plan *plan, struct row *row)
{
    const struct tariff *tariff = (const struct tariff *)row->line;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        int from = plan->made->fee_groups.count;
        const fee_list *fees = tariff_fees_in(plan, tariff, year);
        for (int i = 0; i < fees->count; i++)
            add_fee(plan, &fees->items[i]);
        const struct months planned = months_shared(months_of_year(year), plan_months(plan));
        size_t groups = (size_t)(plan->made->fee_groups.count - from);
        operand *parts = arena_take(plan->arena, groups + 1, sizeof *parts);
        for (month at = planned.first; at <= planned.last; at++)
            put_fees(plan, row, at, from, parts);
    }
}

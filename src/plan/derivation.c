#include <medfin/plan/derivation.h>

#include <medfin/model/payer.h>
#include <medfin/plan/tally.h>

#include "line.h"

/* The walk down from the month of a row. */
struct telling {
    const struct plan *plan;
    const struct row *row;
    month at;
    struct arena *arena;
};

static struct derivation *derivation_new(const struct telling *telling, node of)
{
    struct derivation *derived = arena_take(telling->arena, 1, sizeof *derived);
    const struct node_view view = graph_node(telling->plan->graph, of);
    struct cell cell = node_cell(telling->plan, of);
    *derived = (struct derivation){ .op = view.op,
                                    .kind = view.kind,
                                    .label = view.label,
                                    .value = cell.amount,
                                    .unknown = !cell_is_known(cell),
                                    .field = view.field,
                                    .fact = view.fact,
                                    .section = view.section };
    if (!of)
        derived->label = N_("nothing");
    /* A number that the formula reads out of a statement is one of the line's own. */
    if (view.op == OP_NUMBER && view.fact)
        derived->section = telling->row->line;
    return derived;
}

static struct derivation *sum_of(const struct derivation *const *parts, int count, const char *label,
                                 struct arena *arena)
{
    struct derivation *sum = arena_take(arena, 1, sizeof *sum);
    *sum = (struct derivation){ .op = OP_SUM, .kind = KIND_MONEY, .label = label, .part_count = count };
    sum->parts = arena_take(arena, (size_t)count + 1, sizeof *sum->parts);
    for (int i = 0; i < count; i++) {
        sum->parts[i] = parts[i];
        sum->unknown = sum->unknown || parts[i]->unknown;
        sum->value += parts[i]->minus ? -parts[i]->value : parts[i]->value;
    }
    if (sum->unknown)
        sum->value = 0;
    return sum;
}

const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                         struct arena *arena)
{
    struct cell cell = row_sum(plan, row, first, last);
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = OP_SUM,
                                    .kind = KIND_MONEY,
                                    .value = cell.amount,
                                    .unknown = !cell_is_known(cell),
                                    .section = row->line,
                                    .row = row,
                                    .first = first,
                                    .last = last };
    return derived;
}

/* What the row had drawn by an earlier month is told there. */
static const struct derivation *drawn_before(const struct telling *telling, node of)
{
    const struct row *row = telling->row;
    const struct plan *plan = telling->plan;
    for (int i = telling->at - plan->first; row->upto && i > 0; i--)
        if (row->upto[i] == of || row->drawn[i] == of)
            return rows_derivation(plan, row, plan->first, plan->first + i - 1, telling->arena);
    return NULL;
}

static bool has_row(const struct plan *plan, const struct tally *tally, const struct row *row)
{
    const struct row *of;
    for (int i = 0; (of = tally_row(plan, tally, i)) != NULL; i++)
        if (of == row)
            return true;
    return false;
}

/* What the rows of a sum to date are to the one whose derivation has it. */
static const char *label_to_date(const struct row *told, const struct row *summed)
{
    bool is_cost = summed && summed->side == SIDE_COST;
    if (told->side == SIDE_COST || !told->funder)
        return N_("sum to date");
    if (funder_kind(told->funder) == FUNDER_REMAINDER)
        return is_cost ? N_("cost to date") : N_("other financing to date");
    return is_cost ? N_("eligible cost to date") : N_("match to date");
}

/* A sum of other rows to date: each of them has a derivation of its own. */
static const struct derivation *sum_to_date(const struct telling *telling, node of)
{
    struct months over;
    struct tally *tally = tally_find(telling->plan, of, &over);
    if (!tally || has_row(telling->plan, tally, telling->row))
        return NULL;
    LIST(const struct derivation *) parts = { 0 };
    const struct row *row;
    for (int i = 0; (row = tally_row(telling->plan, tally, i)) != NULL; i++)
        *list_add(&parts, telling->arena) = rows_derivation(telling->plan, row, over.first, over.last, telling->arena);
    return sum_of(parts.items, parts.count, label_to_date(telling->row, tally_row(telling->plan, tally, 0)),
                  telling->arena);
}

static const struct derivation *derive(const struct telling *telling, node of);

static const struct derivation *marked(const struct telling *telling, const struct derivation *derived, enum op above)
{
    struct derivation *copy = arena_take(telling->arena, 1, sizeof *copy);
    *copy = *derived;
    copy->minus = above == OP_SUM || above == OP_SPREAD;
    copy->divides = above == OP_PRODUCT;
    return copy;
}

static const struct derivation *derive_operand(const struct telling *telling, operand of, enum op above)
{
    const struct derivation *derived = derive(telling, operand_node(of));
    return operand_is_against(of) ? marked(telling, derived, above) : derived;
}

/* Nothing, because its status says so; else what it is while it is granted. */
static const struct derivation *derive_granted(const struct telling *telling, const struct node_view *view)
{
    node status = operand_node(view->parts[0]);
    if (node_cell(telling->plan, status).amount)
        return derive(telling, operand_node(view->parts[1]));
    struct derivation *rejected = derivation_new(telling, status);
    rejected->op = OP_NUMBER;
    rejected->kind = KIND_MONEY;
    rejected->label = N_("what this one would pay is rejected");
    return rejected;
}

/* Part `number` of one amount: the amount, the part and how many there are. */
static const struct derivation *derive_spread(const struct telling *telling, const struct node_view *view, int amount)
{
    struct derivation *spread = arena_take(telling->arena, 1, sizeof *spread);
    const struct derivation *const parts[] = { derive(telling, operand_node(view->parts[amount])),
                                               derive(telling, operand_node(view->parts[0])),
                                               derive(telling, operand_node(view->parts[1])) };
    *spread = (struct derivation){ .op = OP_SPREAD,
                                   .kind = KIND_MONEY,
                                   .label = view->label,
                                   .unknown = parts[0]->unknown,
                                   .minus = operand_is_against(view->parts[amount]),
                                   .part_count = 3 };
    if (!spread->unknown)
        spread->value = money_spread(parts[0]->value, (int)parts[1]->value, (int)parts[2]->value);
    spread->parts = arena_take(telling->arena, 3, sizeof *spread->parts);
    for (int i = 0; i < 3; i++)
        spread->parts[i] = parts[i];
    return spread;
}

static const struct derivation *derive_spreads(const struct telling *telling, const struct node_view *view)
{
    if (view->count == 3)
        return derive_spread(telling, view, 2);
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 2; i < view->count; i++)
        *list_add(&parts, telling->arena) = derive_spread(telling, view, i);
    return sum_of(parts.items, parts.count, N_("fees of the month"), telling->arena);
}

static const struct derivation *derive_operator(const struct telling *telling, node of, const struct node_view *view)
{
    struct derivation *derived = derivation_new(telling, of);
    derived->part_count = view->count;
    derived->parts = arena_take(telling->arena, (size_t)view->count + 1, sizeof *derived->parts);
    for (int i = 0; i < view->count; i++)
        derived->parts[i] = derive_operand(telling, view->parts[i], view->op);
    return derived;
}

static const struct derivation *derive(const struct telling *telling, node of)
{
    const struct node_view view = graph_node(telling->plan->graph, of);
    if (!view.count)
        return derivation_new(telling, of);
    const struct derivation *told = drawn_before(telling, of);
    if (!told)
        told = sum_to_date(telling, of);
    if (told)
        return told;
    switch (view.op) {
    case OP_IF_GRANTED:
        return derive_granted(telling, &view);
    case OP_WHILE_LEFT:
        return derive(telling, operand_node(view.parts[1]));
    case OP_SPREAD:
        return derive_spreads(telling, &view);
    default:
        /* An amount that is only measured finer is the amount. */
        return view.op == OP_PRODUCT && view.count == 1 ? derive(telling, operand_node(view.parts[0]))
                                                        : derive_operator(telling, of, &view);
    }
}

const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena)
{
    const struct telling telling = { plan, row, at, arena };
    node of = *row_month(plan, row, at);
    /* The row before it is the cost that it mirrors. */
    if (row_is_mirror(row) && !row_falls_away(row)) {
        const struct derivation *mirrored = rows_derivation(plan, row - 1, at, at, arena);
        return sum_of(&mirrored, 1, N_("the same amount as the cost in kind"), arena);
    }
    if (of)
        return derive(&telling, of);
    struct derivation *nothing = derivation_new(&telling, 0);
    nothing->label = N_("nothing in this month");
    return nothing;
}

const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i]))
            *list_add(&parts, arena) = rows_derivation(plan, &plan->rows[i], first, last, arena);
    return sum_of(parts.items, parts.count, label, arena);
}

const struct derivation *sum_of_derivations(const struct derivation *const *parts, int count, const char *label,
                                            struct arena *arena)
{
    return sum_of(parts, count, label, arena);
}

const struct derivation *difference_of_derivations(const struct derivation *from, const struct derivation *less,
                                                   const char *label, struct arena *arena)
{
    const struct telling telling = { .arena = arena };
    const struct derivation *const parts[] = { from, marked(&telling, less, OP_SUM) };
    return sum_of(parts, 2, label, arena);
}

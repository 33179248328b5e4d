/* What lies above some leaves as a list of steps in the order of making, each with its own value. Whatever a step
   reads has a slot: nothing, the leaves, the steps, then what stays as it is. */

#include <medfin/graph/attempt.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

enum { FIRST_SLOTS = 64 };

struct attempt_step {
    struct measured_operator by;
    uint32_t first, count; /* of its operands */
};

/* Nodes and their slots; open addressing in a power of two of entries, at most half of them taken. */
struct slot_table {
    struct slot_entry {
        node of; /* 0: free */
        uint32_t slot;
    } * entries;
    uint32_t room, count;
};

struct attempt {
    const struct graph *graph;
    int node_count; /* of the graph when its users were made: of what came later nothing is known here */
    int leaf_count, step_count;
    struct attempt_step *steps;
    LIST(operand) operands; /* slots in the place of nodes */
    LIST(int64_t) values;   /* of slots */
    LIST(uint32_t) needs;
    bool *changed;
    const node *leaves;
    struct slot_table slots;
    struct need_sets sets;
};

static struct slot_entry *entry_of(const struct slot_table *table, node of)
{
    for (uint32_t at = of * UINT32_C(2654435761);; at++) {
        struct slot_entry *entry = &table->entries[at & (table->room - 1)];
        if (!entry->of || entry->of == of)
            return entry;
    }
}

static uint32_t slot_of(const struct attempt *attempt, node of)
{
    assert((int)of < attempt->node_count);
    if (!of)
        return 0;
    const struct slot_entry *entry = entry_of(&attempt->slots, of);
    assert(!entry->of || entry->slot); /* what lies above the leaves is computed, or not asked for */
    return entry->slot;
}

/* The entry of a node that is new in the table. */
static void enter(struct slot_table *table, node of, struct arena *arena)
{
    if (2 * (table->count + 1) > table->room) {
        struct slot_table old = *table;
        table->room *= 2;
        table->entries = arena_take(arena, table->room, sizeof *table->entries);
        for (uint32_t i = 0; i < old.room; i++)
            if (old.entries[i].of)
                *entry_of(table, old.entries[i].of) = old.entries[i];
    }
    table->count++;
    entry_of(table, of)->of = of;
}

struct node_list {
    node *items;
    int count, room;
};

static void add_new(struct slot_table *table, struct node_list *nodes, node of, struct arena *arena)
{
    if (entry_of(table, of)->of)
        return;
    enter(table, of, arena);
    *list_add(nodes, arena) = of;
}

static int by_number(const void *a, const void *b)
{
    node one = *(const node *)a, other = *(const node *)b;
    return (one > other) - (one < other);
}

/* The leaves, and behind them all that lies above them, in rising order. */
static struct node_list above(struct attempt *attempt, const struct users *users, struct arena *arena)
{
    struct node_list nodes = { 0 };
    list_reserve(&nodes, attempt->leaf_count + 1, arena);
    for (int i = 0; i < attempt->leaf_count; i++) {
        assert(stored_is_leaf(graph_stored(attempt->graph, attempt->leaves[i])));
        add_new(&attempt->slots, &nodes, attempt->leaves[i], arena);
    }
    assert(nodes.count == attempt->leaf_count);
    for (int i = 0; i < nodes.count; i++) {
        int count;
        const node *found = users_of(users, nodes.items[i], &count);
        for (int u = 0; u < count; u++)
            add_new(&attempt->slots, &nodes, found[u], arena);
    }
    int steps = nodes.count - attempt->leaf_count;
    if (steps)
        qsort(nodes.items + attempt->leaf_count, (size_t)steps, sizeof(node), by_number);
    return nodes;
}

/* Of those steps only what the figures are made of: the slot marks it. */
static void keep_below(struct attempt *attempt, struct node_list *nodes, const node *figures, int figure_count)
{
    for (int i = 0; i < figure_count; i++) {
        struct slot_entry *entry = entry_of(&attempt->slots, figures[i]);
        entry->slot = entry->of == figures[i];
    }
    for (int i = nodes->count - 1; i >= attempt->leaf_count; i--) {
        if (!entry_of(&attempt->slots, nodes->items[i])->slot)
            continue;
        const struct stored *data = graph_stored(attempt->graph, nodes->items[i]);
        for (unsigned p = 0; p < data->count; p++) {
            struct slot_entry *entry = entry_of(&attempt->slots, operand_node(data->parts[p]));
            entry->slot = entry->of != 0;
        }
    }
    int kept = attempt->leaf_count;
    for (int i = kept; i < nodes->count; i++)
        if (entry_of(&attempt->slots, nodes->items[i])->slot)
            nodes->items[kept++] = nodes->items[i];
    nodes->count = kept;
    /* Nodes that fall out keep their entry and slot 0: they are as the graph has them. */
    for (uint32_t i = 0; i < attempt->slots.room; i++)
        attempt->slots.entries[i].slot = 0;
}

static uint32_t add_slot(struct attempt *attempt, int64_t value, uint32_t needs, struct arena *arena)
{
    *list_add(&attempt->values, arena) = value;
    *list_add(&attempt->needs, arena) = needs;
    return (uint32_t)attempt->values.count - 1;
}

static uint32_t slot_of_graphs(struct attempt *attempt, node of, struct arena *arena)
{
    return add_slot(attempt, attempt->graph->values.items[of], attempt->graph->needs.items[of], arena);
}

/* Its operands, as slots. What stays of a sum is one of them. */
static void compile(struct attempt *attempt, struct attempt_step *step, const struct stored *data, struct arena *arena)
{
    step->by = stored_operator(data);
    step->first = (uint32_t)attempt->operands.count;
    int64_t rest = 0;
    uint32_t rest_needs = 0;
    bool stays = false;
    for (unsigned i = 0; i < data->count; i++) {
        node of = operand_node(data->parts[i]);
        operand sign = data->parts[i] & OPERAND_AGAINST;
        uint32_t slot = slot_of(attempt, of);
        if (!slot && data->op == OP_SUM) {
            int64_t value = graph_value(attempt->graph, of);
            rest += sign ? -value : value;
            rest_needs = need_set_union(&attempt->sets, rest_needs, attempt->graph->needs.items[of]);
            stays = true;
            continue;
        }
        slot = slot || !of ? slot : slot_of_graphs(attempt, of, arena);
        *list_add(&attempt->operands, arena) = slot | sign;
    }
    if (stays)
        *list_add(&attempt->operands, arena) = add_slot(attempt, rest, rest_needs, arena);
    step->count = (uint32_t)attempt->operands.count - step->first;
}

struct attempt *attempt_new(const struct users *users, const node *leaves, int count, const node *figures,
                            int figure_count, struct arena *arena)
{
    assert(count >= 0);
    struct attempt *attempt = arena_take(arena, 1, sizeof *attempt);
    attempt->graph = users_graph(users);
    attempt->node_count = users_count(users);
    attempt->leaf_count = count;
    node *own = arena_take(arena, (size_t)count + 1, sizeof *own);
    for (int i = 0; i < count; i++)
        own[i] = leaves[i];
    attempt->leaves = own;
    attempt->slots.room = FIRST_SLOTS;
    attempt->slots.entries = arena_take(arena, FIRST_SLOTS, sizeof *attempt->slots.entries);
    attempt->sets = need_sets_above(&attempt->graph->sets, arena);

    struct node_list nodes = above(attempt, users, arena);
    assert(nodes.items);
    if (figures)
        keep_below(attempt, &nodes, figures, figure_count);
    attempt->step_count = nodes.count - count;
    add_slot(attempt, 0, 0, arena);
    for (int i = 0; i < nodes.count; i++)
        entry_of(&attempt->slots, nodes.items[i])->slot = slot_of_graphs(attempt, nodes.items[i], arena);
    attempt->steps = arena_take(arena, (size_t)attempt->step_count + 1, sizeof *attempt->steps);
    for (int i = 0; i < attempt->step_count; i++)
        compile(attempt, &attempt->steps[i], graph_stored(attempt->graph, nodes.items[count + i]), arena);
    attempt->changed = arena_take(arena, (size_t)attempt->values.count, sizeof *attempt->changed);
    return attempt;
}

static void put(struct attempt *attempt, uint32_t slot, int64_t value, uint32_t needs)
{
    if (attempt->values.items[slot] == value && attempt->needs.items[slot] == needs)
        return;
    attempt->values.items[slot] = value;
    attempt->needs.items[slot] = needs;
    attempt->changed[slot] = true;
}

void attempt_put(struct attempt *attempt, int leaf, int64_t value)
{
    assert(leaf >= 0 && leaf < attempt->leaf_count);
    put(attempt, (uint32_t)leaf + 1, value, 0);
}

void attempt_run(struct attempt *attempt)
{
    bool has_unknowns = need_sets_count(&attempt->graph->sets) > 1;
    uint32_t own = (uint32_t)attempt->leaf_count + 1;
    for (int i = 0; i < attempt->step_count; i++) {
        const struct attempt_step *step = &attempt->steps[i];
        const operand *operands = attempt->operands.items + step->first;
        int count = (int)step->count;
        uint32_t slot = own + (uint32_t)i, needs = 0;
        bool any = false;
        for (int o = 0; o < count && !any; o++)
            any = attempt->changed[operand_node(operands[o])];
        attempt->changed[slot] = false;
        if (!any)
            continue;
        if (has_unknowns)
            needs =
                operator_needs(step->by, attempt->values.items, attempt->needs.items, operands, count, &attempt->sets);
        int64_t value = needs ? 0 : operator_value(step->by, attempt->values.items, operands, count);
        put(attempt, slot, value, needs);
    }
    memset(attempt->changed, 0, own * sizeof *attempt->changed);
}

int64_t attempt_value(const struct attempt *attempt, node of)
{
    uint32_t slot = slot_of(attempt, of);
    return slot ? attempt->values.items[slot] : graph_value(attempt->graph, of);
}

const struct needs *attempt_needs(const struct attempt *attempt, node of)
{
    uint32_t slot = slot_of(attempt, of);
    return slot ? need_set(&attempt->sets, attempt->needs.items[slot]) : graph_needs(attempt->graph, of);
}

int attempt_count(const struct attempt *attempt)
{
    return attempt->step_count;
}

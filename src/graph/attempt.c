/* What lies above some leaves as a list of steps in the order of making, each with its own value. Whatever a step
   reads has a slot: nothing, the leaves, the steps, then what stays as it is. */

#include <medfin/graph/attempt.h>

#include <assert.h>
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
    uint32_t room;
};

/* A mark for each node. */
struct marks {
    uint64_t *words;
};

enum { WORD_BITS = 64 };

struct step_list {
    bool is_found;
    int *items, count;
};

struct attempt {
    struct arena *arena;
    const struct graph *graph;
    int node_count; /* of the graph when its users were made: of what came later nothing is known here */
    int leaf_count, step_count;
    struct attempt_step *steps;
    LIST(operand) operands; /* slots in the place of nodes */
    LIST(int64_t) values;   /* of slots */
    LIST(uint32_t) needs;
    bool *stale;             /* slots: leaves that were put since the last run, and in it what has changed by them */
    struct step_list *above; /* of each leaf alone; empty until it is asked for */
    const node *leaves;
    struct marks above_any; /* the leaves and what lies above them, asked for or not */
    struct slot_table slots;
    struct need_sets sets;
};

static struct marks marks_new(int count, struct arena *arena)
{
    return (struct marks){ arena_take(arena, (size_t)count / WORD_BITS + 1, sizeof(uint64_t)) };
}

static void mark(struct marks marks, node of)
{
    marks.words[of / WORD_BITS] |= UINT64_C(1) << of % WORD_BITS;
}

static bool is_marked(struct marks marks, node of)
{
    return marks.words[of / WORD_BITS] >> of % WORD_BITS & 1;
}

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
    if (!is_marked(attempt->above_any, of))
        return 0;
    const struct slot_entry *entry = entry_of(&attempt->slots, of);
    assert(entry->of); /* what lies above the leaves is computed, or not asked for */
    return entry->slot;
}

struct node_list {
    node *items;
    int count, room;
};

/* The leaves, and behind them all that lies above them, in rising order: what has a part was made behind it. */
static struct node_list above(const struct attempt *attempt, const struct users *users, struct arena *arena)
{
    struct node_list nodes = { 0 };
    const struct marks marks = attempt->above_any;
    list_reserve(&nodes, attempt->leaf_count + 1, arena);
    for (int i = 0; i < attempt->leaf_count; i++) {
        assert(stored_is_leaf(graph_stored(attempt->graph, attempt->leaves[i])));
        assert(!is_marked(marks, attempt->leaves[i]));
        mark(marks, attempt->leaves[i]);
        *list_add(&nodes, arena) = attempt->leaves[i];
    }
    for (int word = 0; word <= attempt->node_count / WORD_BITS; word++)
        for (uint64_t done = 0, left; (left = marks.words[word] & ~done) != 0;) {
            node of = (node)(word * WORD_BITS + __builtin_ctzll(left));
            int count;
            const operand *found = users_of(users, of, &count);
            for (int u = 0; u < count; u++)
                mark(marks, operand_node(found[u]));
            if (!stored_is_leaf(graph_stored(attempt->graph, of)))
                *list_add(&nodes, arena) = of;
            done |= left & -left;
        }
    return nodes;
}

/* Whether one of those that have it as a part is marked. */
static bool is_used(struct marks marks, const struct users *users, node of)
{
    int count;
    const operand *found = users_of(users, of, &count);
    for (int u = 0; u < count; u++)
        if (is_marked(marks, operand_node(found[u])))
            return true;
    return false;
}

/* Of those steps only what the figures are made of. */
static void keep_below(const struct attempt *attempt, struct node_list *nodes, const struct users *users,
                       const node *figures, int figure_count, struct arena *arena)
{
    const struct marks asked = marks_new(attempt->node_count, arena);
    for (int i = 0; i < figure_count; i++)
        if (is_marked(attempt->above_any, figures[i]))
            mark(asked, figures[i]);
    for (int i = nodes->count - 1; i >= attempt->leaf_count; i--)
        if (is_used(asked, users, nodes->items[i]))
            mark(asked, nodes->items[i]);
    int kept = attempt->leaf_count;
    for (int i = kept; i < nodes->count; i++)
        if (is_marked(asked, nodes->items[i]))
            nodes->items[kept++] = nodes->items[i];
    nodes->count = kept;
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

/* The first is nothing's. */
static void give_slots(struct attempt *attempt, const struct node_list *nodes, struct arena *arena)
{
    attempt->slots.room = FIRST_SLOTS;
    while (attempt->slots.room < 2 * ((uint32_t)nodes->count + 1))
        attempt->slots.room *= 2;
    attempt->slots.entries = arena_take(arena, attempt->slots.room, sizeof *attempt->slots.entries);
    add_slot(attempt, 0, 0, arena);
    for (int i = 0; i < nodes->count; i++) {
        uint32_t slot = slot_of_graphs(attempt, nodes->items[i], arena);
        *entry_of(&attempt->slots, nodes->items[i]) = (struct slot_entry){ nodes->items[i], slot };
    }
}

/* The parts of sums that are leaves or steps, as slots: what stays of a sum is not looked at part by part, so that one
   of many parts costs no more than those that vary. */
struct varying_parts {
    uint32_t *first; /* of each step: the first of its parts, an index of items; 0: none */
    LIST(struct varying_part {
        uint32_t next;
        operand slot;
    })
    items; /* the first is nobody's part */
};

static struct varying_parts find_varying(const struct attempt *attempt, const struct node_list *nodes,
                                         const struct users *users, struct arena *arena)
{
    struct varying_parts parts = { .first = arena_take(arena, (size_t)attempt->step_count + 1, sizeof *parts.first) };
    *list_add(&parts.items, arena) = (struct varying_part){ 0 };
    for (int i = nodes->count - 1; i >= 0; i--) {
        int count;
        const operand *found = users_of(users, nodes->items[i], &count);
        for (int u = 0; u < count; u++) {
            uint32_t slot = entry_of(&attempt->slots, operand_node(found[u]))->slot;
            if (!slot || graph_stored(attempt->graph, operand_node(found[u]))->op != OP_SUM)
                continue;
            uint32_t *first = &parts.first[(int)slot - attempt->leaf_count - 1];
            const operand slot_of_part = (operand)(i + 1) | (found[u] & OPERAND_AGAINST);
            *list_add(&parts.items, arena) = (struct varying_part){ *first, slot_of_part };
            *first = (uint32_t)parts.items.count - 1;
        }
    }
    return parts;
}

/* What stays of a sum that needs something, and what that needs. */
static uint32_t add_open_rest(struct attempt *attempt, const struct stored *data, struct arena *arena)
{
    int64_t rest = 0;
    uint32_t needs = 0;
    for (unsigned i = 0; i < data->count; i++) {
        node of = operand_node(data->parts[i]);
        if (slot_of(attempt, of))
            continue;
        int64_t value = graph_value(attempt->graph, of);
        rest += operand_is_against(data->parts[i]) ? -value : value;
        needs = need_set_union(&attempt->sets, needs, attempt->graph->needs.items[of]);
    }
    return add_slot(attempt, rest, needs, arena);
}

static void compile_sum(struct attempt *attempt, struct attempt_step *step, node of, const struct varying_parts *parts,
                        struct arena *arena)
{
    const struct stored *data = graph_stored(attempt->graph, of);
    int64_t rest = graph_value(attempt->graph, of);
    unsigned count = 0;
    for (uint32_t at = parts->first[step - attempt->steps]; at; at = parts->items.items[at].next) {
        operand slot = parts->items.items[at].slot;
        int64_t value = attempt->values.items[operand_node(slot)];
        rest -= operand_is_against(slot) ? -value : value;
        *list_add(&attempt->operands, arena) = slot;
        count++;
    }
    if (count == data->count)
        return;
    bool is_open = attempt->graph->needs.items[of];
    *list_add(&attempt->operands, arena) =
        is_open ? add_open_rest(attempt, data, arena) : add_slot(attempt, rest, 0, arena);
}

/* Its operands, as slots. What stays of a sum is one of them. */
static void compile(struct attempt *attempt, struct attempt_step *step, node of, const struct varying_parts *parts,
                    struct arena *arena)
{
    const struct stored *data = graph_stored(attempt->graph, of);
    step->by = stored_operator(data);
    step->first = (uint32_t)attempt->operands.count;
    if (data->op == OP_SUM)
        compile_sum(attempt, step, of, parts, arena);
    for (unsigned i = 0; i < data->count && data->op != OP_SUM; i++) {
        node part = operand_node(data->parts[i]);
        uint32_t slot = slot_of(attempt, part);
        slot = slot || !part ? slot : slot_of_graphs(attempt, part, arena);
        *list_add(&attempt->operands, arena) = slot | (data->parts[i] & OPERAND_AGAINST);
    }
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
    attempt->above_any = marks_new(attempt->node_count, arena);
    attempt->sets = need_sets_above(&attempt->graph->sets, arena);

    struct node_list nodes = above(attempt, users, arena);
    assert(nodes.items);
    if (figures)
        keep_below(attempt, &nodes, users, figures, figure_count, arena);
    attempt->step_count = nodes.count - count;
    give_slots(attempt, &nodes, arena);
    attempt->steps = arena_take(arena, (size_t)attempt->step_count + 1, sizeof *attempt->steps);
    const struct varying_parts parts = find_varying(attempt, &nodes, users, arena);
    for (int i = 0; i < attempt->step_count; i++)
        compile(attempt, &attempt->steps[i], nodes.items[count + i], &parts, arena);
    attempt->arena = arena;
    attempt->stale = arena_take(arena, (size_t)attempt->values.count, sizeof *attempt->stale);
    attempt->above = arena_take(arena, (size_t)count + 1, sizeof *attempt->above);
    return attempt;
}

void attempt_put(struct attempt *attempt, int leaf, int64_t value)
{
    assert(leaf >= 0 && leaf < attempt->leaf_count);
    if (attempt->values.items[leaf + 1] == value && !attempt->needs.items[leaf + 1])
        return;
    attempt->values.items[leaf + 1] = value;
    attempt->needs.items[leaf + 1] = 0;
    attempt->stale[leaf + 1] = true;
}

/* The steps that a leaf is in: what one value changes at a time costs no more than what lies above it. */
static const struct step_list *steps_above(struct attempt *attempt, int leaf)
{
    struct step_list *steps = &attempt->above[leaf];
    if (steps->is_found)
        return steps;
    bool *has_leaf = arena_take(attempt->arena, (size_t)attempt->values.count, sizeof *has_leaf);
    steps->items = arena_take(attempt->arena, (size_t)attempt->step_count + 1, sizeof *steps->items);
    steps->is_found = has_leaf[leaf + 1] = true;
    for (int i = 0; i < attempt->step_count; i++) {
        const struct attempt_step *step = &attempt->steps[i];
        bool any = false;
        for (uint32_t o = 0; o < step->count && !any; o++)
            any = has_leaf[operand_node(attempt->operands.items[step->first + o])];
        has_leaf[attempt->leaf_count + 1 + i] = any;
        if (any)
            steps->items[steps->count++] = i;
    }
    return steps;
}

static bool is_stale(const struct attempt *attempt, const struct attempt_step *step)
{
    const operand *operands = attempt->operands.items + step->first;
    bool any = false;
    for (uint32_t o = 0; o < step->count && !any; o++)
        any = attempt->stale[operand_node(operands[o])];
    return any;
}

/* Steps in their order: those of a list, or the first so many. */
static void run_steps(struct attempt *attempt, const int *list, int count, bool only_stale)
{
    const bool has_unknowns = need_sets_count(&attempt->graph->sets) > 1;
    const struct attempt_step *steps = attempt->steps;
    const operand *all = attempt->operands.items;
    int64_t *values = attempt->values.items, *made = values + attempt->leaf_count + 1;
    uint32_t *needs = attempt->needs.items, *needed = needs + attempt->leaf_count + 1;
    bool *stale = attempt->stale + attempt->leaf_count + 1;
    for (int s = 0; s < count; s++) {
        const int i = list ? list[s] : s;
        const struct measured_operator by = steps[i].by;
        const operand *operands = all + steps[i].first;
        const int parts = (int)steps[i].count;
        const int64_t before = made[i];
        const uint32_t needed_before = needed[i];
        if (only_stale && !is_stale(attempt, &steps[i]))
            continue;
        if (has_unknowns)
            needed[i] = operator_needs(by, values, needs, operands, parts, &attempt->sets);
        made[i] = needed[i] ? 0 : operator_value(by, values, operands, parts);
        stale[i] = only_stale && (made[i] != before || needed[i] != needed_before);
    }
}

void attempt_run(struct attempt *attempt)
{
    int count = 0, leaf = 0;
    for (int i = 0; i < attempt->leaf_count; i++) {
        count += attempt->stale[i + 1];
        leaf = attempt->stale[i + 1] ? i : leaf;
    }
    if (count == 1 && attempt->leaf_count > 1) {
        const struct step_list *above = steps_above(attempt, leaf);
        run_steps(attempt, above->items, above->count, false);
        attempt->stale[leaf + 1] = false;
    } else if (count) {
        run_steps(attempt, NULL, attempt->step_count, count < attempt->leaf_count);
        memset(attempt->stale, 0, (size_t)attempt->values.count * sizeof *attempt->stale);
    }
}

int64_t attempt_value(const struct attempt *attempt, node of)
{
    const struct needs *needs;
    return attempt_read(attempt, of, &needs);
}

int64_t attempt_read(const struct attempt *attempt, node of, const struct needs **needs)
{
    uint32_t slot = slot_of(attempt, of);
    const int64_t *values = slot ? attempt->values.items : attempt->graph->values.items;
    uint32_t at = slot ? slot : of, set = (slot ? attempt->needs.items : attempt->graph->needs.items)[at];
    *needs = set ? need_set(&attempt->sets, set) : NULL;
    return values[at];
}

int attempt_count(const struct attempt *attempt)
{
    return attempt->step_count;
}

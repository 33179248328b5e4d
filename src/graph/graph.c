/* Making nodes, and finding those that are made already. */

#include <medfin/graph/graph.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>

#include "store.h"

enum { FIRST_ROOM = 256, SHARED_PARTS = 4, STRETCH = 2048 };

static node add(struct graph *graph, const struct stored *data, int64_t value, uint32_t needs)
{
    node number = (node)graph->values.count;
    assert(number < OPERAND_AGAINST - 1);
    if (!(number & (PAGE - 1)))
        *list_add(&graph->pages, graph->arena) = arena_take(graph->arena, PAGE, sizeof *data);
    *graph_stored(graph, number) = *data;
    *list_add(&graph->values, graph->arena) = value;
    *list_add(&graph->needs, graph->arena) = needs;
    return number;
}

struct graph *graph_new(int stated, int unknowns, struct arena *arena)
{
    struct graph *graph = arena_take(arena, 1, sizeof *graph);
    graph->arena = arena;
    graph->room = FIRST_ROOM;
    graph->table = arena_take(arena, FIRST_ROOM, sizeof *graph->table);
    graph->sets = need_sets_new(unknowns, arena);
    graph->stated = stated;
    graph->leaves = arena_take(arena, (size_t)stated * FIELD_COUNT, sizeof *graph->leaves);
    graph->shapes = arena_take(arena, (size_t)stated + 1, sizeof *graph->shapes);
    add(graph, &(struct stored){ .op = OP_NUMBER, .kind = KIND_MONEY }, 0, 0);
    return graph;
}

static uint64_t mixed(uint64_t hash, uint64_t bits)
{
    hash = (hash ^ bits) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

static unsigned label_begin(const char *label)
{
    return label && *label ? (unsigned)(label[0] << 8 | label[1]) : 0;
}

/* Of a leaf, whose table holds them all. */
static uint64_t hash_of_leaf(const struct stored *data, int64_t value)
{
    bool is_fact = data->op == OP_FACT;
    uint64_t hash = mixed((uint64_t)data->op << 12 | (uint64_t)data->kind << 4 | data->field,
                          is_fact ? (uintptr_t)data->says : label_begin(data->says));
    return mixed(is_fact ? hash : mixed(hash, (uint64_t)value), (uintptr_t)data->fact);
}

/* Of a node, which takes the place of another: where things lie in memory must not decide which nodes there are. */
static uint64_t hash_of(const struct stored *data)
{
    uint64_t hash = mixed((uint64_t)data->op << 12 | (uint64_t)data->kind << 4, label_begin(data->says));
    for (unsigned i = 0; i < data->count; i++)
        hash = mixed(hash, data->parts[i]);
    return hash;
}

static bool is_same(const struct graph *graph, node of, const struct stored *data, int64_t value)
{
    const struct stored *other = graph_stored(graph, of);
    if (other->op != data->op || other->kind != data->kind || other->field != data->field ||
        other->count != data->count)
        return false;
    if (data->op == OP_FACT)
        return other->fact == data->fact && other->says == data->says;
    if (!text_equal(other->says, data->says))
        return false;
    if (data->op == OP_NUMBER)
        return graph->values.items[of] == value && other->fact == data->fact;
    return memcmp(other->parts, data->parts, data->count * sizeof *data->parts) == 0;
}

/* Where a leaf of that content stands in the table, or would. */
static node *place_of(const struct graph *graph, const struct stored *data, int64_t value)
{
    for (uint64_t at = hash_of_leaf(data, value);; at++) {
        node *entry = &graph->table[at & (graph->room - 1)];
        if (!*entry || is_same(graph, *entry, data, value))
            return entry;
    }
}

static void grow_table(struct graph *graph)
{
    const node *old = graph->table;
    uint32_t room = graph->room;
    graph->room *= 2;
    graph->table = arena_take(graph->arena, graph->room, sizeof *graph->table);
    for (uint32_t i = 0; i < room; i++)
        if (old[i])
            *place_of(graph, graph_stored(graph, old[i]), graph->values.items[old[i]]) = old[i];
}

static node share_leaf(struct graph *graph, const struct stored *data, int64_t value)
{
    node *entry = place_of(graph, data, value);
    if (*entry)
        return *entry;
    node made = *entry = add(graph, data, value, 0);
    if (2 * ++graph->shared > graph->room)
        grow_table(graph);
    return made;
}

node graph_number(struct graph *graph, int64_t number, enum kind kind, const char *label)
{
    return share_leaf(graph, &(struct stored){ .op = OP_NUMBER, .kind = (unsigned char)kind, .says = label }, number);
}

node graph_read(struct graph *graph, int64_t number, enum kind kind, const char *label, const struct fact *fact)
{
    return share_leaf(
        graph, &(struct stored){ .op = OP_NUMBER, .kind = (unsigned char)kind, .says = label, .fact = fact }, number);
}

node graph_own_number(struct graph *graph, int64_t number, enum kind kind, const char *label, const struct fact *fact)
{
    return add(graph, &(struct stored){ .op = OP_NUMBER, .kind = (unsigned char)kind, .says = label, .fact = fact },
               number, 0);
}

static bool is_settled(enum status status)
{
    return status == STATUS_GRANTED || status == STATUS_DECIDED;
}

int64_t value_field(const struct value *value, enum field field)
{
    switch (field) {
    case FIELD_SECOND:
        return value->second;
    case FIELD_PAYS:
        return value->number != STATUS_REJECTED;
    case FIELD_SETTLED:
        return is_settled((enum status)value->number);
    case FIELD_YEAR_PAYS:
        return value->status != STATUS_REJECTED;
    case FIELD_YEAR_SETTLED:
        return is_settled(value->status);
    case FIELD_NUMBER:
    case FIELD_COUNT:
        break;
    }
    return value->number;
}

node graph_fact(struct graph *graph, const struct section *section, const struct fact *fact, enum kind kind,
                enum field field)
{
    struct stored data = { .op = OP_FACT, .kind = (unsigned char)kind, .field = field, .says = section };
    data.fact = fact;
    int64_t value = value_field(&fact->value, field);
    if (!fact->stated)
        return share_leaf(graph, &data, value);
    node *leaf = &graph->leaves[(fact->stated - 1) * FIELD_COUNT + (int)field];
    if (!*leaf) {
        bool is_open = field == FIELD_NUMBER && fact->unknown >= 0;
        *leaf = add(graph, &data, value, is_open ? need_set_of(&graph->sets, fact->unknown) : 0);
    }
    return *leaf;
}

void graph_shape(struct graph *graph, const struct fact *fact)
{
    graph->shapes[fact->stated] = true;
}

bool graph_is_shaped(const struct graph *graph, const struct fact *fact)
{
    return graph->shapes[fact->stated];
}

node graph_leaf(const struct graph *graph, int number, enum field field)
{
    assert(number > 0 && number <= graph->stated);
    return graph->shapes[number] ? 0 : graph->leaves[(number - 1) * FIELD_COUNT + (int)field];
}

/* Operands of small nodes stand in stretches of many. */
static const operand *keep_parts(struct graph *graph, const operand *from, int count)
{
    if (graph->left < count) {
        graph->left = count > STRETCH ? count : STRETCH;
        graph->free = arena_take(graph->arena, (size_t)graph->left, sizeof *graph->free);
    }
    operand *parts = graph->free;
    memcpy(parts, from, (size_t)count * sizeof *parts);
    graph->free += count;
    graph->left -= count;
    return parts;
}

static enum kind kind_of(const void *graph, node of)
{
    return (enum kind)graph_stored(graph, of)->kind;
}

static node compute_and_add(struct graph *graph, struct stored *data)
{
    int count = (int)data->count;
    data->parts = keep_parts(graph, data->parts, count);
    struct measured_operator by =
        operator_of((enum op)data->op, (enum kind)data->kind, data->parts, count, kind_of, graph);
    data->ones = by.ones;
    data->fines = by.fines;
    data->is_plain = by.is_plain;
    uint32_t needs = 0;
    if (need_sets_count(&graph->sets) > 1)
        needs = operator_needs(by, graph->values.items, graph->needs.items, data->parts, count, &graph->sets);
    int64_t value = needs ? 0 : operator_value(by, graph->values.items, data->parts, count);
    return add(graph, data, value, needs);
}

/* What was made lately is found again. What lies further back is made a second time, which costs room and
   changes no figure; one table of all nodes took two fifths of the time of making them. */
static node share_node(struct graph *graph, struct stored *data)
{
    node *recent = &graph->recent[hash_of(data) % RECENT];
    if (*recent && is_same(graph, *recent, data, 0))
        return *recent;
    return *recent = compute_and_add(graph, data);
}

/* Takes node 0 and what stands against itself out of a short sum; returns how many are left. */
static int without_nothing(operand *parts, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        int same = 0;
        while (same < kept && parts[same] != against(parts[i]))
            same++;
        if (!operand_node(parts[i]))
            continue;
        if (same < kept)
            memmove(&parts[same], &parts[same + 1], (size_t)(--kept - same) * sizeof *parts);
        else
            parts[kept++] = parts[i];
    }
    return kept;
}

node graph_make(struct graph *graph, enum op op, enum kind kind, const char *label, const operand *parts, int count)
{
    assert(op > OP_FACT && count <= MOST_PARTS);
    struct stored data = { .op = op, .kind = (unsigned char)kind, .says = label, .parts = parts };
    operand few[SHARED_PARTS];
    if (op == OP_SUM && count <= SHARED_PARTS) {
        memcpy(few, parts, (size_t)count * sizeof *parts);
        count = without_nothing(few, count);
        if (count == 0)
            return 0;
        if (count == 1 && !operand_is_against(few[0]))
            return few[0];
        data.parts = few;
    }
    assert(count > 0);
    data.count = (unsigned)count & MOST_PARTS;
    return count <= SHARED_PARTS ? share_node(graph, &data) : compute_and_add(graph, &data);
}

int graph_count(const struct graph *graph)
{
    return graph->values.count;
}

struct node_view graph_node(const struct graph *graph, node of)
{
    const struct stored *data = graph_stored(graph, of);
    struct node_view view = { .op = (enum op)data->op,
                              .kind = (enum kind)data->kind,
                              .field = (enum field)data->field,
                              .value = graph->values.items[of] };
    if (data->op == OP_FACT) {
        view.section = data->says;
        view.fact = data->fact;
        return view;
    }
    view.label = data->says;
    if (data->op == OP_NUMBER)
        view.fact = data->fact;
    view.count = (int)data->count;
    view.parts = data->count ? data->parts : NULL;
    return view;
}

int64_t graph_value(const struct graph *graph, node of)
{
    return graph->values.items[of];
}

bool graph_knows(const struct graph *graph, node of)
{
    return !graph->needs.items[of];
}

const struct needs *graph_needs(const struct graph *graph, node of)
{
    return need_set(&graph->sets, graph->needs.items[of]);
}

#include "intervals.h"

#include <assert.h>

#include <medfin/base/money.h>
#include <medfin/model/keys.h>
#include <medfin/model/statement.h>

#include "store.h"

/* A number this far from 0 is no bound. */
static const int64_t FAR = MONEY_LIMIT * 100;

enum { MOST_OPEN = 4, MOST_PARTS_OF_PRODUCT = 12 };

static const struct interval anything = { INT64_MIN, INT64_MAX };

struct bounds *intervals_new(const struct graph *graph, const struct attempt *attempt, struct arena *arena)
{
    struct bounds *bounds = arena_take(arena, 1, sizeof *bounds);
    bounds->graph = graph;
    bounds->attempt = attempt;
    bounds->arena = arena;
    return bounds;
}

void intervals_vary(struct bounds *bounds, const struct open_leaf *leaves, int count)
{
    const struct graph *graph = bounds->graph;
    bool *open = arena_take(bounds->arena, (size_t)graph_count(graph), sizeof *open);
    for (int i = 0; i < count; i++)
        open[leaves[i].of] = true;
    for (node of = 1; of < (node)graph_count(graph); of++) {
        const struct stored *stored = graph_stored(graph, of);
        for (unsigned i = 0; !stored_is_leaf(stored) && i < stored->count && !open[of]; i++)
            open[of] = open[operand_node(stored->parts[i])];
    }
    bounds->open = open;
    bounds->leaves = leaves;
    bounds->leaf_count = count;
}

bool is_bound(int64_t number)
{
    return number > -FAR && number < FAR;
}

static struct interval opposite(struct interval is, bool turns)
{
    if (!turns)
        return is;
    return (struct interval){ is_bound(is.high) ? -is.high : INT64_MIN, is_bound(is.low) ? -is.low : INT64_MAX };
}

/* Of what was made before. */
static struct interval part_of(const struct bounds *bounds, operand part)
{
    return opposite(bounds->intervals.items[operand_node(part)], operand_is_against(part));
}

static struct interval of_leaf(const struct bounds *bounds, node of, const struct node_view *view)
{
    for (int i = 0; i < bounds->leaf_count; i++)
        if (bounds->leaves[i].of == of)
            return (struct interval){ bounds->leaves[i].low, bounds->leaves[i].high };
    const struct key *key = view->fact->by->key;
    assert(view->field == FIELD_NUMBER); /* no other is unknown */
    int64_t high = view->fact->value.is_share ? SHARE_ONE : key->low || key->high ? key->high : MONEY_LIMIT;
    return (struct interval){ 0, high };
}

static struct interval of_sum(const struct bounds *bounds, const struct node_view *view)
{
    wide low = 0, high = 0;
    bool has_low = true, has_high = true;
    for (int i = 0; i < view->count; i++) {
        const struct interval part = part_of(bounds, view->parts[i]);
        has_low = has_low && is_bound(part.low);
        has_high = has_high && is_bound(part.high);
        low += has_low ? part.low : 0;
        high += has_high ? part.high : 0;
    }
    has_low = has_low && low > -FAR && low < FAR;
    has_high = has_high && high > -FAR && high < FAR;
    return (struct interval){ has_low ? (int64_t)low : INT64_MIN, has_high ? (int64_t)high : INT64_MAX };
}

static struct interval of_extreme(const struct bounds *bounds, const struct node_view *view)
{
    struct interval is = part_of(bounds, view->parts[0]);
    for (int i = 1; i < view->count; i++) {
        const struct interval part = part_of(bounds, view->parts[i]);
        bool takes_low = view->op == OP_LEAST ? part.low < is.low : part.low > is.low;
        bool takes_high = view->op == OP_LEAST ? part.high < is.high : part.high > is.high;
        is.low = takes_low ? part.low : is.low;
        is.high = takes_high ? part.high : is.high;
    }
    return is;
}

/* The amount or, unless the status is known, nothing. */
static struct interval of_condition(const struct bounds *bounds, const struct node_view *view)
{
    int64_t condition;
    const struct interval amount = part_of(bounds, view->parts[1]);
    if (is_known(bounds, operand_node(view->parts[0]), &condition))
        return condition ? amount : (struct interval){ 0, 0 };
    return (struct interval){ amount.low < 0 ? amount.low : 0, amount.high > 0 ? amount.high : 0 };
}

static int bits_of(int64_t value)
{
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    return size ? 64 - __builtin_clzll(size) : 0;
}

/* Whether a product of these has room in 128 bits, and is near enough to 0 to be a bound. What it is divided by is
   above 0. */
static bool is_small(struct measured_operator by, const int64_t *values, const operand *parts, int count)
{
    enum { BITS_OF_FAR = 56, BITS_OF_ONE = 29, ROOM = 110 };
    const wide most = (wide)FAR * FAR * 100;
    int bits = 0;
    for (int i = 0; i < count; i++)
        bits += operand_is_against(parts[i]) ? 0 : bits_of(values[operand_node(parts[i])]);
    /* Most are, by far. */
    if (by.ones + by.fines >= 0 && bits <= ROOM && bits - BITS_OF_ONE * by.ones <= BITS_OF_FAR)
        return true;
    wide size = 1;
    for (int i = 0; i < count; i++) {
        int64_t of = values[operand_node(parts[i])];
        wide value = of < 0 ? -(wide)of : (wide)of;
        if (!operand_is_against(parts[i]) && value && size > most / value)
            return false;
        size *= operand_is_against(parts[i]) ? 1 : value;
    }
    for (int i = 0; i < count; i++)
        if (operand_is_against(parts[i]))
            size /= values[operand_node(parts[i])];
    for (int i = 0; i < by.ones; i++)
        size /= SHARE_ONE;
    for (int i = 0; i < by.fines; i++)
        size /= ORE_FINE;
    for (int i = by.ones + by.fines; i < 0; i++)
        if ((size *= SHARE_ONE) > most / SHARE_ONE)
            return false;
    return size < FAR;
}

/* What nothing is divided by where it is 0. */
static bool is_divisor(const struct node_view *view, int part)
{
    bool is_unit = view->op == OP_NEAREST || view->op == OP_UP || view->op == OP_DOWN || view->op == OP_SPREAD;
    return view->op == OP_PRODUCT ? operand_is_against(view->parts[part]) : is_unit && part == 1;
}

/* Of what grows or falls with each of its parts, the others being what they are: its ends are at corners. */
static struct interval of_corners(const struct bounds *bounds, node of, const struct node_view *view)
{
    const struct measured_operator by = stored_operator(graph_stored(bounds->graph, of));
    struct interval parts[MOST_PARTS_OF_PRODUCT];
    operand places[MOST_PARTS_OF_PRODUCT] = { 0 };
    int open[MOST_OPEN], opens = 0;
    if (view->count > MOST_PARTS_OF_PRODUCT)
        return anything;
    for (int i = 0; i < view->count; i++) {
        bool is_against = operand_is_against(view->parts[i]);
        parts[i] = bounds->intervals.items[operand_node(view->parts[i])];
        places[i] = is_against ? against((operand)i) : (operand)i;
        bool divides = is_divisor(view, i);
        if (!is_bound(parts[i].low) || !is_bound(parts[i].high) || (divides && parts[i].low <= 0))
            return anything;
        if (parts[i].low != parts[i].high && opens == MOST_OPEN)
            return anything;
        if (parts[i].low != parts[i].high)
            open[opens++] = i;
    }
    struct interval is = { INT64_MAX, INT64_MIN };
    int corners = 1;
    for (int i = 0; i < opens; i++)
        corners *= 2;
    for (int corner = 0; corner < corners; corner++) {
        int64_t values[MOST_PARTS_OF_PRODUCT] = { 0 };
        for (int i = 0; i < view->count; i++)
            values[i] = parts[i].low;
        for (int i = 0, rest = corner; i < opens; i++, rest /= 2)
            if (rest % 2)
                values[open[i]] = parts[open[i]].high;
        if (view->op == OP_PRODUCT && !is_small(by, values, places, view->count))
            return anything;
        int64_t value = operator_value(by, values, places, view->count);
        is.low = value < is.low ? value : is.low;
        is.high = value > is.high ? value : is.high;
    }
    return is;
}

static struct interval work(const struct bounds *bounds, node of)
{
    const struct node_view view = graph_node(bounds->graph, of);
    switch (view.op) {
    case OP_NUMBER:
    case OP_FACT:
        return of_leaf(bounds, of, &view);
    case OP_SUM:
        return of_sum(bounds, &view);
    case OP_LEAST:
    case OP_MOST:
        return of_extreme(bounds, &view);
    case OP_IF_GRANTED:
    case OP_WHILE_LEFT:
        return of_condition(bounds, &view);
    case OP_PRODUCT:
    case OP_SPREAD:
    case OP_STEP:
    case OP_NEAREST:
    case OP_UP:
    case OP_DOWN:
        return of_corners(bounds, of, &view);
    default:
        return anything;
    }
}

struct interval bounds_of(struct bounds *bounds, node of)
{
    while (bounds->intervals.count <= (int)of) {
        const node next = (node)bounds->intervals.count;
        int64_t value;
        const struct interval is =
            is_known(bounds, next, &value) ? (struct interval){ value, value } : work(bounds, next);
        *list_add(&bounds->intervals, bounds->arena) = is;
    }
    return bounds->intervals.items[of];
}

/* A leaf as low as it may be, as high as projects go, and the one or the other. */
static int64_t example_of_leaf(struct bounds *bounds, node of, int example)
{
    const int64_t most = INT64_C(100000000000); /* öre, or billionths */
    const struct interval is = bounds_of(bounds, of);
    const int64_t high = is.high < most ? is.high : most;
    const bool is_high[EXAMPLES] = { false, true, of % 2 == 0, of % 2 != 0 };
    if (!is_bound(is.low) || high < is.low)
        return NO_EXAMPLE;
    return is_high[example] ? high : is.low;
}

static int64_t work_example(struct bounds *bounds, node of, int example)
{
    const int64_t *values = bounds->examples[example].items;
    const struct node_view view = graph_node(bounds->graph, of);
    const struct measured_operator by = stored_operator(graph_stored(bounds->graph, of));
    if (view.op <= OP_FACT)
        return example_of_leaf(bounds, of, example);
    for (int i = 0; i < view.count; i++) {
        int64_t value = values[operand_node(view.parts[i])];
        if (!is_bound(value) || (is_divisor(&view, i) && value <= 0))
            return NO_EXAMPLE;
    }
    if (view.op == OP_PRODUCT && !is_small(by, values, view.parts, view.count))
        return NO_EXAMPLE;
    int64_t value = operator_value(by, values, view.parts, view.count);
    return is_bound(value) ? value : NO_EXAMPLE;
}

int64_t example_of(struct bounds *bounds, node of, int example)
{
    while (bounds->examples[example].count <= (int)of) {
        const node next = (node)bounds->examples[example].count;
        int64_t value;
        value = is_known(bounds, next, &value) ? value : work_example(bounds, next, example);
        *list_add(&bounds->examples[example], bounds->arena) = value;
    }
    return bounds->examples[example].items[of];
}

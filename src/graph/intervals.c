#include "intervals.h"

#include <assert.h>

#include <medfin/base/money.h>
#include <medfin/model/keys.h>
#include <medfin/model/statement.h>

#include "store.h"

/* A number this far from 0 is no bound. */
static const int64_t FAR = MONEY_LIMIT * 100;

enum { FIRST_ROOM = 256, MOST_OPEN = 4, MOST_PARTS_OF_PRODUCT = 12 };

static const struct interval anything = { INT64_MIN, INT64_MAX };

struct bounds *intervals_new(const struct graph *graph, const struct attempt *attempt, struct arena *arena)
{
    struct bounds *bounds = arena_take(arena, 1, sizeof *bounds);
    bounds->graph = graph;
    bounds->attempt = attempt;
    bounds->arena = arena;
    bounds->room = FIRST_ROOM;
    bounds->places = arena_take(arena, bounds->room, sizeof *bounds->places);
    return bounds;
}

bool is_known(const struct bounds *bounds, node of, int64_t *value)
{
    const struct needs *needs = NULL;
    if (bounds->attempt) {
        *value = attempt_read(bounds->attempt, of, &needs);
        return !needs;
    }
    *value = graph_value(bounds->graph, of);
    return graph_knows(bounds->graph, of) && !(bounds->open && bounds->open[of]);
}

static struct known_place *place_of(const struct bounds *bounds, node of)
{
    for (uint32_t at = of * UINT32_C(2654435761);; at++) {
        struct known_place *place = &bounds->places[at & (bounds->room - 1)];
        if (!place->of || place->of == of)
            return place;
    }
}

/* NULL: nothing is known of it. */
static const struct known_bounds *entry_of(const struct bounds *bounds, node of)
{
    const struct known_place *place = place_of(bounds, of);
    return place->of ? &bounds->known.items[place->at] : NULL;
}

/* The entry of a node, made if there is none; good until the next one is. */
static struct known_bounds *room_of(struct bounds *bounds, node of)
{
    const struct known_place *place = place_of(bounds, of);
    if (place->of)
        return &bounds->known.items[place->at];
    if (2 * ((uint32_t)bounds->known.count + 1) > bounds->room) {
        const struct known_place *old = bounds->places;
        uint32_t room = bounds->room;
        bounds->room *= 4;
        bounds->places = arena_take(bounds->arena, bounds->room, sizeof *bounds->places);
        for (uint32_t i = 0; i < room; i++)
            if (old[i].of)
                *place_of(bounds, old[i].of) = old[i];
    }
    *place_of(bounds, of) = (struct known_place){ of, bounds->known.count };
    return list_add(&bounds->known, bounds->arena);
}

static void keep(struct bounds *bounds, node of, struct interval is)
{
    struct known_bounds *entry = room_of(bounds, of);
    entry->has_interval = true;
    entry->is = is;
}

void intervals_vary(struct bounds *bounds, const struct open_leaf *leaves, int count)
{
    const struct graph *graph = bounds->graph;
    bool *open = arena_take(bounds->arena, (size_t)graph_count(graph), sizeof *open);
    for (int i = 0; i < count; i++) {
        open[leaves[i].of] = true;
        keep(bounds, leaves[i].of, (struct interval){ leaves[i].low, leaves[i].high });
    }
    for (node of = 1; of < (node)graph_count(graph); of++) {
        const struct stored *stored = graph_stored(graph, of);
        for (unsigned i = 0; !stored_is_leaf(stored) && i < stored->count && !open[of]; i++)
            open[of] = open[operand_node(stored->parts[i])];
    }
    bounds->open = open;
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

static struct interval part_of(struct bounds *bounds, operand part)
{
    return opposite(bounds_of(bounds, operand_node(part)), operand_is_against(part));
}

static struct interval of_fact(const struct node_view *view)
{
    const struct key *key = view->fact->by->key;
    assert(view->field == FIELD_NUMBER); /* no other is unknown */
    int64_t high = view->fact->value.is_share ? SHARE_ONE : key->low || key->high ? key->high : MONEY_LIMIT;
    return (struct interval){ 0, high };
}

static struct interval of_sum(struct bounds *bounds, const struct node_view *view)
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

static struct interval of_extreme(struct bounds *bounds, const struct node_view *view)
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
static struct interval of_condition(struct bounds *bounds, const struct node_view *view)
{
    int64_t condition;
    const struct interval amount = part_of(bounds, view->parts[1]);
    if (is_known(bounds, operand_node(view->parts[0]), &condition))
        return condition ? amount : (struct interval){ 0, 0 };
    return (struct interval){ amount.low < 0 ? amount.low : 0, amount.high > 0 ? amount.high : 0 };
}

/* Whether a product of these has room in 128 bits, and is near enough to 0 to be a bound. What it is divided by is
   above 0. */
static bool is_small(struct measured_operator by, const int64_t *values, const operand *parts, int count)
{
    const wide most = (wide)FAR * FAR * 100;
    wide size = 1;
    for (int i = 0; i < count; i++) {
        wide value = values[i] < 0 ? -(wide)values[i] : (wide)values[i];
        if (!operand_is_against(parts[i]) && value && size > most / value)
            return false;
        size *= operand_is_against(parts[i]) ? 1 : value;
    }
    for (int i = 0; i < count; i++)
        if (operand_is_against(parts[i]))
            size /= values[i];
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
static struct interval of_corners(struct bounds *bounds, node of, const struct node_view *view)
{
    const struct measured_operator by = stored_operator(graph_stored(bounds->graph, of));
    struct interval parts[MOST_PARTS_OF_PRODUCT];
    operand places[MOST_PARTS_OF_PRODUCT] = { 0 };
    int open[MOST_OPEN], opens = 0;
    if (view->count > MOST_PARTS_OF_PRODUCT)
        return anything;
    for (int i = 0; i < view->count; i++) {
        bool is_against = operand_is_against(view->parts[i]);
        parts[i] = bounds_of(bounds, operand_node(view->parts[i]));
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

static struct interval work(struct bounds *bounds, node of)
{
    const struct node_view view = graph_node(bounds->graph, of);
    switch (view.op) {
    case OP_FACT:
        return of_fact(&view);
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
    int64_t value;
    if (is_known(bounds, of, &value))
        return (struct interval){ value, value };
    const struct known_bounds *kept = entry_of(bounds, of);
    if (kept && kept->has_interval)
        return kept->is;
    const struct interval is = work(bounds, of);
    keep(bounds, of, is);
    return is;
}

/* A leaf as low as it may be, as high as projects go, and the one or the other. */
static struct examples examples_of_leaf(struct bounds *bounds, node of)
{
    const int64_t most = INT64_C(100000000000); /* öre, or billionths */
    const struct interval is = bounds_of(bounds, of);
    const int64_t high = is.high < most ? is.high : most;
    if (!is_bound(is.low) || high < is.low)
        return (struct examples){ .is_none = true };
    bool is_odd = of % 2;
    return (struct examples){ .values = { is.low, high, is_odd ? is.low : high, is_odd ? high : is.low } };
}

static struct examples examples_of_sum(const struct node_view *view, const struct examples *parts)
{
    struct examples are = { 0 };
    for (int e = 0; e < EXAMPLES; e++)
        for (int i = 0; i < view->count; i++) {
            int64_t part = parts[i].values[e];
            are.values[e] += operand_is_against(view->parts[i]) ? -part : part;
            are.is_none = are.is_none || !is_bound(part) || !is_bound(are.values[e]);
        }
    return are;
}

static struct examples examples_of_operator(struct bounds *bounds, node of, const struct node_view *view,
                                            const struct examples *parts)
{
    const struct measured_operator by = stored_operator(graph_stored(bounds->graph, of));
    struct examples are = { 0 };
    int64_t values[MOST_PARTS_OF_PRODUCT] = { 0 };
    operand places[MOST_PARTS_OF_PRODUCT] = { 0 };
    if (view->count > MOST_PARTS_OF_PRODUCT)
        return (struct examples){ .is_none = true };
    for (int e = 0; e < EXAMPLES; e++) {
        for (int i = 0; i < view->count; i++) {
            values[i] = parts[i].values[e];
            places[i] = operand_is_against(view->parts[i]) ? against((operand)i) : (operand)i;
            if (!is_bound(values[i]) || (is_divisor(view, i) && values[i] <= 0))
                return (struct examples){ .is_none = true };
        }
        if (view->op == OP_PRODUCT && !is_small(by, values, places, view->count))
            return (struct examples){ .is_none = true };
        are.values[e] = operator_value(by, values, places, view->count);
    }
    return are;
}

static struct examples make_examples(struct bounds *bounds, node of)
{
    const struct node_view view = graph_node(bounds->graph, of);
    if (view.op <= OP_FACT)
        return examples_of_leaf(bounds, of);
    struct examples few[MOST_PARTS_OF_PRODUCT], *parts = few;
    bool is_none = false;
    if (view.count > MOST_PARTS_OF_PRODUCT)
        parts = arena_take(bounds->arena, (size_t)view.count, sizeof *parts);
    for (int i = 0; i < view.count && !is_none; i++) {
        parts[i] = examples_of(bounds, operand_node(view.parts[i]));
        is_none = parts[i].is_none;
    }
    if (is_none)
        return (struct examples){ .is_none = true };
    return view.op == OP_SUM ? examples_of_sum(&view, parts) : examples_of_operator(bounds, of, &view, parts);
}

struct examples examples_of(struct bounds *bounds, node of)
{
    int64_t value;
    if (is_known(bounds, of, &value))
        return (struct examples){ .values = { value, value, value, value } };
    const struct known_bounds *kept = entry_of(bounds, of);
    if (kept && kept->has_examples)
        return kept->examples;
    const struct examples examples = make_examples(bounds, of);
    struct known_bounds *entry = room_of(bounds, of);
    entry->has_examples = true;
    entry->examples = examples;
    return examples;
}

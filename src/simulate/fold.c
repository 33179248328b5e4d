#include "fold.h"

#include <assert.h>
#include <math.h>

#include <medfin/base/sort.h>

static const double half = 0.5; /* of a unit: the most that one rounding moves */

/* A form, and between what the exact node lies: narrower than the form with all that it may be off by. */
struct ranged {
    struct affine form;
    double low, high;
};

/* What is known of a node that varies. */
struct folded {
    struct ranged made;
    node of;
    bool is_asked, stands;
};

typedef LIST(operand) operand_list;

struct fold {
    const struct graph *graph;
    struct program *program;
    struct arena *arena;
    uint32_t *places; /* by node: its place among those that vary, 0 of one that does not; NULL before fold_figures */
    LIST(struct folded) varying;
    LIST(struct varied_leaf {
        node of;
        struct affine form;
    })
    leaves;
};

struct fold *fold_new(const struct graph *graph, struct program *program, struct arena *arena)
{
    struct fold *fold = arena_take(arena, 1, sizeof *fold);
    *fold = (struct fold){ .graph = graph, .program = program, .arena = arena };
    return fold;
}

static double in_ore(enum kind kind)
{
    return kind == KIND_FINE ? 1.0 / ORE_FINE : 1;
}

/* A share is held in billionths: its one goes to the other side of the line. */
static double one_of(enum kind kind)
{
    return kind_unit(kind) == SHARE_ONE ? SHARE_ONE : 1;
}

static enum kind kind_of(const struct fold *fold, node of)
{
    return graph_node(fold->graph, of).kind;
}

void fold_vary(struct fold *fold, node leaf, struct affine form)
{
    assert(!fold->places && graph_node(fold->graph, leaf).op <= OP_FACT);
    form = affine_times(fold->program, form, in_ore(kind_of(fold, leaf)));
    *list_add(&fold->leaves, fold->arena) = (struct varied_leaf){ leaf, form };
}

int fold_leaf_count(const struct fold *fold)
{
    return fold->leaves.count;
}

node fold_leaf(const struct fold *fold, int leaf)
{
    return fold->leaves.items[leaf].of;
}

static bool varies(const struct fold *fold, node of)
{
    return fold->places && fold->places[of];
}

static struct affine exact(const struct fold *fold, node of)
{
    if (!graph_knows(fold->graph, of))
        return affine_unknown();
    return affine_constant((double)graph_value(fold->graph, of) * in_ore(kind_of(fold, of)));
}

struct affine fold_form(const struct fold *fold, node of)
{
    if (!varies(fold, of))
        return exact(fold, of);
    const struct folded *folded = &fold->varying.items[fold->places[of]];
    assert(folded->stands);
    return folded->made.form;
}

static struct affine form_of(const struct fold *fold, operand part)
{
    struct affine form = fold_form(fold, operand_node(part));
    return operand_is_against(part) ? affine_times(fold->program, form, -1) : form;
}

static struct affine rounded(struct affine form, double unit)
{
    form.error += half * unit;
    return form;
}

/* What does not vary is added up exactly, each part of a spread by itself. */
static bool add_exact(const struct fold *fold, const struct node_view *view, int from, int64_t *sum)
{
    *sum = 0;
    for (int i = from; i < view->count; i++) {
        node of = operand_node(view->parts[i]);
        if (varies(fold, of))
            continue;
        if (!graph_knows(fold->graph, of))
            return false;
        int64_t value = graph_value(fold->graph, of);
        if (view->op == OP_SPREAD)
            value = money_spread(value, (int)graph_value(fold->graph, view->parts[0]),
                                 (int)graph_value(fold->graph, view->parts[1]));
        *sum += operand_is_against(view->parts[i]) ? -value : value;
    }
    return true;
}

/* Halves of many parts, so that the terms of each are copied a few times. */
static struct affine add_varying(const struct fold *fold, const operand *parts, int count)
{
    if (count == 0 || (count == 1 && !varies(fold, operand_node(*parts))))
        return affine_constant(0);
    if (count == 1)
        return form_of(fold, *parts);
    int first = count / 2;
    return affine_plus(fold->program, add_varying(fold, parts, first), add_varying(fold, parts + first, count - first),
                       1);
}

enum { DEEPEST = 3 };

/* Whether a sum takes one figure to date from another, or is made of sums that do. */
static bool takes_away(const struct fold *fold, node of, int depth)
{
    const struct node_view view = graph_node(fold->graph, of);
    bool any = false;
    for (int i = 0; i < view.count && !any && view.op == OP_SUM && varies(fold, of); i++)
        any = operand_is_against(view.parts[i]) ||
              (depth < DEEPEST && takes_away(fold, operand_node(view.parts[i]), depth + 1));
    return any;
}

/* Its parts, in the place of a sum that takes away. */
static void add_parts(const struct fold *fold, operand part, int depth, operand_list *parts)
{
    node of = operand_node(part);
    if (depth > DEEPEST || !takes_away(fold, of, depth)) {
        *list_add(parts, fold->arena) = part;
        return;
    }
    const struct node_view view = graph_node(fold->graph, of);
    for (int i = 0; i < view.count; i++)
        add_parts(fold, view.parts[i] ^ (part & OPERAND_AGAINST), depth + 1, parts);
}

static int by_node(const void *a, const void *b)
{
    node one = operand_node(*(const operand *)a), other = operand_node(*(const operand *)b);
    return (one > other) - (one < other);
}

/* What is taken away again is in the sum no more, nor what it may be off by. */
static int without_opposites(operand *parts, int count, struct arena *arena)
{
    int kept = 0;
    sort_array(parts, count, by_node, arena);
    for (int i = 0; i < count; i++) {
        if (kept && parts[kept - 1] == against(parts[i]))
            kept--;
        else
            parts[kept++] = parts[i];
    }
    return kept;
}

static struct affine sum_form(const struct fold *fold, const struct node_view *view)
{
    struct node_view sum = *view;
    operand_list parts = { 0 };
    for (int i = 0; i < view->count; i++) {
        /* Also where it would be taken away again: the graph says so. */
        if (fold_form(fold, operand_node(view->parts[i])).unknown)
            return affine_unknown();
        add_parts(fold, view->parts[i], 1, &parts);
    }
    int kept = without_opposites(parts.items, parts.count, fold->arena);
    /* Else its own parts: two ways to add up the same are two slots. */
    if (kept < parts.count) {
        sum.parts = parts.items;
        sum.count = kept;
    }
    int64_t certain;
    if (!add_exact(fold, &sum, 0, &certain))
        return affine_unknown();
    struct affine form = add_varying(fold, sum.parts, sum.count);
    form.constant += (double)certain * in_ore(view->kind);
    return form;
}

/* A part is the difference of two roundings. Those of one year have the same sum, laid once. */
static struct affine spread_form(const struct fold *fold, const struct node_view *view)
{
    int64_t certain;
    if (!add_exact(fold, view, 2, &certain))
        return affine_unknown();
    struct affine part = affine_laid(fold->program, add_varying(fold, view->parts + 2, view->count - 2));
    part = affine_times(fold->program, part, 1 / (double)graph_value(fold->graph, view->parts[1]));
    part.constant += (double)certain;
    for (int i = 2; i < view->count; i++)
        part.error += varies(fold, operand_node(view->parts[i])) ? 2 * half : 0;
    return part;
}

/* Whether a product is rounded: there is a divisor, or the one of a measure. */
static bool is_divided(const struct fold *fold, const struct node_view *view)
{
    int ones = kind_unit(view->kind) == SHARE_ONE ? -1 : 0, fines = kind_unit(view->kind) == ORE_FINE ? -1 : 0;
    for (int i = 0; i < view->count; i++) {
        int64_t unit = kind_unit(kind_of(fold, operand_node(view->parts[i])));
        if (operand_is_against(view->parts[i]))
            return true;
        ones += unit == SHARE_ONE;
        fines += unit == ORE_FINE;
    }
    return ones > 0 || fines > 0;
}

static struct affine product_form(const struct fold *fold, const struct node_view *view)
{
    struct program *program = fold->program;
    assert(!operand_is_against(view->parts[0]));
    double one = one_of(view->kind) / one_of(kind_of(fold, view->parts[0]));
    struct affine product = affine_times(program, fold_form(fold, view->parts[0]), one);
    for (int i = 1; i < view->count; i++) {
        node of = operand_node(view->parts[i]);
        struct affine factor = affine_factor(program, fold_form(fold, of));
        one = one_of(kind_of(fold, of));
        if (operand_is_against(view->parts[i]))
            product = affine_times(program, affine_quotient(program, product, factor), one);
        else
            product = affine_times(program, affine_product(program, product, factor), 1 / one);
    }
    return is_divided(fold, view) ? rounded(product, in_ore(view->kind)) : product;
}

static struct affine step_form(const struct fold *fold, const struct node_view *view)
{
    struct program *program = fold->program;
    struct affine factor = affine_plus(program, affine_constant(SHARE_ONE), fold_form(fold, view->parts[1]), 1);
    struct affine revised = affine_product(program, fold_form(fold, view->parts[0]), affine_factor(program, factor));
    return rounded(affine_times(program, revised, 1.0 / SHARE_ONE), in_ore(view->kind));
}

static struct ranged ranged_of(const struct fold *fold, operand part)
{
    node of = operand_node(part);
    struct ranged made = { .form = fold_form(fold, of) };
    made.low = made.high = made.form.constant;
    if (varies(fold, of))
        made = fold->varying.items[fold->places[of]].made;
    if (!operand_is_against(part))
        return made;
    return (struct ranged){ affine_times(fold->program, made.form, -1), -made.high, -made.low };
}

/* The one that is the least whatever is drawn and whatever both may be off by, as it is; either where they are the
   same. What both have in common is not in their difference. */
static struct affine chosen(struct program *program, bool most, const struct ranged *a, const struct ranged *b)
{
    struct affine difference = affine_plus(program, a->form, b->form, -1);
    if (difference.unknown)
        return difference;
    double low, high, off = affine_bound(program, &a->form) + affine_bound(program, &b->form);
    affine_range(program, &difference, &low, &high);
    if (high + off <= 0 || a->high <= b->low)
        return most ? b->form : a->form;
    if (low - off >= 0 || b->high <= a->low)
        return most ? a->form : b->form;
    if (low <= -half || high >= half)
        return most ? affine_most(program, a->form, b->form) : affine_least(program, a->form, b->form);
    struct affine same = a->form;
    same.error = fmax(same.error, b->form.error + fmax(-low, high));
    return same;
}

static struct ranged extreme_form(const struct fold *fold, const struct node_view *view)
{
    const bool most = view->op == OP_MOST;
    struct ranged found = ranged_of(fold, view->parts[0]);
    for (int i = 1; i < view->count; i++) {
        const struct ranged other = ranged_of(fold, view->parts[i]);
        found.form = chosen(fold->program, most, &found, &other);
        found.low = most ? fmax(found.low, other.low) : fmin(found.low, other.low);
        found.high = most ? fmax(found.high, other.high) : fmin(found.high, other.high);
    }
    return found;
}

static struct affine unit_form(const struct fold *fold, const struct node_view *view)
{
    assert(!varies(fold, view->parts[1]));
    const enum slot_op op = view->op == OP_UP ? SLOT_UP : view->op == OP_DOWN ? SLOT_DOWN : SLOT_NEAREST;
    return affine_rounded(fold->program, op, fold_form(fold, view->parts[0]), fold_form(fold, view->parts[1]).constant);
}

/* Whether nothing is left of the node where a draw of 0 or 1 is 0, by what it is made of. */
static bool is_nothing_without(const struct fold *fold, node of, int draw)
{
    const struct node_view view = graph_node(fold->graph, of);
    bool all = of == 0 || view.op == OP_SUM || view.op == OP_SPREAD;
    if (view.op == OP_IF_GRANTED) {
        const struct affine status = fold_form(fold, view.parts[0]);
        return (status.count == 1 && status.constant == 0 && status.terms->slot == draw) ||
               is_nothing_without(fold, view.parts[1], draw);
    }
    for (int i = view.op == OP_SPREAD ? 2 : 0; i < view.count && all; i++)
        all = is_nothing_without(fold, operand_node(view.parts[i]), draw);
    return all;
}

/* What is granted only with the same draw is so already, and is nothing where that is refused. */
static struct affine granted_form(const struct fold *fold, const struct node_view *view)
{
    const struct affine status = fold_form(fold, view->parts[0]), amount = fold_form(fold, view->parts[1]);
    bool is_draw = status.count == 1 && status.constant == 0 && status.terms->factor == 1;
    bool is_opposite = status.count == 1 && status.constant == 1 && status.terms->factor == -1;
    if ((is_draw || is_opposite) && is_nothing_without(fold, view->parts[1], status.terms->slot))
        return is_draw ? amount : affine_constant(0);
    return affine_product(fold->program, amount, status);
}

/* Known to be what the graph has, whatever is drawn. */
static bool is_exact(const struct fold *fold, node of)
{
    if (!varies(fold, of))
        return true;
    const struct affine form = fold_form(fold, of), own = exact(fold, of);
    return affine_is_certain(&form) && !form.unknown && !own.unknown && form.error == 0 &&
           form.constant == own.constant;
}

/* Whether the node is the graph's own: all that it is made of is, or a factor that is nothing. */
static bool is_settled(const struct fold *fold, const struct node_view *view)
{
    bool all = true;
    for (int i = 0; i < view->count; i++) {
        node of = operand_node(view->parts[i]);
        bool is_factor = view->op == OP_PRODUCT || (i == 0 && (view->op == OP_IF_GRANTED || view->op == OP_WHILE_LEFT));
        if (is_factor && !varies(fold, of) && graph_knows(fold->graph, of) && !graph_value(fold->graph, of))
            return true;
        all = all && is_exact(fold, of);
    }
    return all;
}

static struct ranged form_alone(struct affine form)
{
    return (struct ranged){ form, -INFINITY, INFINITY };
}

/* The amount, or nothing. */
static struct ranged condition_form(const struct fold *fold, const struct node_view *view)
{
    struct ranged amount = ranged_of(fold, view->parts[1]);
    if (view->op == OP_IF_GRANTED)
        amount.form = granted_form(fold, view);
    return (struct ranged){ amount.form, fmin(amount.low, 0), fmax(amount.high, 0) };
}

static struct ranged operator_form(const struct fold *fold, const struct node_view *view)
{
    switch (view->op) {
    case OP_SUM:
        return form_alone(sum_form(fold, view));
    case OP_PRODUCT:
        return form_alone(product_form(fold, view));
    case OP_SPREAD:
        return form_alone(spread_form(fold, view));
    case OP_STEP:
        return form_alone(step_form(fold, view));
    case OP_LEAST:
    case OP_MOST:
        return extreme_form(fold, view);
    case OP_IF_GRANTED:
    case OP_WHILE_LEFT:
        return condition_form(fold, view);
    case OP_NEAREST:
    case OP_UP:
    case OP_DOWN:
        return form_alone(unit_form(fold, view));
    case OP_NUMBER:
    case OP_FACT:
    case OP_COUNT:
        break;
    }
    assert(false);
    return form_alone(affine_unknown());
}

static struct ranged made(const struct fold *fold, node of)
{
    const struct node_view view = graph_node(fold->graph, of);
    if (is_settled(fold, &view)) {
        const struct affine own = exact(fold, of);
        return (struct ranged){ own, own.constant, own.constant };
    }
    struct ranged made = operator_form(fold, &view);
    /* What is not left is the amount all the same in a form. */
    if (made.form.unknown || view.op == OP_WHILE_LEFT)
        return made;
    double low, high, off = affine_bound(fold->program, &made.form);
    affine_range(fold->program, &made.form, &low, &high);
    made.low = fmax(made.low, low - off);
    made.high = fmin(made.high, high + off);
    return made;
}

static void add_place(struct fold *fold, node of)
{
    fold->places[of] = (uint32_t)fold->varying.count;
    list_add(&fold->varying, fold->arena)->of = of;
}

/* The leaves first, then what lies above them in the order of making. */
static void find_varying(struct fold *fold)
{
    node count = (node)graph_count(fold->graph);
    fold->places = arena_take(fold->arena, count, sizeof *fold->places);
    add_place(fold, 0);
    fold->places[0] = 0;
    for (int i = 0; i < fold->leaves.count; i++) {
        add_place(fold, fold->leaves.items[i].of);
        struct folded *leaf = &fold->varying.items[i + 1];
        leaf->made.form = fold->leaves.items[i].form;
        affine_range(fold->program, &leaf->made.form, &leaf->made.low, &leaf->made.high);
        leaf->stands = true;
    }
    for (node of = 1; of < count; of++) {
        const struct node_view view = graph_node(fold->graph, of);
        bool any = false;
        for (int i = 0; i < view.count && !any; i++)
            any = fold->places[operand_node(view.parts[i])];
        if (any)
            add_place(fold, of);
    }
}

static void ask_for(struct fold *fold, node of)
{
    fold->varying.items[fold->places[of]].is_asked = true;
}

void fold_figures(struct fold *fold, const node *figures, int count)
{
    assert(!fold->places);
    if (!fold->leaves.count)
        return;
    find_varying(fold);
    for (int i = 0; i < count; i++)
        ask_for(fold, figures[i]);
    for (int i = fold->varying.count - 1; i > fold->leaves.count; i--) {
        const struct folded *folded = &fold->varying.items[i];
        const struct node_view view = graph_node(fold->graph, folded->of);
        for (int p = 0; folded->is_asked && p < view.count; p++)
            ask_for(fold, operand_node(view.parts[p]));
    }
    for (int i = fold->leaves.count + 1; i < fold->varying.count; i++) {
        struct folded *folded = &fold->varying.items[i];
        if (!folded->is_asked)
            continue;
        folded->made = made(fold, folded->of);
        folded->stands = true;
    }
}

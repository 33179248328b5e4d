#include <medfin/graph/bounds.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/money.h>

#include "intervals.h"
#include "store.h"

enum { MOST_TERMS = 128, MOST_STEPS = 2000 };

struct bounds *bounds_new(const struct graph *graph, const struct attempt *attempt, struct arena *arena)
{
    return intervals_new(graph, attempt, arena);
}

struct bounds *bounds_new_open(const struct graph *graph, const struct open_leaf *leaves, int count,
                               struct arena *arena)
{
    struct bounds *bounds = intervals_new(graph, NULL, arena);
    intervals_vary(bounds, leaves, count);
    return bounds;
}

/* So many billionths of each of some nodes that need something, and a constant, in billionths too. */
struct linear {
    wide constant;
    int count;
    struct term {
        node of;
        bool is_whole; /* nothing can stand in its place */
        int64_t times;
    } terms[MOST_TERMS];
};

static void add(struct bounds *bounds, struct linear *to, node of, int64_t times)
{
    int64_t value;
    if (is_known(bounds, of, &value)) {
        to->constant += (wide)value * times;
        return;
    }
    int at = 0;
    while (at < to->count && to->terms[at].of != of)
        at++;
    if (at < to->count) {
        to->terms[at].times += times;
        if (!to->terms[at].times)
            to->terms[at] = to->terms[--to->count];
        return;
    }
    assert(to->count < MOST_TERMS);
    to->terms[to->count++] = (struct term){ .of = of, .times = times };
}

static void add_part(struct bounds *bounds, struct linear *to, operand part, int64_t times)
{
    add(bounds, to, operand_node(part), operand_is_against(part) ? -times : times);
}

static struct term take_out(struct linear *form, int at)
{
    const struct term term = form->terms[at];
    form->terms[at] = form->terms[--form->count];
    return term;
}

static bool is_never_below_nothing(struct bounds *bounds, const struct linear *form)
{
    wide low = form->constant;
    for (int i = 0; i < form->count; i++) {
        const struct interval is = bounds_of(bounds, form->terms[i].of);
        int64_t end = form->terms[i].times > 0 ? is.low : is.high;
        if (!is_bound(end))
            return false;
        low += (wide)end * form->terms[i].times;
    }
    return low >= 0;
}

/* Room for what stands in the place of a form, one step further into parts. */
static struct linear *form_at(struct bounds *bounds, int depth)
{
    if (!bounds->forms[depth])
        bounds->forms[depth] = arena_take(bounds->arena, 1, sizeof *bounds->forms[depth]);
    bounds->forms[depth]->constant = 0;
    bounds->forms[depth]->count = 0;
    return bounds->forms[depth];
}

static struct linear *copy_at(struct bounds *bounds, int depth, const struct linear *form)
{
    struct linear *copy = form_at(bounds, depth);
    copy->constant = form->constant;
    copy->count = form->count;
    memcpy(copy->terms, form->terms, (size_t)form->count * sizeof *form->terms);
    return copy;
}

static bool prove(struct bounds *bounds, int depth);

/* One of many at least is at least so much where any of them is; of fewest all are. */
static bool prove_by_parts(struct bounds *bounds, int depth, int at)
{
    const struct term term = take_out(bounds->forms[depth], at);
    const struct node_view view = graph_node(bounds->graph, term.of);
    bool any_will_do = (view.op == OP_MOST) == (term.times > 0);
    /* The last part is what is new; those before are often what has come to date, a long way back. */
    for (int i = view.count - 1; i >= 0; i--) {
        add_part(bounds, copy_at(bounds, depth + 1, bounds->forms[depth]), view.parts[i], term.times);
        if (prove(bounds, depth + 1) == any_will_do)
            return any_will_do;
    }
    return !any_will_do;
}

/* Whatever the status is, everywhere in the form. */
static bool prove_either_way(struct bounds *bounds, int depth, node condition)
{
    bool is_proved = true;
    for (int stands = 0; stands <= 1 && is_proved; stands++) {
        copy_at(bounds, depth + 1, bounds->forms[depth]);
        bounds->assumed[bounds->assumed_count++] = (struct assumed){ condition, stands };
        is_proved = prove(bounds, depth + 1);
        bounds->assumed_count--;
    }
    return is_proved;
}

static bool knows_condition(const struct bounds *bounds, node condition, bool *stands)
{
    int64_t value;
    for (int i = 0; i < bounds->assumed_count; i++)
        if (bounds->assumed[i].condition == condition) {
            *stands = bounds->assumed[i].stands;
            return true;
        }
    bool knows = is_known(bounds, condition, &value);
    *stands = knows && value;
    return knows;
}

/* What is the same to the öre stands in the place of a sum, and of an amount whose status is known. What is left is in
   the amount already. */
static bool put_parts(struct bounds *bounds, struct linear *form, int at)
{
    const struct node_view view = graph_node(bounds->graph, form->terms[at].of);
    bool stands = true;
    if (view.op == OP_SUM && form->count + view.count <= MOST_TERMS) {
        const struct term term = take_out(form, at);
        for (int i = 0; i < view.count; i++)
            add_part(bounds, form, view.parts[i], term.times);
        return true;
    }
    if (view.op != OP_WHILE_LEFT &&
        !(view.op == OP_IF_GRANTED && knows_condition(bounds, operand_node(view.parts[0]), &stands)))
        return false;
    const struct term term = take_out(form, at);
    if (stands)
        add_part(bounds, form, view.parts[1], term.times);
    return true;
}

/* A percent or a ratio that is known, of what is not: so many billionths of the open part where that is a whole number;
   0: it is no such thing. */
static int64_t open_times(const struct bounds *bounds, const struct term *term)
{
    const struct node_view view = graph_node(bounds->graph, term->of);
    int64_t amount, percent, under = SHARE_ONE;
    bool has_form = graph_stored(bounds->graph, term->of)->is_plain;
    bool is_ratio = has_form && view.count == 3 && operand_is_against(view.parts[2]);
    if (!has_form || (view.count == 3 && !is_ratio) || is_known(bounds, view.parts[0], &amount) ||
        !is_known(bounds, view.parts[1], &percent))
        return 0;
    if (is_ratio && (!is_known(bounds, operand_node(view.parts[2]), &under) || under <= 0))
        return 0;
    wide times = (wide)term->times * percent;
    bool is_whole = times % under == 0 && times / under < SHARE_ONE * (wide)SHARE_ONE;
    return is_whole && times / under > -SHARE_ONE * (wide)SHARE_ONE ? (int64_t)(times / under) : 0;
}

/* In the place of what is rounded the amount that it is of, and half of its unit less. */
static bool put_unrounded(struct bounds *bounds, struct linear *form, int at)
{
    const int64_t times = open_times(bounds, &form->terms[at]);
    if (!times)
        return false;
    const struct term term = take_out(form, at);
    form->constant -= ((term.times < 0 ? -(wide)term.times : (wide)term.times) + 1) / 2;
    add(bounds, form, graph_node(bounds->graph, term.of).parts[0], times);
    return true;
}

/* Where two products have all parts but one in common, none of which is below nothing: that one; −1: they have not. */
static int other_part(struct bounds *bounds, node one, node other)
{
    const struct stored *a = graph_stored(bounds->graph, one), *b = graph_stored(bounds->graph, other);
    int at = -1;
    if (b->op != OP_PRODUCT || a->count != b->count || a->ones != b->ones || a->fines != b->fines)
        return -1;
    for (unsigned i = 0; i < a->count; i++) {
        bool is_same = a->parts[i] == b->parts[i];
        bool divides = operand_is_against(a->parts[i]);
        if ((!is_same && (at >= 0 || divides || operand_is_against(b->parts[i]))) ||
            (is_same && bounds_of(bounds, operand_node(a->parts[i])).low < (divides ? 1 : 0)))
            return -1;
        at = is_same ? at : (int)i;
    }
    return at;
}

/* Of the same percent more is never less, however it is rounded: then both fall out. */
static bool put_pair_out(struct bounds *bounds, int depth, int at)
{
    struct linear *form = bounds->forms[depth];
    const struct term term = form->terms[at];
    for (int i = 0; i < form->count && depth < MOST_DEPTH; i++) {
        int part = form->terms[i].times == -term.times ? other_part(bounds, term.of, form->terms[i].of) : -1;
        if (part < 0)
            continue;
        struct linear *more = form_at(bounds, depth + 1);
        int64_t times = term.times > 0 ? SHARE_ONE : -SHARE_ONE;
        add(bounds, more, graph_node(bounds->graph, term.of).parts[part], times);
        add(bounds, more, graph_node(bounds->graph, form->terms[i].of).parts[part], -times);
        if (!prove(bounds, depth + 1))
            continue;
        take_out(form, at > i ? at : i);
        take_out(form, at > i ? i : at);
        return true;
    }
    return false;
}

static bool is_product(const struct bounds *bounds, node of)
{
    return graph_stored(bounds->graph, of)->op == OP_PRODUCT;
}

/* The last that was made is what the others may be parts of; but a product waits for what may fall out with it. −1:
   there is none that has any parts. */
static int next_of(const struct bounds *bounds, const struct linear *form)
{
    int next = -1;
    bool waits = false;
    for (int i = 0; i < form->count; i++) {
        if (form->terms[i].is_whole)
            continue;
        bool is_waiting = is_product(bounds, form->terms[i].of);
        bool is_later = next < 0 || (waits == is_waiting ? form->terms[i].of > form->terms[next].of : waits);
        next = is_later ? i : next;
        waits = is_later ? is_waiting : waits;
    }
    return next;
}

/* What lies that deep, and is changed on the way. */
static bool prove(struct bounds *bounds, int depth)
{
    struct linear *form = bounds->forms[depth];
    while (bounds->steps-- > 0) {
        int at = next_of(bounds, form);
        if (at < 0)
            return is_never_below_nothing(bounds, form);
        const struct node_view view = graph_node(bounds->graph, form->terms[at].of);
        if (put_parts(bounds, form, at))
            continue;
        bool is_extreme = view.op == OP_LEAST || view.op == OP_MOST;
        if (!is_extreme && view.op != OP_IF_GRANTED && view.op != OP_PRODUCT) {
            form->terms[at].is_whole = true;
            continue;
        }
        if (is_never_below_nothing(bounds, form))
            return true;
        if (view.op == OP_PRODUCT) {
            if (!put_pair_out(bounds, depth, at) && !put_unrounded(bounds, form, at))
                form->terms[at].is_whole = true;
            continue;
        }
        if (depth == MOST_DEPTH)
            return false;
        return is_extreme ? prove_by_parts(bounds, depth, at)
                          : prove_either_way(bounds, depth, operand_node(view.parts[0]));
    }
    return false;
}

/* Where it is below in some example nothing proves it. */
static bool has_counterexample(struct bounds *bounds, node a, node b, int64_t sign, int64_t least)
{
    bool any = false;
    for (int e = 0; e < EXAMPLES && !any; e++) {
        int64_t one = example_of(bounds, a, e), other = example_of(bounds, b, e);
        any = is_bound(one) && is_bound(other) && sign * (one + other) < least;
    }
    return any;
}

static bool prove_sum(struct bounds *bounds, node a, node b, int64_t sign, int64_t least)
{
    if (has_counterexample(bounds, a, b, sign, least))
        return false;
    struct linear *form = form_at(bounds, 0);
    bounds->steps = MOST_STEPS;
    form->constant = -(wide)least * SHARE_ONE;
    add(bounds, form, a, sign * SHARE_ONE);
    add(bounds, form, b, sign * SHARE_ONE);
    return is_never_below_nothing(bounds, form) || prove(bounds, 0);
}

bool bounds_prove_least(struct bounds *bounds, node a, node b, int64_t least)
{
    return prove_sum(bounds, a, b, 1, least);
}

bool bounds_prove_most(struct bounds *bounds, node a, node b, int64_t most)
{
    return prove_sum(bounds, a, b, -1, -most);
}

#ifndef MEDFIN_TESTS_RECOMPUTE_H
#define MEDFIN_TESTS_RECOMPUTE_H

/* A figure worked anew from what its derivation says, by an arithmetic of its own: exact integers, rounded half away
   from zero. */

#include <medfin/figures/derivation.h>

struct recomputing {
    const struct plan *plan;
    struct arena *arena;
    void (*fails)(const void *context, const char *why);
    const void *context;
};

struct recomputed {
    int64_t value;
    const struct needs *needs;
};

static inline wide nearest(wide number, wide over)
{
    if (over < 0) {
        number = -number;
        over = -over;
    }
    wide half = over / 2;
    return number >= 0 ? (number + half) / over : -((-number + half) / over);
}

/* A share is held in billionths of one. */
static inline wide one_of(const struct derivation *of)
{
    return of->kind == KIND_SHARE || of->kind == KIND_DECIMAL ? SHARE_ONE : 1;
}

/* Öre among billionths of a krona. */
static inline wide in_kind_of(const struct derivation *derived, const struct derivation *part, wide value)
{
    return derived->kind == KIND_FINE && part->kind == KIND_MONEY ? value * ORE_FINE : value;
}

static inline wide product_of(const struct derivation *derived, const struct recomputed *parts)
{
    wide number = parts[0].value, over = 1;
    for (int i = 1; i < derived->part_count; i++) {
        *(derived->parts[i]->divides ? &over : &number) *= parts[i].value;
        *(derived->parts[i]->divides ? &number : &over) *= one_of(derived->parts[i]);
    }
    /* Money by money is a share; of nothing, or of less, it is none. */
    if (one_of(derived) == one_of(derived->parts[0]))
        return nearest(number, over);
    return over > 0 ? nearest(number * one_of(derived), over) : 0;
}

static inline wide rounded_to(const struct derivation *derived, const struct recomputed *parts)
{
    wide unit = parts[1].value, fine = derived->parts[0]->kind == KIND_FINE ? unit * ORE_FINE : unit;
    wide whole = parts[0].value / fine, rest = parts[0].value % fine;
    bool is_up = derived->op == OP_UP ? rest > 0 : derived->op == OP_NEAREST && 2 * rest >= fine;
    return (whole + is_up) * unit;
}

static inline wide extreme_of(const struct derivation *derived, const struct recomputed *parts)
{
    wide found = in_kind_of(derived, derived->parts[0], parts[0].value);
    for (int i = 1; i < derived->part_count; i++) {
        wide value = in_kind_of(derived, derived->parts[i], parts[i].value);
        found = (derived->op == OP_LEAST ? value < found : value > found) ? value : found;
    }
    return found;
}

static inline wide sum_of_parts(const struct derivation *derived, const struct recomputed *parts)
{
    wide total = 0;
    for (int i = 0; i < derived->part_count; i++) {
        wide value = in_kind_of(derived, derived->parts[i], parts[i].value);
        total += derived->parts[i]->minus ? -value : value;
    }
    return total;
}

static inline wide value_of(const struct derivation *derived, const struct recomputed *parts)
{
    wide amount = parts[0].value;
    switch (derived->op) {
    case OP_SUM:
        return sum_of_parts(derived, parts);
    case OP_PRODUCT:
        return product_of(derived, parts);
    case OP_SPREAD:
        return nearest(amount * parts[1].value, parts[2].value) -
               nearest(amount * (parts[1].value - 1), parts[2].value);
    case OP_STEP:
        return nearest(amount * (SHARE_ONE + parts[1].value), SHARE_ONE);
    case OP_LEAST:
    case OP_MOST:
        return extreme_of(derived, parts);
    default:
        return rounded_to(derived, parts);
    }
}

static inline struct recomputed recompute(const struct recomputing *of, const struct derivation *derived);

/* What is multiplied by nothing is nothing, whatever it is. */
static inline bool is_times_nothing(const struct derivation *derived, const struct recomputed *parts)
{
    for (int i = 0; derived->op == OP_PRODUCT && i < derived->part_count; i++)
        if (!parts[i].needs && !parts[i].value)
            return true;
    return false;
}

static inline struct recomputed recompute_operator(const struct recomputing *of, const struct derivation *derived)
{
    struct recomputed parts[derived->part_count + 1], made = { 0 };
    parts[0] = made;
    for (int i = 0; i < derived->part_count; i++) {
        parts[i] = recompute(of, derived->parts[i]);
        made.needs = needs_union(of->arena, made.needs, parts[i].needs);
    }
    if (is_times_nothing(derived, parts))
        made.needs = NULL;
    if (!made.needs)
        made.value = (int64_t)value_of(derived, parts);
    return made;
}

/* A row's months added up without the plan's own sums. */
static inline struct recomputed recompute_rows(const struct recomputing *of, const struct derivation *derived)
{
    const struct plan *plan = of->plan;
    struct cell sum = { 0 };
    for (month at = plan->first; at <= plan_last(plan); at++)
        if (at >= derived->first && at <= derived->last)
            sum = cell_plus(of->arena, sum, node_cell(plan, *row_month(plan, derived->row, at)));
    return (struct recomputed){ sum.amount, sum.needs };
}

static inline struct recomputed recompute(const struct recomputing *of, const struct derivation *derived)
{
    struct recomputed made = { derived->value, NULL };
    if (derived->figure || derived->again) {
        const struct cell cell =
            node_cell(of->plan, derived->figure ? figure_node(of->plan, derived->figure) : derived->of);
        made = (struct recomputed){ cell.amount, cell.needs };
    } else if (derived->row) {
        made = recompute_rows(of, derived);
    } else if (derived->part_count) {
        made = recompute_operator(of, derived);
    } else if (derived->op == OP_FACT) {
        made = (struct recomputed){ derived->field == FIELD_SECOND ? derived->fact->value.second
                                                                   : derived->fact->value.number,
                                    needs_one(of->arena, derived->fact->unknown, of->plan->project->unknown_count) };
    }
    if (derived->unknown != (made.needs != NULL))
        of->fails(of->context, "a figure is unknown and needs nothing, or the other way round");
    if (!made.needs && made.value != derived->value)
        of->fails(of->context, "a figure is not what its parts give");
    return made;
}

#endif

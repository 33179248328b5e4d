#include <medfin/plan/derivation.h>

#include <assert.h>

#include <medfin/model/payer.h>

/* The product of money and factors, over the divisors, rounded once. */
static int64_t product(const struct derivation *node)
{
    wide number = node->parts[0]->value, over = 1;
    for (int i = 1; i < node->part_count; i++) {
        const struct derivation *part = node->parts[i];
        bool wraps = part->divides ? __builtin_mul_overflow(over, (wide)part->value, &over)
                                   : __builtin_mul_overflow(number, (wide)part->value, &number);
        assert(!wraps);
        /* A share is held in billionths: its one goes to the other side of the line. */
        if (part->measure == MEASURE_SHARE || part->measure == MEASURE_DECIMAL)
            *(part->divides ? &number : &over) *= SHARE_ONE;
    }
    return round_quotient(number, over);
}

/* A part as its node measures: öre among finer money. */
static int64_t value_in(const struct derivation *node, const struct derivation *part)
{
    return node->measure == MEASURE_FINE && part->measure == MEASURE_MONEY ? part->value * ORE_FINE : part->value;
}

static int64_t sum(const struct derivation *node)
{
    int64_t total = 0;
    for (int i = 0; i < node->part_count; i++) {
        int64_t value = value_in(node, node->parts[i]);
        total += node->parts[i]->minus ? -value : value;
    }
    return total;
}

static int64_t spread(const struct derivation *node)
{
    return money_spread(node->parts[0]->value, (int)node->parts[1]->value, (int)node->parts[2]->value);
}

static int64_t step(const struct derivation *node)
{
    return money_times(node->parts[0]->value, SHARE_ONE + node->parts[1]->value);
}

static int64_t least(const struct derivation *node)
{
    int64_t value = value_in(node, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        value = value_in(node, node->parts[i]) < value ? value_in(node, node->parts[i]) : value;
    return value;
}

static int64_t most(const struct derivation *node)
{
    int64_t value = value_in(node, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        value = value_in(node, node->parts[i]) > value ? value_in(node, node->parts[i]) : value;
    return value;
}

/* How many units the amount holds, and the rest. */
static int64_t units(const struct derivation *node, wide *rest, wide *unit)
{
    *unit = node->parts[1]->value;
    if (node->parts[0]->measure == MEASURE_FINE && node->parts[1]->measure == MEASURE_MONEY)
        *unit *= ORE_FINE;
    *rest = node->parts[0]->value % *unit;
    return (int64_t)(node->parts[0]->value / *unit);
}

static int64_t round_nearest(const struct derivation *node)
{
    wide rest, unit;
    int64_t whole = units(node, &rest, &unit);
    return (whole + (2 * rest >= unit)) * node->parts[1]->value;
}

static int64_t round_up(const struct derivation *node)
{
    wide rest, unit;
    int64_t whole = units(node, &rest, &unit);
    return (whole + (rest > 0)) * node->parts[1]->value;
}

static int64_t round_down(const struct derivation *node)
{
    wide rest, unit;
    return units(node, &rest, &unit) * node->parts[1]->value;
}

static int64_t (*const operators[])(const struct derivation *) = {
    [DERIVE_SUM] = sum,
    [DERIVE_PRODUCT] = product,
    [DERIVE_SPREAD] = spread,
    [DERIVE_STEP] = step,
    [DERIVE_MIN] = least,
    [DERIVE_MAX] = most,
    [DERIVE_ROUND] = round_nearest,
    [DERIVE_ROUND_UP] = round_up,
    [DERIVE_ROUND_DOWN] = round_down,
};

static bool is_leaf(const struct derivation *node)
{
    return node->op == DERIVE_FACT || node->op == DERIVE_ROWS || node->op == DERIVE_NUMBER;
}

const struct derivation *derive_fact(struct arena *arena, const struct section *section, const struct fact *fact,
                                     enum measure measure)
{
    struct derivation *node = arena_take(arena, 1, sizeof *node);
    *node = (struct derivation){ .op = DERIVE_FACT,
                                 .measure = measure,
                                 .value = fact->value.number,
                                 .unknown = fact->unknown >= 0,
                                 .fact = fact,
                                 .section = section };
    return node;
}

const struct derivation *derive_number(struct arena *arena, int64_t number, enum measure measure, const char *label)
{
    struct derivation *node = arena_take(arena, 1, sizeof *node);
    *node = (struct derivation){ .op = DERIVE_NUMBER, .measure = measure, .value = number, .label = label };
    return node;
}

const struct derivation *derive_nothing(struct arena *arena)
{
    return derive_number(arena, 0, MEASURE_MONEY, N_("nothing in this month"));
}

const struct derivation *derive_rejected(struct arena *arena, const struct section *payer)
{
    struct derivation *node = arena_take(arena, 1, sizeof *node);
    *node = (struct derivation){ .op = DERIVE_NUMBER,
                                 .measure = MEASURE_MONEY,
                                 .label = N_("what this one would pay is rejected"),
                                 .fact = payer_status(payer),
                                 .section = payer };
    return node;
}

const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                         struct arena *arena)
{
    struct cell cell = row_sum(plan, row, first, last);
    struct derivation *node = arena_take(arena, 1, sizeof *node);
    *node = (struct derivation){ .op = DERIVE_ROWS,
                                 .measure = MEASURE_MONEY,
                                 .value = cell.amount,
                                 .unknown = !cell_is_known(cell),
                                 .section = row->line,
                                 .row = row,
                                 .first = first,
                                 .last = last };
    return node;
}

const struct derivation *derive_node(struct arena *arena, enum operator op, enum measure measure, const char *label,
                                     const struct derivation *const *parts, int count)
{
    struct derivation *node = arena_take(arena, 1, sizeof *node);
    *node = (struct derivation){ .op = op, .measure = measure, .label = label, .part_count = count };
    node->parts = arena_take(arena, (size_t)count + 1, sizeof *node->parts);
    for (int i = 0; i < count; i++) {
        node->parts[i] = parts[i];
        node->unknown = node->unknown || parts[i]->unknown;
    }
    node->value = node->unknown ? 0 : operators[op](node);
    return node;
}

static const struct derivation *copy(struct arena *arena, const struct derivation *node, bool minus, bool divides)
{
    struct derivation *marked = arena_take(arena, 1, sizeof *marked);
    *marked = *node;
    marked->minus = minus;
    marked->divides = divides;
    return marked;
}

const struct derivation *derive_minus(struct arena *arena, const struct derivation *node)
{
    return copy(arena, node, true, false);
}

const struct derivation *derive_divisor(struct arena *arena, const struct derivation *node)
{
    return copy(arena, node, false, true);
}

const struct derivation *derive_sum_of(const struct plan *plan, row_test *test, const void *context, const char *label,
                                       month first, month last, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (test(context, &plan->rows[i]))
            *list_add(&parts, arena) = rows_derivation(plan, &plan->rows[i], first, last, arena);
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, label, parts.items, parts.count);
}

const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena)
{
    return derive_sum_of(plan, selection_test, selection, label, first, last, arena);
}

const struct derivation *derive_drawn(const struct plan *plan, const struct row *row, const struct derivation *to_date,
                                      month first, month at, struct arena *arena)
{
    return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("to date, less what came before"), to_date,
                  derive_minus(arena, rows_derivation(plan, row, first, at - 1, arena)));
}

const struct derivation *sum_of_derivations(const struct derivation *const *parts, int count, const char *label,
                                            struct arena *arena)
{
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, label, parts, count);
}

const struct derivation *difference_of_derivations(const struct derivation *from, const struct derivation *less,
                                                   const char *label, struct arena *arena)
{
    return derive(arena, DERIVE_SUM, MEASURE_MONEY, label, from, derive_minus(arena, less));
}

int64_t derivation_recompute(const struct derivation *node, bool *unknown)
{
    if (is_leaf(node)) {
        *unknown = *unknown || node->unknown;
        return node->value;
    }
    struct derivation parts[node->part_count + 1], anew = *node;
    const struct derivation *pointers[node->part_count + 1];
    for (int i = 0; i < node->part_count; i++) {
        parts[i] = *node->parts[i];
        parts[i].value = derivation_recompute(node->parts[i], unknown);
        pointers[i] = &parts[i];
    }
    anew.parts = pointers;
    return *unknown ? 0 : operators[node->op](&anew);
}

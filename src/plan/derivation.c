#include <medfin/plan/derivation.h>

#include <assert.h>

#include <medfin/model/payer.h>

/* The product of money and factors, over the divisors, rounded once. */
static int64_t product(const struct derivation *derived)
{
    wide number = derived->parts[0]->value, over = 1;
    for (int i = 1; i < derived->part_count; i++) {
        const struct derivation *part = derived->parts[i];
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
static int64_t value_in(const struct derivation *derived, const struct derivation *part)
{
    return derived->measure == MEASURE_FINE && part->measure == MEASURE_MONEY ? part->value * ORE_FINE : part->value;
}

static int64_t sum(const struct derivation *derived)
{
    int64_t total = 0;
    for (int i = 0; i < derived->part_count; i++) {
        int64_t value = value_in(derived, derived->parts[i]);
        total += derived->parts[i]->minus ? -value : value;
    }
    return total;
}

static int64_t spread(const struct derivation *derived)
{
    return money_spread(derived->parts[0]->value, (int)derived->parts[1]->value, (int)derived->parts[2]->value);
}

static int64_t step(const struct derivation *derived)
{
    return money_times(derived->parts[0]->value, SHARE_ONE + derived->parts[1]->value);
}

static int64_t least(const struct derivation *derived)
{
    int64_t value = value_in(derived, derived->parts[0]);
    for (int i = 1; i < derived->part_count; i++)
        value = value_in(derived, derived->parts[i]) < value ? value_in(derived, derived->parts[i]) : value;
    return value;
}

static int64_t most(const struct derivation *derived)
{
    int64_t value = value_in(derived, derived->parts[0]);
    for (int i = 1; i < derived->part_count; i++)
        value = value_in(derived, derived->parts[i]) > value ? value_in(derived, derived->parts[i]) : value;
    return value;
}

/* How many units the amount holds, and the rest. */
static int64_t units(const struct derivation *derived, wide *rest, wide *unit)
{
    *unit = derived->parts[1]->value;
    if (derived->parts[0]->measure == MEASURE_FINE && derived->parts[1]->measure == MEASURE_MONEY)
        *unit *= ORE_FINE;
    *rest = derived->parts[0]->value % *unit;
    return (int64_t)(derived->parts[0]->value / *unit);
}

static int64_t round_nearest(const struct derivation *derived)
{
    wide rest, unit;
    int64_t whole = units(derived, &rest, &unit);
    return (whole + (2 * rest >= unit)) * derived->parts[1]->value;
}

static int64_t round_up(const struct derivation *derived)
{
    wide rest, unit;
    int64_t whole = units(derived, &rest, &unit);
    return (whole + (rest > 0)) * derived->parts[1]->value;
}

static int64_t round_down(const struct derivation *derived)
{
    wide rest, unit;
    return units(derived, &rest, &unit) * derived->parts[1]->value;
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

static bool is_leaf(const struct derivation *derived)
{
    return derived->op == DERIVE_FACT || derived->op == DERIVE_ROWS || derived->op == DERIVE_NUMBER;
}

const struct derivation *derive_fact(struct arena *arena, const struct section *section, const struct fact *fact,
                                     enum measure measure)
{
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = DERIVE_FACT,
                                    .measure = measure,
                                    .value = fact->value.number,
                                    .unknown = fact->unknown >= 0,
                                    .fact = fact,
                                    .section = section };
    return derived;
}

const struct derivation *derive_number(struct arena *arena, int64_t number, enum measure measure, const char *label)
{
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = DERIVE_NUMBER, .measure = measure, .value = number, .label = label };
    return derived;
}

const struct derivation *derive_nothing(struct arena *arena)
{
    return derive_number(arena, 0, MEASURE_MONEY, N_("nothing in this month"));
}

const struct derivation *derive_rejected(struct arena *arena, const struct section *payer)
{
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = DERIVE_NUMBER,
                                    .measure = MEASURE_MONEY,
                                    .label = N_("what this one would pay is rejected"),
                                    .fact = payer_status(payer),
                                    .section = payer };
    return derived;
}

const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                         struct arena *arena)
{
    struct cell cell = row_sum(plan, row, first, last);
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = DERIVE_ROWS,
                                    .measure = MEASURE_MONEY,
                                    .value = cell.amount,
                                    .unknown = !cell_is_known(cell),
                                    .section = row->line,
                                    .row = row,
                                    .first = first,
                                    .last = last };
    return derived;
}

const struct derivation *derive_node(struct arena *arena, enum operator op, enum measure measure, const char *label,
                                     const struct derivation *const *parts, int count)
{
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = op, .measure = measure, .label = label, .part_count = count };
    derived->parts = arena_take(arena, (size_t)count + 1, sizeof *derived->parts);
    for (int i = 0; i < count; i++) {
        derived->parts[i] = parts[i];
        derived->unknown = derived->unknown || parts[i]->unknown;
    }
    derived->value = derived->unknown ? 0 : operators[op](derived);
    return derived;
}

static const struct derivation *copy(struct arena *arena, const struct derivation *derived, bool minus, bool divides)
{
    struct derivation *marked = arena_take(arena, 1, sizeof *marked);
    *marked = *derived;
    marked->minus = minus;
    marked->divides = divides;
    return marked;
}

const struct derivation *derive_minus(struct arena *arena, const struct derivation *derived)
{
    return copy(arena, derived, true, false);
}

const struct derivation *derive_divisor(struct arena *arena, const struct derivation *derived)
{
    return copy(arena, derived, false, true);
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

int64_t derivation_recompute(const struct derivation *derived, bool *unknown)
{
    if (is_leaf(derived)) {
        *unknown = *unknown || derived->unknown;
        return derived->value;
    }
    struct derivation parts[derived->part_count + 1], anew = *derived;
    const struct derivation *pointers[derived->part_count + 1];
    for (int i = 0; i < derived->part_count; i++) {
        parts[i] = *derived->parts[i];
        parts[i].value = derivation_recompute(derived->parts[i], unknown);
        pointers[i] = &parts[i];
    }
    anew.parts = pointers;
    return *unknown ? 0 : operators[derived->op](&anew);
}

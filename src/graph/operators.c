#include "operators.h"

#include <assert.h>

enum { MOST_FACTORS = 12 };

static int measure(enum kind kind, enum kind of)
{
    return kind_unit(kind) == kind_unit(of);
}

static bool is_plain(struct measured_operator by, const operand *parts, int count)
{
    bool is_first = count >= 2 && !operand_is_against(parts[0]) && !operand_is_against(parts[1]) && by.fines == 0;
    bool is_last_against = count == 3 && operand_is_against(parts[2]);
    return is_first && count <= 3 && by.ones == (is_last_against ? 0 : count - 1);
}

struct measured_operator operator_of(enum op op, enum kind kind, const operand *parts, int count,
                                     enum kind (*kind_of)(const void *context, node of), const void *context)
{
    struct measured_operator by = { .op = (unsigned char)op };
    bool is_rounding = op == OP_NEAREST || op == OP_UP || op == OP_DOWN;
    if (op != OP_PRODUCT && !is_rounding)
        return by;
    for (int i = 0; i < count; i++) {
        int64_t unit = kind_unit(kind_of(context, operand_node(parts[i])));
        bool divides = operand_is_against(parts[i]) || (is_rounding && i == 1);
        by.ones = (int8_t)(by.ones + (unit == SHARE_ONE ? (divides ? -1 : 1) : 0));
        by.fines = (int8_t)(by.fines + (unit == ORE_FINE ? (divides ? -1 : 1) : 0));
    }
    if (op == OP_PRODUCT) {
        by.ones = (int8_t)(by.ones - measure(kind, KIND_SHARE));
        by.fines = (int8_t)(by.fines - measure(kind, KIND_FINE));
        by.is_plain = is_plain(by, parts, count);
    }
    return by;
}

/* Money by money. */
static bool is_quotient(struct measured_operator by, const operand *parts, int count)
{
    return count == 2 && by.ones == -1 && by.fines == 0 && !operand_is_against(parts[0]) &&
           operand_is_against(parts[1]);
}

/* What is a part of nothing is none: a quotient has a value whatever a trial makes of its parts. */
static share quotient(const int64_t *values, const operand *parts)
{
    share part;
    return money_share(values[parts[0]], values[operand_node(parts[1])], &part) ? part : 0;
}

static int64_t product(struct measured_operator by, const int64_t *values, const operand *parts, int count)
{
    if (by.is_plain && count == 2)
        return money_times(values[parts[0]], values[parts[1]]);
    if (is_quotient(by, parts, count))
        return quotient(values, parts);
    if (by.is_plain && operand_is_against(parts[2]))
        return money_ratio(values[parts[0]], values[parts[1]], values[operand_node(parts[2])]);
    if (by.is_plain)
        return money_product(values[parts[0]], (const share[]){ values[parts[1]], values[parts[2]] }, 2);

    /* Finer money has less room than money: a limit that it has none for limits nothing. */
    bool is_in_fine = count == 1 && by.ones == 0 && by.fines == -1 && !operand_is_against(parts[0]);
    if (is_in_fine && values[parts[0]] > INT64_MAX / ORE_FINE)
        return INT64_MAX;

    int64_t over[2 * MOST_FACTORS], under[2 * MOST_FACTORS];
    int overs = 0, unders = 0;
    assert(count <= MOST_FACTORS);
    for (int i = 0; i < count; i++) {
        int64_t value = values[operand_node(parts[i])];
        if (operand_is_against(parts[i]))
            under[unders++] = value;
        else
            over[overs++] = value;
    }
    const int ones = (int)by.ones, fines = (int)by.fines;
    for (int i = ones; i > 0; i--)
        under[unders++] = SHARE_ONE;
    for (int i = ones; i < 0; i++)
        over[overs++] = SHARE_ONE;
    for (int i = fines; i > 0; i--)
        under[unders++] = ORE_FINE;
    for (int i = fines; i < 0; i++)
        over[overs++] = ORE_FINE;
    return product_quotient(over, overs, under, unders);
}

static int64_t spread(const int64_t *values, const operand *parts, int count)
{
    int64_t total = 0;
    for (int i = 2; i < count; i++) {
        money piece = money_spread(values[operand_node(parts[i])], (int)values[parts[0]], (int)values[parts[1]]);
        total += operand_is_against(parts[i]) ? -piece : piece;
    }
    return total;
}

/* The unit is counted in the amount's finer measure, where that is finer. */
static int64_t rounded(struct measured_operator by, const int64_t *values, const operand *parts, enum to_unit to)
{
    int64_t unit = values[parts[1]];
    return unit * units_in(values[parts[0]], by.fines > 0 ? (wide)unit * ORE_FINE : unit, to);
}

int64_t operator_value_of(struct measured_operator by, const int64_t *values, const operand *parts, int count)
{
    switch ((enum op)by.op) {
    case OP_PRODUCT:
        return product(by, values, parts, count);
    case OP_SPREAD:
        return spread(values, parts, count);
    case OP_STEP:
        return money_times(values[parts[0]], SHARE_ONE + values[parts[1]]);
    case OP_IF_GRANTED:
    case OP_WHILE_LEFT:
        return values[parts[0]] ? values[parts[1]] : 0;
    case OP_NEAREST:
        return rounded(by, values, parts, UNIT_NEAREST);
    case OP_UP:
        return rounded(by, values, parts, UNIT_ABOVE);
    case OP_DOWN:
        return rounded(by, values, parts, UNIT_BELOW);
    case OP_SUM:
    case OP_LEAST:
    case OP_MOST:
    case OP_NUMBER:
    case OP_FACT:
    case OP_COUNT:
        break;
    }
    assert(false);
    return 0;
}

uint32_t operator_needs(struct measured_operator by, const int64_t *values, const uint32_t *needs, const operand *parts,
                        int count, struct need_sets *sets)
{
    bool is_condition = by.op == OP_IF_GRANTED || by.op == OP_WHILE_LEFT;
    uint32_t all = 0;
    for (int i = 0; i < count; i++) {
        node of = operand_node(parts[i]);
        /* Nothing is known of a factor: what is multiplied by it is nothing, whatever that is. */
        bool is_factor = by.op == OP_PRODUCT || (is_condition && i == 0);
        if (is_factor && !needs[of] && !values[of])
            return 0;
        all = need_set_union(sets, all, needs[of]);
    }
    return all;
}

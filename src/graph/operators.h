#ifndef MEDFIN_GRAPH_OPERATORS_H
#define MEDFIN_GRAPH_OPERATORS_H

/* What the operators are: the one account of every figure, for the graph when a node is made and for an attempt
   that makes it again. Operands are places in arrays of values and of needs, whoever holds these. */

#include <medfin/graph/graph.h>
#include <medfin/graph/need_sets.h>

/* An operator with what its operands' kinds say of their measures. */
struct measured_operator {
    unsigned char op;
    int8_t ones, fines; /* of a product and of rounding: how often it is divided by a billion, by ORE_FINE */
    bool is_plain;      /* of a product: an amount × one or two parts of a billion, or one number ÷ another */
};

/* The kinds of the operands, by their place, are asked for once. */
struct measured_operator operator_of(enum op op, enum kind kind, const operand *parts, int count,
                                     enum kind (*kind_of)(const void *context, node of), const void *context);

/* Of what is no sum, least or most. */
int64_t operator_value_of(struct measured_operator by, const int64_t *values, const operand *parts, int count);

static inline int64_t value_as(const int64_t *values, operand part)
{
    int64_t value = values[operand_node(part)], opposite = -(int64_t)operand_is_against(part);
    return (value ^ opposite) - opposite;
}

/* Most steps of an attempt are sums and extremes of a few, which are worked where they stand. */
static inline int64_t operator_value(struct measured_operator by, const int64_t *values, const operand *parts,
                                     int count)
{
    if (by.op != OP_SUM && by.op != OP_LEAST && by.op != OP_MOST)
        return operator_value_of(by, values, parts, count);
    int64_t found = value_as(values, parts[0]);
    if (by.op == OP_SUM) {
        for (int i = 1; i < count; i++)
            found += value_as(values, parts[i]);
        return found;
    }
    for (int i = 1; i < count; i++) {
        int64_t value = value_as(values, parts[i]);
        found = (by.op == OP_LEAST ? value < found : value > found) ? value : found;
    }
    return found;
}

/* The number of a set. The operands' values have been computed. */
uint32_t operator_needs(struct measured_operator by, const int64_t *values, const uint32_t *needs, const operand *parts,
                        int count, struct need_sets *sets);

#endif

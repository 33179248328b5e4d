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
};

/* The kinds of the operands, by their place, are asked for once. */
struct measured_operator operator_of(enum op op, enum kind kind, const operand *parts, int count,
                                     enum kind (*kind_of)(const void *context, node of), const void *context);

int64_t operator_value(struct measured_operator by, const int64_t *values, const operand *parts, int count);
/* The number of a set. The operands' values have been computed. */
uint32_t operator_needs(struct measured_operator by, const int64_t *values, const uint32_t *needs, const operand *parts,
                        int count, struct need_sets *sets);

#endif

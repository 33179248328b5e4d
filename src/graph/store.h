#ifndef MEDFIN_GRAPH_STORE_H
#define MEDFIN_GRAPH_STORE_H

/* Inside the graph: how its nodes are held. Values and needs stand apart from what the nodes are, side by side, so
   that an operator reads them by the nodes' numbers. */

#include <medfin/graph/graph.h>
#include <medfin/graph/need_sets.h>

#include "operators.h"

enum { PAGE_BITS = 9, PAGE = 1 << PAGE_BITS, RECENT = 512, MOST_PARTS = (1 << 24) - 1 };

struct stored {
    const void *says; /* its label, of a fact its section */
    union {
        const operand *parts;
        const struct fact *fact;
    };
    unsigned count : 24, op : 4, field : 4;
    unsigned char kind;
    int8_t ones, fines;
    bool is_plain;
};

struct graph {
    struct arena *arena;
    LIST(struct stored *) pages;
    LIST(int64_t) values;
    LIST(uint32_t) needs; /* their sets' numbers */
    struct need_sets sets;
    node *leaves; /* of stated values, FIELD_COUNT each; 0: none */
    bool *shapes; /* of stated values: another one is another graph */
    int stated;
    node *table; /* of numbers and of facts that are not stated, by their content */
    uint32_t room, shared;
    node recent[RECENT];
    operand *free; /* the rest of a stretch of operands */
    int left;
};

static inline struct stored *graph_stored(const struct graph *graph, node of)
{
    return &graph->pages.items[of >> PAGE_BITS][of & (PAGE - 1)];
}

static inline struct measured_operator stored_operator(const struct stored *stored)
{
    return (struct measured_operator){
        .op = (unsigned char)stored->op, .ones = stored->ones, .fines = stored->fines, .is_plain = stored->is_plain
    };
}

static inline bool stored_is_leaf(const struct stored *stored)
{
    return stored->op <= OP_FACT;
}

#endif

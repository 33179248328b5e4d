#ifndef MEDFIN_PLAN_NODES_H
#define MEDFIN_PLAN_NODES_H

/* The plan's figures as nodes of a graph: what each row books in each month, and sums of rows. A line's function makes
   its months, and so says once what they are and how they are made. */

#include <medfin/graph/attempt.h>
#include <medfin/graph/graph.h>
#include <medfin/model/tariff.h>
#include <medfin/plan/plan.h>

/* Node 0 as a month is nothing at all: no sum takes it. */
struct node_row {
    const struct row *row;
    node *months; /* plan->count of them; a mirror has its cost's */
    node *upto;   /* of a row that is drawn to date, plan->count + 1 of them; else NULL */
    node *asked;  /* the months whatever its payer has been answered; NULL of a row without a payer */
    node *years;  /* as they are asked for */
    int class;    /* of rows that every sum takes together; −1: not sorted yet */
};

/* Fees of a tariff in a year that run over the same months. */
struct fee_group {
    const struct tariff *tariff;
    month first, last; /* of membership in the year, whatever the plan spans */
    month paid;        /* the later of it and the plan's first */
    operand *items;    /* what the payers of each pay for the year */
    int count, room;
};

struct plan_nodes {
    const struct plan *plan;
    struct graph *graph;
    const struct attempt *attempt; /* through which figures are read; NULL: they are the graph's own */
    struct arena *arena;
    struct node_row *rows; /* as the plan's */
    LIST(struct node_class *) classes;
    LIST(struct tally *) tallies;
    LIST(struct fee_group) fee_groups; /* of all tariffs, each of whose stand together, year by year */
    operand *buffer;                   /* for the operands of a sum over rows, while it is made */
};

/* What a node comes to. */
struct cell node_cell(const struct plan_nodes *nodes, node of);

/* The graph is the caller's to finish. */
struct plan_nodes *plan_nodes_build(const struct plan *plan, struct arena *arena);

static inline void put_month(const struct plan_nodes *nodes, struct node_row *row, month at, node of)
{
    row->months[at - nodes->plan->first] = of;
}

static inline node money_leaf(const struct plan_nodes *nodes, const struct section *section, const struct fact *fact)
{
    return graph_fact(nodes->graph, section, fact, KIND_MONEY, FIELD_NUMBER);
}

static inline node share_leaf(const struct plan_nodes *nodes, const struct section *section, const struct fact *fact)
{
    return graph_fact(nodes->graph, section, fact, KIND_SHARE, FIELD_NUMBER);
}

static inline node count_leaf(const struct plan_nodes *nodes, const struct section *section, const struct fact *fact)
{
    return graph_fact(nodes->graph, section, fact, KIND_COUNT, FIELD_NUMBER);
}

static inline node count_number(const struct plan_nodes *nodes, int64_t number, const char *label)
{
    return graph_number(nodes->graph, number, KIND_COUNT, label);
}

/* Of money; nothing of no parts. */
node sum_node(const struct plan_nodes *nodes, const char *label, const operand *parts, int count);

/* What a payer pays or bears: nothing where it is refused. */
node while_granted(const struct plan_nodes *nodes, const struct section *payer, node of);

/* Part `number` of `parts`; the whole where there is one part. */
node spread_part(const struct plan_nodes *nodes, node whole, int number, int parts);

/* The months of a row that is drawn to date: `upto` holds what it has drawn by each of first..last, whatever its payer
   has been answered. Before them nothing is drawn, behind them nothing more. */
void put_drawn(struct plan_nodes *nodes, struct node_row *row, month first, month last, const node *upto);

#endif

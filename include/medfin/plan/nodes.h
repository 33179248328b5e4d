#ifndef MEDFIN_PLAN_NODES_H
#define MEDFIN_PLAN_NODES_H

/* Making the plan's figures as nodes: what the kinds of lines, sums, cash and reserve have in common. */

#include <medfin/plan/fees.h>

/* Fees of a tariff in a year that run over the same months. */
struct fee_group {
    const struct tariff *tariff;
    month first, last; /* of membership in the year, whatever the plan spans */
    month paid;        /* the later of it and the plan's first */
    int64_t payers;    /* as the project stands */
    operand *items;    /* what the payers of each pay for the year */
    int count, room;
};

struct fees_of_year {
    const struct tariff *tariff;
    int year;
    fee_list fees;
};

typedef LIST(int) int_list;

/* A sum of rows over months, as it was made. */
struct kept_sum {
    node of;
    bool of_class;        /* of all rows of a class; else of a tally's */
    const int_list *rows; /* by their numbers in the plan */
    struct months over;
};

/* What has been made of a plan so far. */
struct plan_made {
    LIST(struct row_class *) classes;
    LIST(struct tally *) tallies;
    LIST(struct kept_sum) sums;
    LIST(struct fees_of_year *) fees;
    LIST(struct fee_group) fee_groups;     /* of all tariffs, each of whose stand together, year by year */
    const struct cash_nodes *cash;         /* NULL until it is asked for */
    const struct reserve_state **reserves; /* by month, as they are asked for; the same of equity */
    node *equity;
    node counted, owed_back;        /* at the project's end; 0 until they are asked for */
    const struct node_names *names; /* as explained figures are told; NULL: none has been */
    operand *buffer;                /* for the operands of a sum over rows, while it is made */
};

static inline node money_leaf(const struct plan *plan, const struct section *section, const struct fact *fact)
{
    return graph_fact(plan->graph, section, fact, KIND_MONEY, FIELD_NUMBER);
}

static inline node share_leaf(const struct plan *plan, const struct section *section, const struct fact *fact)
{
    return graph_fact(plan->graph, section, fact, KIND_SHARE, FIELD_NUMBER);
}

static inline node count_leaf(const struct plan *plan, const struct section *section, const struct fact *fact)
{
    return graph_fact(plan->graph, section, fact, KIND_COUNT, FIELD_NUMBER);
}

static inline node count_number(const struct plan *plan, int64_t number, const char *label)
{
    return graph_number(plan->graph, number, KIND_COUNT, label);
}

/* Of money; nothing of no parts. */
node sum_node(const struct plan *plan, const char *label, const operand *parts, int count);

/* Of money; what is nothing takes nothing away. */
node less_node(const struct plan *plan, const char *label, node of, node less);

/* Part ÷ whole; nothing where either is nothing. */
node quotient_node(const struct plan *plan, enum kind kind, const char *label, node part, node whole);

/* What a payer pays or bears: nothing where it is refused. */
node while_granted(const struct plan *plan, const struct section *payer, node of);

/* An amount of a year, which may be refused by itself. */
node dated_node(const struct plan *plan, const struct section *section, const struct fact *stated);

/* Part `number` of `parts`; the whole where there is one part. */
node spread_part(const struct plan *plan, node whole, int number, int parts);

/* The months of a row that is drawn to date: `upto` holds what it has drawn by each of first..last, whatever its payer
   has been answered. Before them nothing is drawn, behind them nothing more. */
void put_drawn(const struct plan *plan, struct row *row, month first, month last, const node *upto);

#endif

#ifndef MEDFIN_GRAPH_GRAPH_H
#define MEDFIN_GRAPH_GRAPH_H

/* A project's figures as one graph. A node is an operator of a short closed list over nodes that were made
   before it, and its exact value, which is computed when it is made: what explains a figure is what it was
   computed from.

   Invariants. An operand has a lower number than what it is an operand of. Value and needs follow from the
   operands' and from nothing else. Equal values are never a reason for equal nodes. Which nodes there are
   follows from the calendar and from what is stated, never from amounts. Node 0 is nothing: 0 öre, known; sums
   leave it out. A graph may grow; what is in it never changes, and it may be read on any thread while none makes
   nodes. */

#include <medfin/base/kind.h>
#include <medfin/graph/need_sets.h>
#include <medfin/model/project.h>

typedef uint32_t node;    /* its number, in the order of making */
typedef uint32_t operand; /* a node as an operand, for or against */
typedef LIST(node) node_list;

enum op {
    OP_NUMBER,     /* of the formula itself: months, 1 */
    OP_FACT,       /* a stated value or its key's default */
    OP_SUM,        /* of parts of its own kind, less those against */
    OP_PRODUCT,    /* of all parts ÷ those against, rounded once */
    OP_SPREAD,     /* part number parts[0] of parts[1] equal ones, of each amount behind them by itself */
    OP_STEP,       /* parts[0] × (1 + parts[1]), rounded */
    OP_LEAST,      /* of its parts, or of their opposites where they are against */
    OP_MOST,       /* the same */
    OP_IF_GRANTED, /* parts[1]; nothing, which needs nothing, where the status parts[0] is 0 */
    OP_WHILE_LEFT, /* parts[1], which is nothing where parts[0] is: then it needs nothing. In a trial it is
                      the amount itself, since what is left is in the amount already */
    OP_NEAREST,    /* parts[0] to a whole multiple of parts[1], in the measure of that; … */
    OP_UP,         /* … never below it */
    OP_DOWN,       /* … never above it */
    OP_COUNT
};

/* Which number of a stated value a leaf is. */
enum field {
    FIELD_NUMBER,
    FIELD_SECOND,
    FIELD_PAYS,         /* of a status: 0 rejected, else 1 */
    FIELD_SETTLED,      /* of a status: 1 granted or decided, else 0 */
    FIELD_YEAR_PAYS,    /* the same of the status that an amount carries; … */
    FIELD_YEAR_SETTLED, /* … none is as its funder's, and has no such leaf */
    FIELD_COUNT
};

#define OPERAND_AGAINST (UINT32_C(1) << 31)

static inline operand against(operand of)
{
    return of ^ OPERAND_AGAINST;
}

static inline bool operand_is_against(operand of)
{
    return of & OPERAND_AGAINST;
}

static inline node operand_node(operand of)
{
    return of & ~OPERAND_AGAINST;
}

/* What a node is. Of a number and a fact there are no parts. */
struct node_view {
    enum op op;
    enum kind kind;
    const char *label; /* marked for translation; NULL of a fact, which its section and key name */
    const operand *parts;
    int count;
    const struct section *section; /* of a fact */
    const struct fact *fact;       /* of a fact, and of a number that is read out of one; else NULL */
    enum field field;
    int64_t value;
};

struct graph;

/* `stated`: how many values are numbered, `unknowns`: how many of them are `?`. Both live in the arena. */
struct graph *graph_new(int stated, int unknowns, struct arena *arena);

node graph_number(struct graph *graph, int64_t number, enum kind kind, const char *label);
/* A number that the formula reads out of a stated value, as a class among many: another value is another graph. */
node graph_read(struct graph *graph, int64_t number, enum kind kind, const char *label, const struct fact *fact);
/* The same or, with no fact, a number of the formula, as a node of its own that is shared with nothing: a leaf that an
   attempt or a simulation may vary though nobody states it. */
node graph_own_number(struct graph *graph, int64_t number, enum kind kind, const char *label, const struct fact *fact);
/* The leaf of a value; the same for all that ask for it. */
node graph_fact(struct graph *graph, const struct section *section, const struct fact *fact, enum kind kind,
                enum field field);
/* A node of these parts, none of which is node 0 but in a sum, least and most, where nothing is left out of a sum
   and is 0 to the others. What was made of the same lately is the same node. A sum of one part is that part; one of
   nothing, as of a part less itself, is node 0. */
node graph_make(struct graph *graph, enum op op, enum kind kind, const char *label, const operand *parts, int count);
#define graph_of(graph, op, kind, label, ...)                                                                          \
    graph_make((graph), (op), (kind), (label), (const operand[]){ __VA_ARGS__ },                                       \
               (int)(sizeof((const operand[]){ __VA_ARGS__ }) / sizeof(operand)))

int graph_count(const struct graph *graph); /* nodes, node 0 among them: every node is below it */
struct node_view graph_node(const struct graph *graph, node of);
int64_t graph_value(const struct graph *graph, node of);
bool graph_knows(const struct graph *graph, node of);
/* The unknowns that it needs; NULL: none. */
const struct needs *graph_needs(const struct graph *graph, node of);

/* What a leaf of that field is when the value is stated. */
int64_t value_field(const struct value *value, enum field field);

/* Which nodes there are follows from the value, though a figure may rest on it as a number too. */
void graph_shape(struct graph *graph, const struct fact *fact);
/* Whether that was said of a value; of those that have no number, as a table's, of any of them. */
bool graph_is_shaped(const struct graph *graph, const struct fact *fact);

/* The leaf of a stated value, by its number and field. 0: no figure rests on it as a number alone; then what follows
   from another value is a graph of its own. */
node graph_leaf(const struct graph *graph, int number, enum field field);

#endif

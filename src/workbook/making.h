#ifndef MEDFIN_WORKBOOK_MAKING_H
#define MEDFIN_WORKBOOK_MAKING_H

/* Inside the room: a workbook while it is made. First the sheets say which node they show where; then what these are
   made of is given cells; last every cell gets its formula. */

#include <medfin/doc/doc.h>
#include <medfin/figures/figure_path.h>
#include <medfin/rules/finding.h>
#include <medfin/workbook/workbook.h>

/* Where a node has its cell. */
struct spot {
    const struct book_sheet *sheet; /* NULL: it has none */
    int row, column;
    const char *name; /* NULL: it has none */
};

/* What its cell holds in whole numbers: the number × 10^decimals, at most so large whatever the inputs are. */
struct measure {
    double most;
    int decimals;
};

/* A cell that shows a node. */
struct shown_node {
    struct book_sheet *sheet;
    int row, column;
    node of;
    enum book_role role;
};

/* A stated value, a default or a part of either, as a row of the inputs. */
struct input {
    const struct section *section;
    const struct fact *fact;
    enum field field;     /* FIELD_NUMBER or _SECOND; FIELD_PAYS, FIELD_YEAR_PAYS: a status */
    node number, settled; /* its leaves; 0: none */
    node_list same;       /* more leaves of the number, where a row of a table is asked for again */
    bool is_live;         /* it can be changed here */
    int64_t low, high;    /* as the value is held */
    int decimals;         /* that can be entered */
    int row;
};

/* A rule of a subject, as its row in the sheet of checks says it. */
struct check_row {
    int row;
    const struct rule *rule;
    enum verdict verdict; /* as it is now */
};

struct making {
    struct arena *arena;
    struct doc *doc;
    const struct plan *plan;
    const struct graph *graph;
    const char *files;                 /* that the plan was read from */
    const struct comparison *compared; /* NULL: the plan alone */
    const struct workbook_of *of;
    struct book *book;
    struct book_sheet *overview, *inputs, *figures, *fees, *cash, *reserve, *scenarios, *follow, *checks,
        *steps; /* NULL: none */
    LIST(struct shown_node) shown;
    LIST(struct input) input_rows;
    LIST(struct spot) spots;  /* by node */
    struct measure *measures; /* by node */
    LIST(struct check_row) check_rows;
    const char *changed, *not_in_order; /* names of the cells that count such inputs */
    int last_step;                      /* row of the sheet of steps */
};

/* The whole book of a plan, with all that it was made of. */
struct making making_of(struct doc *doc, const struct workbook_of *of);

#endif

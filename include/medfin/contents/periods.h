#ifndef MEDFIN_CONTENTS_PERIODS_H
#define MEDFIN_CONTENTS_PERIODS_H

/* Columns over years, quarters or months, and rows of sums over them. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>
#include <medfin/plan/sums.h>

enum report_by { BY_YEAR, BY_QUARTER, BY_MONTH };

/* Columns over time: years, quarters or months, and last the whole. */
struct periods {
    const struct plan *plan;
    enum report_by by;
    month first; /* of the first period, on its calendar */
    int count;   /* without the whole */
};

struct periods periods_new(const struct plan *plan, enum report_by by);
/* Months of a column, both included; the column behind the last is the whole. */
month period_first(const struct periods *over, int column);
month period_last(const struct periods *over, int column);
/* "2021", "2021-Q1", "2021-01", "Total". */
const char *period_title(const struct periods *over, int column, struct arena *arena);
/* "years.2021.cost.total", "quarters.2021-Q1.…", "total.…". */
const char *period_key(const struct periods *over, int column, const char *rest, struct arena *arena);
struct cell period_sum(const struct periods *over, const struct selection *selection, int column);
/* The same as a cell of a doc. */
struct doc_cell period_cell(struct doc *doc, const struct periods *over, const struct selection *selection, int column,
                            const char *key);

/* A row of figures over the periods. */
struct item {
    const char *label; /* in the doc's language */
    const char *key;   /* behind the period, or NULL */
    struct selection of;
    const struct section *payer; /* whose status stands beside it, or NULL */
    const char *path;            /* of the figure behind the period, where the cells have no key; or NULL */
};

typedef LIST(struct item) item_list;

/* A table with a column for each period, their total, and `extra` text columns behind. */
struct doc_table *period_table(struct doc *doc, const struct periods *over, const char *caption,
                               const char *label_title, const char *extra);
struct doc_row *item_row(struct doc *doc, struct doc_table *table, const struct periods *over, const struct item *item,
                         int indent);

#endif

#ifndef MEDFIN_REPORT_BUDGET_H
#define MEDFIN_REPORT_BUDGET_H

/* Inside the budget: its periods, and the parts of the report that it is made of. */

#include <medfin/report/contents.h>

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

/* A row of figures over over. */
struct item {
    const char *label; /* in the doc's language */
    const char *key;   /* behind the period, or NULL */
    struct selection of;
    const struct section *payer; /* whose status stands beside it, or NULL */
};

typedef LIST(struct item) item_list;

/* A table with a column for each period, their total, and `extra` text columns behind. */
struct doc_table *period_table(struct doc *doc, const struct periods *over, const char *caption,
                               const char *label_title, const char *extra);
struct doc_row *item_row(struct doc *doc, struct doc_table *table, const struct periods *over, const struct item *item,
                         int indent);

/* budget.c: the budget without staff and notes. */
void money_contents(struct doc *doc, const struct plan *plan, enum report_by by);

/* budget_charts.c: financing by funder, and cost by category. `items` are one row each. */
void financing_chart(struct doc *doc, const struct periods *over, const item_list *items);
void category_chart(struct doc *doc, const struct periods *over, const item_list *items);

/* compare_chart.c: cost and financing of each scenario. */
void comparison_chart(struct doc *doc, const struct comparison *comparison);
/* budget.c: the cost or the financing by year alone, rounded as both sides together are. */
void side_contents(struct doc *doc, const struct plan *plan, enum side side);

/* budget_terms.c: shares with their denominators, sectors, leverage. */
void shares_contents(struct doc *doc, const struct plan *plan);
void sectors_contents(struct doc *doc, const struct plan *plan);
void leverage_contents(struct doc *doc, const struct plan *plan);
/* budget_staff.c */
void staff_contents(struct doc *doc, const struct plan *plan);
/* budget_notes.c: in kind in hours, VAT, unknowns, assumptions, figures without a source. */
/* Each `?` with its place. */
void unknowns_contents(struct doc *doc, const struct project *project);
void notes_contents(struct doc *doc, const struct plan *plan);
/* Stated figures that say where they come from, other than assumptions. */
void sourced_contents(struct doc *doc, const struct project *project);
/* A source as people say it: an assumption is marked by a word of the file's own; NULL: none. */
const char *source_title(const char *source);

/* Whether what a section gives as its source says that it is assumed. */
bool source_is_assumption(const char *source);

/* A word of a table in the doc's language. */
const char *doc_word(const struct doc *doc, const struct word *words, int64_t code);

#endif

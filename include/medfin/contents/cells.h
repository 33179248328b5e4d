#ifndef MEDFIN_CONTENTS_CELLS_H
#define MEDFIN_CONTENTS_CELLS_H

/* Figures of plans and rules as cells of a doc. */

#include <medfin/doc/doc.h>
#include <medfin/figures/figure_path.h>
#include <medfin/figures/shown.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/figure.h>

/* What the plan's figures show in the doc's unit, decided once for the doc. */
struct shown *shown_of(struct doc *doc, const struct plan *plan);
/* A cell of money that shows that many whole units. */
struct doc_cell cell_showing(struct doc_cell cell, int64_t whole);

/* A sum of the plan's rows, and a figure of the plan as the table of figures has it. */
struct doc_cell cell_sum(struct doc *doc, const struct plan *plan, const struct selection *of, struct months over,
                         const char *key);
struct doc_cell cell_rows(struct doc *doc, const struct plan *plan, row_test *test, const void *context,
                          struct months over, const char *key);
struct doc_cell cell_figure(struct doc *doc, const struct plan *plan, const struct figure *figure, const char *key);

/* The same in words, as its cells show it: "1 185 000 kr"; "?". */
const char *amount_shown(struct doc *doc, const struct doc_cell *cell);
const char *sum_shown(struct doc *doc, const struct plan *plan, const struct selection *of, struct months over);

/* A cell in a chart, where words say what it shows. */
struct chart_value chart_value_of(const struct doc *doc, const struct doc_cell *cell);

/* Money that stands alone, to the nearest; to the öre where that would be nothing. */
const char *money_shown(struct doc *doc, money amount);

/* Any other money, shown as its table rounds it; unknown when it needs anything. */
struct doc_cell cell_plan(struct cell figure, const char *key);
/* The same, shown to the öre. */
struct doc_cell cell_exact(struct cell figure, const char *key);
/* The same of what plans are compared by, which may be posts. */
struct doc_cell cell_asked(const struct asked_figure *asked, struct cell figure, const char *key);
struct doc_cell cell_of_row(const struct figure_row *row, struct cell figure, const char *key);
/* In words: money to the öre. */
const char *asked_text(const struct doc *doc, const struct asked_figure *asked, struct cell figure);

/* Hours and the like; empty where they are more than a cell can hold. */
struct doc_cell cell_billionths(wide billionths, const char *key);

/* How a verdict is to be taken. */
enum doc_tone verdict_tone(enum verdict verdict);

/* A verdict, and a figure of a rule. */
struct doc_cell cell_verdict(enum verdict verdict, const char *key);

#endif

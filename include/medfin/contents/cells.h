#ifndef MEDFIN_CONTENTS_CELLS_H
#define MEDFIN_CONTENTS_CELLS_H

/* Figures of plans and rules as cells of a doc. */

#include <medfin/doc/doc.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/figure.h>

/* A figure of the plan as a money cell; unknown when it needs anything. */
struct doc_cell cell_plan(struct cell figure, const char *key);
/* The same, shown to the öre. */
struct doc_cell cell_exact(struct cell figure, const char *key);
/* The same of what plans are compared by, which may be posts. */
struct doc_cell cell_asked(const struct asked_figure *asked, struct cell figure, const char *key);
struct doc_cell cell_of_row(const struct figure_row *row, struct cell figure, const char *key);
/* In words: money to the öre. */
const char *asked_text(const struct doc *doc, const struct asked_figure *asked, struct cell figure);

/* How a verdict is to be taken. */
enum doc_tone verdict_tone(enum verdict verdict);

/* A verdict, and a figure of a rule. */
struct doc_cell cell_verdict(enum verdict verdict, const char *key);

#endif

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
struct doc_cell cell_compared(const struct compared_figure *of, struct cell figure, const char *key);

/* How a verdict is to be taken. */
enum doc_tone verdict_tone(enum verdict verdict);

/* A verdict, and a figure of a rule. */
struct doc_cell cell_verdict(enum verdict verdict, const char *key);

#endif

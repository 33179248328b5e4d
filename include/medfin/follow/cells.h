#ifndef MEDFIN_FOLLOW_CELLS_H
#define MEDFIN_FOLLOW_CELLS_H

/* What a followed thing is called, and its figures as they are shown everywhere. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* What it is called; and the key of a category or a line below a path: "cost.by_line.staff.pl". */
const char *followed_title(const struct doc *doc, const struct followed *of);
const char *followed_key(struct arena *arena, const char *path, const struct followed *of);

/* Sums of either plan as they are shown everywhere, and a difference of two such. */
struct doc_cell budget_cell(struct doc *doc, const struct follow *follow, const struct followed *of, struct months over,
                            const char *key);
struct doc_cell forecast_cell(struct doc *doc, const struct follow *follow, const struct followed *of,
                              struct months over, const char *key);
struct doc_cell less_cell(struct doc_cell of, struct doc_cell less, const char *key);

#endif

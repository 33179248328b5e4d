#ifndef MEDFIN_CONTENTS_COMPARE_H
#define MEDFIN_CONTENTS_COMPARE_H

/* Scenarios side by side, with the causes of their differences. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

/* What was asked for, or all of it. */
void compare_contents(struct doc *doc, const struct comparison *comparison);

/* Its two parts: every figure in all; and year by year, every rule, and what makes the differences. */
void compared_totals(struct doc *doc, const struct comparison *comparison);
void compared_proofs(struct doc *doc, const struct comparison *comparison);

/* A table with a column for each scenario. */
struct doc_table *compared_table(struct doc *doc, const struct comparison *comparison, const char *caption);

/* "scenarios.heltid": where what is told of a scenario stands in JSON. */
const char *compared_path(const struct doc *doc, const struct comparison *comparison, int number);

/* A figure of one of the plans, of a year or, with 0, in all, as its own scenario shows it. */
struct doc_cell compared_shown(struct doc *doc, const struct comparison *comparison, int figure, int year,
                               const struct plan *plan, const char *key);

/* All years that any of the scenarios reaches. */
struct years compared_years(const struct comparison *comparison);

#endif

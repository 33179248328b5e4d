#ifndef MEDFIN_CONTENTS_COMPARE_H
#define MEDFIN_CONTENTS_COMPARE_H

/* Scenarios side by side, with the causes of their differences. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

void compare_contents(struct doc *doc, const struct comparison *comparison);

/* "scenarios.heltid": where what is told of a scenario stands in JSON. */
const char *compared_path(const struct doc *doc, const struct comparison *comparison, int number);

/* A figure of one of the plans, of a year or, with 0, in all, as its own scenario shows it. */
struct doc_cell compared_shown(struct doc *doc, const struct comparison *comparison, int figure, int year,
                               const struct plan *plan, const char *key);

/* All years that any of the scenarios reaches. */
struct years compared_years(const struct comparison *comparison);

#endif

#ifndef MEDFIN_CONTENTS_COMPARE_H
#define MEDFIN_CONTENTS_COMPARE_H

/* Scenarios side by side, with the causes of their differences. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

void compare_contents(struct doc *doc, const struct comparison *comparison);

/* "scenarios.heltid": where what is told of a scenario stands in JSON. */
const char *compared_path(const struct doc *doc, const struct comparison *comparison, int number);

/* All years that any of the scenarios reaches. */
struct years compared_years(const struct comparison *comparison);

#endif

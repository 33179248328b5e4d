#ifndef MEDFIN_REPORT_COMPARED_H
#define MEDFIN_REPORT_COMPARED_H

/* Inside the comparison of scenarios. */

#include "budget.h"

struct compared_years {
    int first, last;
};

/* All years that any of the scenarios reaches. */
struct compared_years compared_years(const struct comparison *comparison);

/* causes.c: what makes the difference between scenario number `at` and the first. */
void causes_contents(struct doc *doc, const struct comparison *comparison, int at);

#endif

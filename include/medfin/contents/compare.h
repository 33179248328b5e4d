#ifndef MEDFIN_CONTENTS_COMPARE_H
#define MEDFIN_CONTENTS_COMPARE_H

/* Scenarios side by side, with the causes of their differences. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

void compare_contents(struct doc *doc, const struct comparison *comparison);

struct compared_years {
    int first, last;
};

/* All years that any of the scenarios reaches. */
struct compared_years compared_years(const struct comparison *comparison);

#endif

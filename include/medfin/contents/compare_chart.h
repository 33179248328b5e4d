#ifndef MEDFIN_CONTENTS_COMPARE_CHART_H
#define MEDFIN_CONTENTS_COMPARE_CHART_H

/* Cost and financing of each scenario. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

void comparison_chart(struct doc *doc, const struct comparison *comparison);

#endif

#ifndef MEDFIN_DOC_CHART_BARS_H
#define MEDFIN_DOC_CHART_BARS_H

/* Charts in characters: a bar beside each row of a chart's own table. */

#include <medfin/doc/doc.h>

/* The block's table with a column of bars behind, drawn in characters from the chart that it belongs to; the table
   itself where there is no such chart. */
const struct doc_table *table_with_bars(const struct doc *doc, int block, struct arena *arena);

#endif

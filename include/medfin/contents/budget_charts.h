#ifndef MEDFIN_CONTENTS_BUDGET_CHARTS_H
#define MEDFIN_CONTENTS_BUDGET_CHARTS_H

/* Financing by funder, and cost by category, as charts. */

#include <medfin/contents/periods.h>
#include <medfin/doc/doc.h>

/* `items` are one row each. */
void financing_chart(struct doc *doc, const struct periods *over, const item_list *items);
void category_chart(struct doc *doc, const struct periods *over, const item_list *items);

#endif

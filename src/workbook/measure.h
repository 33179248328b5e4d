#ifndef MEDFIN_WORKBOOK_MEASURE_H
#define MEDFIN_WORKBOOK_MEASURE_H

/* How large and how fine a figure can be while every input is within its bounds, and so which formula tells it. */

#include "making.h"

/* By what its operands can be. */
struct measure measure_of(const struct measure *measures, const struct node_view *view);

/* Whether a formula tells it exactly. */
bool is_exact(const struct measure *measures, const struct node_view *view);

/* How often its formula tells a part. */
int times_told(const struct measure *measures, const struct node_view *view, int part);

#endif

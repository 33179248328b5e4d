#ifndef MEDFIN_WORKBOOK_PRODUCT_H
#define MEDFIN_WORKBOOK_PRODUCT_H

/* Products and quotients. Which form is exact follows from how large the parts can be while every input is within its
   bounds: multiplied as they are, or the amount, or both sides, in two parts of so many digits. */

#include "operands.h"

enum product_form { PRODUCT_NONE, PRODUCT_DIRECT, PRODUCT_PART, PRODUCT_IN_TWO, PRODUCT_IN_FOUR };
enum product_form product_form_of(const struct measure *measures, const struct node_view *view);

void write_product(struct writing *writing, const struct node_view *view);

/* How fine and how large it can be, by its factors'. */
struct measure measure_of_product(const struct measure *measures, const struct node_view *view);

#endif

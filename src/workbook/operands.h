#ifndef MEDFIN_WORKBOOK_OPERANDS_H
#define MEDFIN_WORKBOOK_OPERANDS_H

/* What formulas are made of: cells, numbers, and the formula of what has no cell. */

#include "making.h"

struct writing {
    const struct making *making;
    const struct book_sheet *on; /* the sheet that it is written in */
    struct text *out;
};

/* The number itself. */
void write_value(struct writing *writing, node of);
/* The number × 10^decimals_of, which is whole. */
void write_whole(struct writing *writing, node of);
int decimals_of(const struct writing *writing, node of);
/* 10^exponent. */
void write_power(struct text *out, int exponent);

#endif

#ifndef MEDFIN_WORKBOOK_BESIDE_H
#define MEDFIN_WORKBOOK_BESIDE_H

/* What nothing here changes, held against what every change of an input does. */

#include "making.h"

/* medfin's value when the workbook was written; one that is unknown is missing. */
void put_stated(struct making *making, struct book_sheet *sheet, int row, int column, enum kind kind,
                struct cell value);

/* What stands in one column of the row less what stands in another. */
struct difference {
    int of_column, less_column;
    struct cell of, less;
};

void put_difference(struct making *making, struct book_sheet *sheet, int row, int column, enum kind kind,
                    const struct difference *of);

#endif

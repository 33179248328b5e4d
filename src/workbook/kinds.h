#ifndef MEDFIN_WORKBOOK_KINDS_H
#define MEDFIN_WORKBOOK_KINDS_H

/* The kinds of the graph's whole numbers as numbers of a spreadsheet. */

#include <medfin/base/kind.h>
#include <medfin/workbook/book.h>

/* Whole numbers below 2^53 are exact in a spreadsheet's numbers, and so are their sums, their products and the quotient
   of two once it is rounded. */
#define EXACT_BELOW 9007199254740992.0

double power_of_ten(int exponent);

/* Decimals of the kind's unit: 2 of money, 9 of a share. */
int kind_decimals(enum kind kind);
/* The number itself of a whole number in that unit. */
double number_in(enum kind kind, int64_t value);
/* How a cell shows it. */
enum book_number number_of(enum kind kind);

#endif

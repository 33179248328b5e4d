#ifndef MEDFIN_READ_AMOUNT_H
#define MEDFIN_READ_AMOUNT_H

/* What a cell of a budget says, as spreadsheets show it: "1 185 000", "395 tkr", "(5 000)", "-", nothing. */

#include <medfin/base/money.h>
#include <medfin/read/csv.h>

enum amount_kind {
    AMOUNT_NONE,    /* words, a percent, a number of something else */
    AMOUNT_EMPTY,   /* nothing, or a dash */
    AMOUNT_UNKNOWN, /* "?" */
    AMOUNT_MONEY
};

struct amount {
    enum amount_kind kind;
    money ore; /* to the nearest öre, where a spreadsheet has computed finer */
};

/* A number alone is in kronor, or in 10^`power` of them. What is a number but cannot be read for certain is a fault,
   and none. */
struct amount amount_read(const struct csv_cell *cell, int power, struct arena *arena, struct diags *diags);

#endif

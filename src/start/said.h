#ifndef MEDFIN_SRC_START_SAID_H
#define MEDFIN_SRC_START_SAID_H

/* What the user says of headings: --columns "Belopp: cost". */

#include "search.h"

/* The column's use and year as it is said of its heading; false: nothing is. */
bool said_find(struct search *search, const char *heading, struct budget_column *column);

#endif

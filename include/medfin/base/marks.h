#ifndef MEDFIN_BASE_MARKS_H
#define MEDFIN_BASE_MARKS_H

/* A set of a table's rows, or of a list's items: a bool for each of them, however many there are. */

#include <stdbool.h>

/* How many are marked. */
int marks_count(const bool *marks, int count);

/* The next combination: as a number of two digits is counted up, the first mark its last digit.
   False after the last combination; then none is marked. */
bool marks_next(bool *marks, int count);

#endif

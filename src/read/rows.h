#ifndef MEDFIN_READ_ROWS_H
#define MEDFIN_READ_ROWS_H

/* The rows of a CSV file for one separator, before anybody knows what they mean. */

#include <medfin/read/csv.h>

struct rows {
    LIST(struct csv_row) list; /* with some text in them, up to the first fault */
    enum diag_id fault;        /* DIAG_COUNT: none */
    struct place place;        /* of the fault … */
    struct place began;        /* … and of the cell that it stands in */
};

/* Read at most `most` rows of the source. */
void rows_read(const struct source *source, char separator, int most, struct rows *rows, struct arena *arena);

#endif

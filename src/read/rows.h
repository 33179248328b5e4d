#ifndef MEDFIN_READ_ROWS_H
#define MEDFIN_READ_ROWS_H

/* The rows of a CSV file for one separator, before anybody knows what they mean. */

#include <medfin/read/csv.h>

/* Where the rows end before the file does. */
struct rows_fault {
    enum diag_id id;    /* DIAG_COUNT: nowhere */
    struct place place; /* of the fault … */
    struct place began; /* … and of the cell that it stands in */
};

/* A row with some text in it; it and its texts are gone after the call. */
typedef void rows_take(struct csv_row *row, void *user);

/* Hands over at most `most` rows of the source, those up to the first fault. `scratch` is cleared
   after each. */
struct rows_fault rows_each(const struct source *source, char separator, int most, rows_take *take, void *user,
                            struct arena *arena, struct arena *scratch);

/* A row of its own in the arena, its texts in another or the same. */
struct csv_row row_copy(const struct csv_row *row, struct arena *arena, struct arena *texts);

#endif

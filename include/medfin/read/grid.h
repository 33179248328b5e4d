#ifndef MEDFIN_READ_GRID_H
#define MEDFIN_READ_GRID_H

/* A table before anybody knows what its rows and columns mean: all that a spreadsheet holds, with places. */

#include <medfin/read/csv.h>
#include <medfin/read/files.h>

struct grid {
    const struct source *source;
    const struct csv_row *rows; /* with some text in them */
    int row_count;
};

/* The file that the user names, which is added to `read`; of a workbook the sheet of that name, NULL: the first that is
   not hidden. NULL after a fault. */
const struct grid *grid_load(const char *path, const char *sheet, read_file_list *read, struct arena *arena,
                             struct diags *diags);

/* Which row of the spreadsheet it is, from 1. */
int grid_row_number(const struct csv_row *row);

#endif

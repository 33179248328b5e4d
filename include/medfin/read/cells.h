#ifndef MEDFIN_READ_CELLS_H
#define MEDFIN_READ_CELLS_H

/* The cells of a workbook that the user names, as they were entered. */

#include <medfin/read/files.h>

struct sheet_cells;

/* Of the first sheet that has one of the names, which NULL ends. The file is added to `read`. NULL after a fault. */
const struct sheet_cells *cells_load(const char *path, const char *const *sheets, int order, read_file_list *read,
                                     struct arena *arena, struct diags *diags);

#endif

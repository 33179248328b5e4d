#ifndef MEDFIN_SHEET_CELLS_H
#define MEDFIN_SHEET_CELLS_H

/* The cells of a sheet as lines of CSV, and what is wrong with single cells. */

#include <medfin/base/diag.h>

#include "strings.h"
#include "styles.h"

/* What stands in a line is the fault itself: "#REF!", "=SUM(A1:A3)". */
struct cell_fault {
    enum diag_id id;
    uint32_t offset, size;
};

/* A cell as it was entered, and where it stands in the lines. */
struct kept_cell {
    int row, column;
    bool is_number;
    const char *formula, *text;
    uint32_t offset, size;
};

struct cells {
    const struct strings *strings;
    const struct styles *styles;
    bool is_1904;
    struct arena *arena;
    struct text lines;
    LIST(uint32_t) starts; /* of each row's line */
    LIST(struct cell_fault) faults;
    int hidden_rows;          /* that have a text */
    struct cell_fault hidden; /* the first text of the first of them */
    bool keeps;               /* every cell as it was entered: none is a fault */
    LIST(struct kept_cell) kept;
};

enum part_state cells_read(struct archive *archive, const char *part, struct cells *cells);

#endif

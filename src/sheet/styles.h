#ifndef MEDFIN_SHEET_STYLES_H
#define MEDFIN_SHEET_STYLES_H

/* What form a cell's number has, by the style that the cell names. */

#include "number.h"
#include "xml.h"

struct styles {
    LIST(enum number_form) forms; /* by the number of the style */
    struct arena *arena;
};

/* A workbook without the part has no styles. */
enum part_state styles_read(struct archive *archive, const char *part, struct styles *styles);

enum number_form styles_form(const struct styles *styles, const char *style);

#endif

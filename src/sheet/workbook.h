#ifndef MEDFIN_SHEET_WORKBOOK_H
#define MEDFIN_SHEET_WORKBOOK_H

/* Which parts a workbook has, and where: its sheets by name, its shared texts, its styles. */

#include <medfin/base/arena.h>

#include "xml.h"

struct workbook_sheet {
    const char *name;
    const char *part;
    bool is_hidden;
};

struct workbook {
    struct archive *archive;
    struct arena *arena;
    LIST(struct workbook_sheet) sheets; /* in their order; charts are none */
    const char *strings, *styles;       /* parts; NULL: none */
    bool is_1904;                       /* its days are counted from 1904 */
    const char *faulty;                 /* the part that could not be read */
};

enum part_state workbook_read(struct archive *archive, struct workbook *workbook, struct arena *arena);

#endif

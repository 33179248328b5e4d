#ifndef MEDFIN_WORKBOOK_FORMATS_H
#define MEDFIN_WORKBOOK_FORMATS_H

/* How cells look, each way made once. */

#include <xlsxwriter.h>

#include <medfin/workbook/book.h>

struct formats {
    lxw_workbook *workbook;
    lxw_format *made[NUMBER_KINDS][ROLE_COUNT][2];
    lxw_format *tones[TONE_OPEN + 1];
};

/* What stands apart from the cell before it has a little room on its left, so that no figure touches a word. */
lxw_format *format_of(struct formats *formats, enum book_number number, enum book_role role, bool is_apart);
/* What a verdict adds. */
lxw_format *tone_of(struct formats *formats, enum doc_tone tone);

#endif

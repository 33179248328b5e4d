#ifndef MEDFIN_WORKBOOK_FORMATS_H
#define MEDFIN_WORKBOOK_FORMATS_H

/* How cells look, each way made once. */

#include <xlsxwriter.h>

#include <medfin/workbook/book.h>

struct formats {
    lxw_workbook *workbook;
    lxw_format *made[NUMBER_KINDS][ROLE_COUNT];
    lxw_format *tones[TONE_OPEN + 1];
};

lxw_format *format_of(struct formats *formats, enum book_number number, enum book_role role);
/* What a verdict adds. */
lxw_format *tone_of(struct formats *formats, enum doc_tone tone);

#endif

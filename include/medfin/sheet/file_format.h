#ifndef MEDFIN_SHEET_FILE_FORMAT_H
#define MEDFIN_SHEET_FILE_FORMAT_H

/* What a file is by its first bytes and its parts, whatever it is called. */

#include <stddef.h>

enum file_format {
    FORMAT_TEXT,     /* or what nobody here knows */
    FORMAT_WORKBOOK, /* .xlsx, .xlsm */
    FORMAT_XLS,
    FORMAT_OLE,
    FORMAT_LOCKED,
    FORMAT_XLSB,
    FORMAT_ODS,
    FORMAT_NUMBERS,
    FORMAT_WORD,
    FORMAT_ZIP,
    FORMAT_CUT,
    FORMAT_PDF,
    FORMAT_COUNT
};

struct file_format_row {
    const char *name; /* "a PDF", marked for translation */
    const char *hint; /* how its table is saved so that it can be read, marked for translation */
};

extern const struct file_format_row file_format_rows[FORMAT_COUNT];

enum file_format file_format(const char *bytes, size_t size);

#endif

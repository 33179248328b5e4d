#ifndef MEDFIN_WORKBOOK_XLSX_H
#define MEDFIN_WORKBOOK_XLSX_H

/* A book as a file of Office Open XML (.xlsx), by libxlsxwriter. */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/workbook/book.h>

/* Whether this program holds the library: else it is not to be asked for bytes. */
extern const bool xlsx_is_here;

/* The bytes of the file, in the book's arena, or NULL with the system's reason. `created`: seconds since 1970, which
   the file carries. */
const char *xlsx_bytes(const struct book *book, long created, size_t *size, int *reason);

#endif

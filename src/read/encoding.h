#ifndef MEDFIN_READ_ENCODING_H
#define MEDFIN_READ_ENCODING_H

/* Bytes as spreadsheets save them, to UTF-8. */

#include <medfin/base/text.h>
#include <medfin/read/csv.h>
#include <medfin/sheet/file_format.h>

/* Adds a character of the first 65 536 as UTF-8; and a whole text of Windows-1252. */
void add_code_point(struct text *out, unsigned code);
struct text from_windows(const char *bytes, size_t size, struct arena *arena);

/* Say that the file is of a kind that is not read there. */
void format_fault(const char *name, enum file_format format, int order, struct arena *arena, struct diags *diags);

/* The table that the file is, as a source in UTF-8: a CSV, or the sheet of a workbook. `bytes` must outlive it and end
   with a NUL; NULL after a fault. */
const struct source *table_source(const struct csv_file *file, const char *name, const char *bytes, size_t size,
                                  enum csv_encoding *encoding, struct arena *arena, struct diags *diags);

/* The bytes, which must outlive it and end with a NUL, as a source in UTF-8 without a byte order mark; NULL after a
   fault. What is no UTF-8 is Windows-1252, unless more of it is UTF-8 than not, and then the odd byte is a fault. */
const struct source *source_decode(const char *name, const char *bytes, size_t size, int order,
                                   enum csv_encoding *encoding, struct arena *arena, struct diags *diags);

#endif

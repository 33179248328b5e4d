#ifndef MEDFIN_READ_ENCODING_H
#define MEDFIN_READ_ENCODING_H

/* Bytes as spreadsheets save them, to UTF-8. */

#include <medfin/read/csv.h>

/* The bytes, which must outlive it and end with a NUL, as a source in UTF-8 without a byte order mark; NULL after a
   fault. What is no UTF-8 is Windows-1252, unless more of it is UTF-8 than not, and then the odd byte is a fault. */
const struct source *source_decode(const char *name, const char *bytes, size_t size, int order,
                                   enum csv_encoding *encoding, struct arena *arena, struct diags *diags);

#endif

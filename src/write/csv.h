#ifndef MEDFIN_WRITE_CSV_H
#define MEDFIN_WRITE_CSV_H

/* CSV, for spreadsheets as Swedish ones read it, or for machines. Money is always in kronor
   to the öre, never rounded; figures come from our own formatter alone, and no text can
   act as a formula. Each table is a rectangle: its caption on a line above, a blank line
   around it. */

#include <medfin/write/writer.h>

void csv_write_doc(const struct doc *doc, const struct writer_options *options, struct text *out);

#endif

#ifndef MEDFIN_SHEET_WORD_H
#define MEDFIN_SHEET_WORD_H

/* A letter that was written as a Word document (.docx, ISO/IEC 29500), as the HTML that it would be: its paragraphs,
   its tables and what is bound in it. A binding is a bookmark medfin_N, and what it is bound to the property of that
   name; number 0 is the letter's head. Word keeps both, whatever is written around them. */

#include <medfin/base/diag.h>

/* NULL after a fault: what in the file cannot be read is in `diags`. */
const struct source *word_document_read(const char *name, const char *bytes, size_t size, struct arena *arena,
                                        struct diags *diags);

#endif

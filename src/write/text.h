#ifndef MEDFIN_WRITE_TEXT_H
#define MEDFIN_WRITE_TEXT_H

/* Text for a terminal. Every text of the user's passes through shown_text; a line is broken at
   ordinary blanks only, and no-break spaces become ordinary ones at the very end. */

#include <medfin/write/writer.h>

void text_write(const struct doc *doc, const struct writer_options *options, struct text *out);

#endif

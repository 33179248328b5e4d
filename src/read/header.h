#ifndef MEDFIN_READ_HEADER_H
#define MEDFIN_READ_HEADER_H

/* `[kind id]`, with its faults. */

#include "outline.h"

/* Read the header that begins with the stretch's `[`; the stretch is its whole line, the
   comment included. False after a fault; `header` is set as far as it could be read. */
bool header_read(const struct source *source, struct stretch line, struct header *header, struct arena *arena,
                 struct diags *diags);

/* False after a fault if the stretch cannot be the id of a section of that kind. */
bool id_check(const struct source *source, enum section_id kind, struct stretch id, struct arena *arena,
              struct diags *diags);

/* The name of a key of the section that says the same as the text does in other sections, else the one nearest to the text, with the text's date if
   that fits, else with the form of one; NULL if none is near. */
const char *key_nearest(enum section_id section, const char *text, struct arena *arena);

#endif

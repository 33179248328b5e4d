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

/* Tells that the section has no such key, with the one that says the same in other sections or is nearest, with the
   text's date if that fits; else with where all of them are told. */
void key_unknown(enum section_id section, const char *text, struct place place, struct arena *arena,
                 struct diags *diags);

#endif

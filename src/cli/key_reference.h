#ifndef MEDFIN_CLI_KEY_REFERENCE_H
#define MEDFIN_CLI_KEY_REFERENCE_H

/* What a project file may say, told from the table of keys: all of it, one section, one key. For programs the same at
   sections[N].keys[N], with what a form needs to ask for it. */

#include <medfin/doc/doc.h>
#include <medfin/model/keys.h>

void keys_contents(struct doc *doc);

/* A section, a key wherever it stands, or a key of one section, as in staff.share, by a name in either language; false
   if there is none. */
bool key_reference_contents(struct doc *doc, const char *name);

/* All names of sections and keys, to choose the nearest from. */
const char *const *key_reference_names(struct arena *arena);

/* What holds where the key is not stated, as it would be; "" for nothing. */
const char *key_default_text(struct doc *doc, enum section_id section, const struct key *key);

#endif

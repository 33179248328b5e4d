#ifndef MEDFIN_VERSIONS_MANIFEST_READ_H
#define MEDFIN_VERSIONS_MANIFEST_READ_H

/* A manifest from its bytes. */

#include <medfin/versions/manifest.h>

/* Its entries, sorted; false with the reason in `diags` for what is no manifest, for one of a newer form, and for one
   that is not as it was written. */
bool manifest_read(const struct source *source, entry_list *entries, struct arena *arena, struct diags *diags);

#endif

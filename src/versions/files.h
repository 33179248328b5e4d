#ifndef MEDFIN_VERSIONS_FILES_H
#define MEDFIN_VERSIONS_FILES_H

#include <medfin/versions/frozen.h>

/* Each file that was read, once, with its digest. */
void add_files(entry_list *entries, const struct frozen *of, struct arena *arena);

#endif

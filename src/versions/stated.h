#ifndef MEDFIN_VERSIONS_STATED_H
#define MEDFIN_VERSIONS_STATED_H

#include <medfin/versions/frozen.h>

/* What each file states, with its place: so that a change can be named. */
void add_stated(entry_list *entries, const struct frozen *of, struct arena *arena);

#endif

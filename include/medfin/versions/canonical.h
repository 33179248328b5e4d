#ifndef MEDFIN_VERSIONS_CANONICAL_H
#define MEDFIN_VERSIONS_CANONICAL_H

/* A text as it is whichever program has saved it. */

#include <medfin/base/arena.h>

/* With its line ends as LF and without a byte order mark; `size` becomes that of what is left. */
const char *text_canonical(struct arena *arena, const char *bytes, size_t *size);

#endif

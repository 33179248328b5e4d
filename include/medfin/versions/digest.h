#ifndef MEDFIN_VERSIONS_DIGEST_H
#define MEDFIN_VERSIONS_DIGEST_H

/* What tells whether bytes are those that they were. */

#include <medfin/base/arena.h>

/* Their SHA-256 in hexadecimal (FIPS 180-4), in the arena. */
const char *digest_of(struct arena *arena, const char *bytes, size_t size);

#endif

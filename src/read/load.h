#ifndef MEDFIN_READ_LOAD_H
#define MEDFIN_READ_LOAD_H

/* Files to bytes, with what the system refuses as a fault at the place that named the file. */

#include <medfin/base/diag.h>

/* All bytes of a regular file, a NUL behind them; NULL after a fault. */
const char *bytes_load(const char *path, struct place place, size_t *size, struct arena *arena, struct diags *diags);

/* The path of a file that another, at `path`, names. */
const char *path_beside(const char *path, const char *named, struct arena *arena);

#endif

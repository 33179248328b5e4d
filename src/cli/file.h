#ifndef MEDFIN_CLI_FILE_H
#define MEDFIN_CLI_FILE_H

/* Files that are written whole or not at all. */

#include <medfin/base/arena.h>

/* The bytes stand in the file whole, or the file is as it was. NULL, or the system's reason. */
const char *file_write(const char *path, const char *bytes, size_t size, struct arena *arena);

/* The same for a file that must not be there yet: 0, or the system's errno, EEXIST if it is. */
int file_create(const char *path, const char *bytes, size_t size, struct arena *arena);

/* Why the file could not be written now, to be asked before long work. NULL: it could. */
const char *file_refusal(const char *path, struct arena *arena);

#endif

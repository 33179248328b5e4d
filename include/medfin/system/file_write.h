#ifndef MEDFIN_SYSTEM_FILE_WRITE_H
#define MEDFIN_SYSTEM_FILE_WRITE_H

/* Files are written whole or not at all: whoever reads one finds the old one or the new one, never half, after a
   crash too. Each answers 0 or the system's reason. */

#include <stddef.h>

/* The bytes stand in the file, or it is as it was. A link stays a link, and what it points at is replaced; one that
   leads nowhere is refused. A file keeps its permissions; a device or a pipe is written to. */
int file_write(const char *path, const char *bytes, size_t size);

/* The same for a file that must not be there yet; if anything is, a link that leads nowhere too, the reason is
   presence. Where the file system has no hard links, the file is empty for a moment before it is whole. */
int file_create(const char *path, const char *bytes, size_t size);

/* Why file_write would refuse now, to be asked before long work. */
int file_write_refusal(const char *path);

#endif

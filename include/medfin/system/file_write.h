#ifndef MEDFIN_SYSTEM_FILE_WRITE_H
#define MEDFIN_SYSTEM_FILE_WRITE_H

/* Files are written whole or not at all: whoever reads one finds the old one or the new one, never half, after a
   crash too, and nothing is left beside it. Signals that would end us wait until then. SIGKILL leaves nothing either,
   unless it ends us and our child at once, between two calls, or the file system has no files without a name; then a
   whole or half file .medfin-NUMBER may be left. Each function answers 0 or the system's reason.

   What is no regular file is written to, and so is what we have open already under names such as /dev/stdout and
   /dev/fd/3: that goes on where it stands. */

#include <stddef.h>

/* The bytes stand in the file, or it is as it was. A link stays a link, and what it points at is replaced; one that
   leads nowhere is refused. A file keeps its permissions, but for those that let others run it as its owner, and its
   owner and group where we may say so. */
int file_write(const char *path, const char *bytes, size_t size);

/* The same for a file that must not be there yet; if anything is, a link that leads nowhere too, the reason is
   presence. Where the file system cannot do that at once, the file is empty for a moment before it is whole. */
int file_create(const char *path, const char *bytes, size_t size);

/* Why file_write would refuse now, to be asked before long work. */
int file_write_refusal(const char *path);

#endif

#ifndef MEDFIN_SYSTEM_DESCRIPTOR_H
#define MEDFIN_SYSTEM_DESCRIPTOR_H

/* What is done with descriptors, whatever signals interrupt it; neither reading nor writing has to take all at once. */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A path below the folder, closed when another program takes over; −1 with errno set. `mode` is of what is made. */
int descriptor_open(int folder, const char *path, int flags, mode_t mode);

/* False with errno set. */
bool descriptor_write(int descriptor, const char *bytes, size_t size);

/* At most so many bytes, fewer where there are no more; −1 with errno set. */
long descriptor_read(int descriptor, char *bytes, size_t size);

/* Its bytes survive a crash. False with errno set. */
bool descriptor_sync(int descriptor);

/* The child's wait status; −1 with errno set. */
int child_wait(pid_t child);

#endif

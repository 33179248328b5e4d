#ifndef MEDFIN_SYSTEM_AGAIN_H
#define MEDFIN_SYSTEM_AGAIN_H

/* Calls that signals interrupt, made again until they are through. */

#include <stdbool.h>
#include <sys/types.h>

/* A path below the folder, closed when another program takes over; −1 with errno set. `mode` is of what is made. */
int descriptor_open(int folder, const char *path, int flags, mode_t mode);

/* Its bytes survive a crash. False with errno set. */
bool descriptor_sync(int descriptor);

/* The child's wait status; −1 with errno set. */
int child_wait(pid_t child);

#endif

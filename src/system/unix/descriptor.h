#ifndef MEDFIN_SYSTEM_DESCRIPTOR_H
#define MEDFIN_SYSTEM_DESCRIPTOR_H

/* Reading and writing, neither of which has to take all at once, whatever signals interrupt it. */

#include <stdbool.h>
#include <stddef.h>

/* Opened for reading, as bytes, without waiting for a writer should it be a pipe; −1 with errno set. */
int descriptor_of(const char *path);

/* False with errno set. */
bool descriptor_write(int descriptor, const char *bytes, size_t size);

/* At most so many bytes, fewer where there are no more; −1 with errno set. */
long descriptor_read(int descriptor, char *bytes, size_t size);

#endif

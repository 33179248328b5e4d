#ifndef MEDFIN_SYSTEM_DESCRIPTOR_H
#define MEDFIN_SYSTEM_DESCRIPTOR_H

/* Bytes of an open descriptor: signals may interrupt either, and neither has to take all at once. */

#include <stdbool.h>
#include <stddef.h>

/* False with errno set. */
bool descriptor_write(int descriptor, const char *bytes, size_t size);

/* At most so many bytes, fewer where there are no more; −1 with errno set. */
long descriptor_read(int descriptor, char *bytes, size_t size);

#endif

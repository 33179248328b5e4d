#ifndef MEDFIN_SYSTEM_HANDLE_H
#define MEDFIN_SYSTEM_HANDLE_H

/* Reading and writing bytes as they are, neither of which has to take all at once. Each answers 0 or the system's
   reason. */

#include <stddef.h>
#include <windows.h>

/* At most so many bytes, `done` of them where there are no more. */
int handle_read(HANDLE handle, char *bytes, size_t size, size_t *done);

int handle_write(HANDLE handle, const char *bytes, size_t size);

#endif

#include "handle.h"

#include <errno.h>

#include "error.h"

enum { MOST_AT_ONCE = 16 * 1024 * 1024 }; /* more than that not every network takes */

static DWORD at_once(size_t size)
{
    return (DWORD)(size < MOST_AT_ONCE ? size : MOST_AT_ONCE);
}

int handle_read(HANDLE handle, char *bytes, size_t size, size_t *done)
{
    for (*done = 0; *done < size;) {
        DWORD got;
        if (!ReadFile(handle, bytes + *done, at_once(size - *done), &got, NULL))
            return reason_last();
        if (got == 0)
            break;
        *done += got;
    }
    return 0;
}

int handle_write(HANDLE handle, const char *bytes, size_t size)
{
    while (size) {
        DWORD written;
        if (!WriteFile(handle, bytes, at_once(size), &written, NULL))
            return reason_last();
        if (written == 0)
            return EIO; /* or nobody would hear of it */
        bytes += written;
        size -= written;
    }
    return 0;
}

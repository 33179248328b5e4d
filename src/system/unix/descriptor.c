#include "descriptor.h"

#include <errno.h>
#include <unistd.h>

enum { MOST_AT_ONCE = 1000000000 }; /* which every system takes */

static unsigned at_once(size_t size)
{
    return (unsigned)(size < MOST_AT_ONCE ? size : MOST_AT_ONCE);
}

bool descriptor_write(int descriptor, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(descriptor, bytes, at_once(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        if (written == 0) {
            errno = EIO; /* or nobody would hear of it */
            return false;
        }
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

long descriptor_read(int descriptor, char *bytes, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t got = read(descriptor, bytes + done, at_once(size - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (long)done;
}

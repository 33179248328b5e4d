#include <medfin/system/program.h>

#include <string.h>
#include <unistd.h>

bool program_prefix(char *prefix, size_t room)
{
    ssize_t size = readlink("/proc/self/exe", prefix, room);
    if (size < 0 || (size_t)size >= room) /* what fills the room may have been cut */
        return false;
    prefix[size] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(prefix, '/');
        if (!slash)
            return false;
        *slash = '\0';
    }
    return true;
}

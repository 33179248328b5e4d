#include <medfin/system/program.h>

#include <string.h>
#include <unistd.h>

bool program_prefix(char *prefix, size_t room)
{
    ssize_t size = readlink("/proc/self/exe", prefix, room - 1);
    if (size < 0)
        return false;
    prefix[size] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(prefix, '/');
        if (slash)
            *slash = '\0';
    }
    return true;
}

#include <medfin/system/process_become.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

int process_become(const char *beside, char **arguments)
{
    char own[PATH_MAX], path[PATH_MAX + 64];
    long size = readlink("/proc/self/exe", own, sizeof own - 1);
    if (size < 0)
        return errno;
    own[size] = '\0';
    *strrchr(own, '/') = '\0';
    int needed = snprintf(path, sizeof path, "%s/%s", own, beside);
    if (needed < (int)sizeof path)
        execve(path, arguments, environ);
    return errno;
}

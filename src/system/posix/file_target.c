#include "file_target.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <medfin/system/path.h>

enum { MOST_LINKS = 40 }; /* as many as the system itself follows */

/* A path with room for what its links make of it. */
struct route {
    char path[PATH_MAX];
};

/* How much of the route is its folder. */
static size_t folder_size(const struct route *route)
{
    return (size_t)(path_name(route->path) - route->path);
}

static bool folder_stat(const struct route *route, struct stat *status)
{
    struct route folder = { "." };
    size_t size = folder_size(route);
    if (size) {
        memcpy(folder.path, route->path, size);
        folder.path[size] = '\0';
    }
    return stat(folder.path, status) == 0;
}

/* One link further; false where none stands. */
static bool follow(struct route *route)
{
    char link[PATH_MAX];
    ssize_t size = readlink(route->path, link, sizeof link);
    size_t kept = size > 0 && *link == '/' ? 0 : folder_size(route);
    if (size <= 0 || kept + (size_t)size >= sizeof route->path)
        return false;
    memcpy(route->path + kept, link, (size_t)size);
    route->path[kept + (size_t)size] = '\0';
    return true;
}

/* Whether a path leads to what a process has open, as /dev/stdout and /dev/fd/3 do, whatever links lead there. The
   links behind that lead to files that would be replaced where they are to be written on. */
static bool leads_to_open(const char *path, int *descriptor)
{
    struct route route;
    struct stat own, folder;
    if (strlen(path) >= sizeof route.path || stat("/proc/self/fd", &own) != 0)
        return false;
    strcpy(route.path, path);
    for (int links = 0; links < MOST_LINKS; links++) {
        if (folder_stat(&route, &folder) && folder.st_dev == own.st_dev) {
            *descriptor = folder.st_ino == own.st_ino ? (int)strtol(path_name(route.path), NULL, 10) : -1;
            return true;
        }
        if (!follow(&route))
            return false;
    }
    return false;
}

/* Where stat finds nothing, a link may stand that leads nowhere. */
static int reason_not_found(const char *path, int reason)
{
    struct stat standing;
    if (reason != ENOENT)
        return reason;
    return lstat(path, &standing) == 0 ? ENOLINK : 0;
}

struct file_target file_target(const char *path)
{
    struct file_target target = { .descriptor = -1 };
    if (stat(path, &target.standing) != 0) {
        target.reason = reason_not_found(path, errno);
        return target;
    }
    bool is_through = leads_to_open(path, &target.descriptor) || !S_ISREG(target.standing.st_mode);
    target.kind = is_through ? TARGET_THROUGH : TARGET_FILE;
    if (S_ISDIR(target.standing.st_mode))
        target.reason = EISDIR;
    return target;
}

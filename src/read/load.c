#include "load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 64 * 1024 * 1024 }; /* bytes; a budget is a few thousand */

/* All bytes of an open file; `size` is what they come to. NULL with errno set. */
static char *bytes_read(int descriptor, size_t expected, size_t *size, struct arena *arena)
{
    char *bytes = arena_take(arena, expected + 1, 1);
    *size = 0;
    while (*size < expected) {
        ssize_t got = read(descriptor, bytes + *size, expected - *size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        if (got == 0)
            break;
        *size += (size_t)got;
    }
    return bytes;
}

/* False after a fault if the file is no regular file of a size that we read. */
static bool is_readable(const struct stat *status, const char *path, struct place place, struct diags *diags)
{
    bool is_large = S_ISREG(status->st_mode) && status->st_size > LARGEST;
    if (S_ISREG(status->st_mode) && !is_large)
        return true;
    diag_add(diags,
             S_ISDIR(status->st_mode) ? DIAG_FILE_FOLDER
             : is_large               ? DIAG_FILE_LARGE
                                      : DIAG_FILE_NOT_REGULAR,
             place, ARGS(arg_text(path)));
    return false;
}

static const char *unreadable(const char *path, struct place place, struct diags *diags)
{
    diag_add(diags, DIAG_FILE_UNREADABLE, place, ARGS(arg_text(path), arg_text(strerror(errno))));
    return NULL;
}

/* Opens without waiting for a writer, should the path be a pipe. */
const char *bytes_load(const char *path, struct place place, size_t *size, struct arena *arena, struct diags *diags)
{
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(path, place, diags);
    struct stat status;
    const char *bytes = NULL;
    if (fstat(descriptor, &status) < 0)
        unreadable(path, place, diags);
    else if (is_readable(&status, path, place, diags)) {
        bytes = bytes_read(descriptor, (size_t)status.st_size, size, arena);
        if (!bytes)
            unreadable(path, place, diags);
    }
    close(descriptor);
    return bytes;
}

const char *path_beside(const char *path, const char *named, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (*named == '/' || !slash)
        return named;
    return arena_text(arena, "%.*s%s", (int)(slash + 1 - path), path, named);
}

/* A file is written beside its target, synced and renamed: whoever reads it finds the old
   one or the new one, never half. */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int file, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* Devices and pipes cannot be replaced: they are written to. */
static bool write_through(const char *path, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool written = write_all(file, bytes, size);
    int reason = errno;
    bool closed = close(file) == 0;
    if (!written)
        errno = reason;
    return written && closed;
}

static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* The new file's name must survive a crash too. */
static void sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
}

static bool replace(const char *target, const char *bytes, size_t size, mode_t mode, struct arena *arena)
{
    char *beside = arena_text(arena, "%s.XXXXXX", target);
    int file = mkstemp(beside);
    if (file < 0)
        return false;
    bool written = write_all(file, bytes, size) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int reason = errno;
    bool closed = close(file) == 0;
    if (written && closed && rename(beside, target) == 0)
        return true;
    if (!written)
        errno = reason;
    reason = errno;
    unlink(beside);
    errno = reason;
    return false;
}

static void sync_folder_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    sync_folder(slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".");
}

int file_create(const char *path, const char *bytes, size_t size, struct arena *arena)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return errno;
    int reason = write_all(file, bytes, size) && fsync(file) == 0 ? 0 : errno;
    if (close(file) != 0 && !reason)
        reason = errno;
    if (reason)
        unlink(path);
    else
        sync_folder_of(path, arena);
    return reason;
}

/* What stands at a path decides how it is written. */
enum target { TARGET_REFUSED, TARGET_THROUGH, TARGET_REPLACED };

/* Why it is refused is in errno. */
static enum target target_of(const char *path, bool *exists, mode_t *mode)
{
    struct stat existing;
    *exists = stat(path, &existing) == 0;
    *mode = *exists ? existing.st_mode & 07777 : usual_mode();
    if (!*exists)
        return TARGET_REPLACED;
    if (S_ISDIR(existing.st_mode)) {
        errno = EISDIR;
        return TARGET_REFUSED;
    }
    if (!S_ISREG(existing.st_mode))
        return TARGET_THROUGH;
    return access(path, W_OK) == 0 ? TARGET_REPLACED : TARGET_REFUSED;
}

/* A link stays a link: what it points at is replaced. */
static bool replace_real(const char *path, bool exists, const char *bytes, size_t size, mode_t mode,
                         struct arena *arena)
{
    char *real = exists ? realpath(path, NULL) : NULL;
    const char *target = real ? real : path;
    bool done = replace(target, bytes, size, mode, arena);
    int reason = errno;
    if (done)
        sync_folder_of(target, arena);
    free(real);
    errno = reason;
    return done;
}

const char *file_write(const char *path, const char *bytes, size_t size, struct arena *arena)
{
    bool exists;
    mode_t mode;
    enum target target = target_of(path, &exists, &mode);
    bool done = target == TARGET_THROUGH    ? write_through(path, bytes, size)
                : target == TARGET_REPLACED ? replace_real(path, exists, bytes, size, mode, arena)
                                            : false;
    return done ? NULL : arena_text(arena, "%s", strerror(errno));
}

/* Whether a file can be made beside the target, as replacing it will. */
static bool has_room_beside(const char *path, bool exists, struct arena *arena)
{
    char *real = exists ? realpath(path, NULL) : NULL, *beside = arena_text(arena, "%s.XXXXXX", real ? real : path);
    int file = mkstemp(beside), reason = errno;
    free(real);
    if (file >= 0) {
        close(file);
        unlink(beside);
    }
    errno = reason;
    return file >= 0;
}

const char *file_refusal(const char *path, struct arena *arena)
{
    bool exists;
    mode_t mode;
    enum target target = target_of(path, &exists, &mode);
    bool can = target == TARGET_THROUGH    ? access(path, W_OK) == 0
               : target == TARGET_REPLACED ? has_room_beside(path, exists, arena)
                                           : false;
    return can ? NULL : arena_text(arena, "%s", strerror(errno));
}

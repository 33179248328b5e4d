/* A file is written beside its target, synced and renamed: whoever reads it finds the old
   one or the new one, never half. */

#include <medfin/system/file_write.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "descriptor.h"

/* Devices and pipes cannot be replaced: they are written to. */
static int write_through(const char *path, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    int reason = descriptor_write(file, bytes, size) ? 0 : errno;
    if (close(file) != 0 && !reason)
        reason = errno;
    return reason;
}

static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* The new file's name must survive a crash too. What is written whole stays so if its folder cannot be synced. */
static void sync_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *name = slash ? strndup(path, (size_t)(slash - path) + 1) : NULL;
    int folder = !slash || name ? open(name ? name : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(name);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
}

/* A new file beside the target, whose name the caller frees; −1 with errno set. */
static int open_beside(const char *target, char **name)
{
    static const char ending[] = ".XXXXXX";
    size_t size = strlen(target);
    *name = malloc(size + sizeof ending);
    if (!*name)
        return -1;
    memcpy(*name, target, size);
    memcpy(*name + size, ending, sizeof ending);
    return mkstemp(*name);
}

static int fill(int file, const char *bytes, size_t size, mode_t mode)
{
    bool written = descriptor_write(file, bytes, size) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int reason = written ? 0 : errno;
    if (close(file) != 0 && !reason)
        reason = errno;
    return reason;
}

static int replace(const char *target, const char *bytes, size_t size, mode_t mode)
{
    char *beside;
    int file = open_beside(target, &beside);
    int reason = file < 0 ? errno : fill(file, bytes, size, mode);
    if (!reason && rename(beside, target) != 0)
        reason = errno;
    if (file >= 0 && reason)
        unlink(beside);
    free(beside);
    return reason;
}

int file_create(const char *path, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return errno;
    int reason = descriptor_write(file, bytes, size) && fsync(file) == 0 ? 0 : errno;
    if (close(file) != 0 && !reason)
        reason = errno;
    if (reason)
        unlink(path);
    else
        sync_folder_of(path);
    return reason;
}

/* What stands at a path decides how it is written. */
struct target {
    int reason;      /* why it is refused … */
    bool is_through; /* … else whether it is written to or replaced */
    mode_t mode;     /* of what replaces it */
    char *real;      /* what a link points at, for the caller to free; NULL where nothing stands */
};

static struct target target_of(const char *path)
{
    struct stat existing;
    if (stat(path, &existing) != 0)
        return (struct target){ .mode = usual_mode() };
    struct target target = { .is_through = !S_ISREG(existing.st_mode), .mode = existing.st_mode & 07777 };
    if (S_ISDIR(existing.st_mode))
        target.reason = EISDIR;
    else if (!target.is_through && access(path, W_OK) != 0)
        target.reason = errno;
    else if (!target.is_through)
        target.real = realpath(path, NULL);
    return target;
}

int file_write(const char *path, const char *bytes, size_t size)
{
    struct target target = target_of(path);
    if (target.reason || target.is_through)
        return target.reason ? target.reason : write_through(path, bytes, size);
    const char *replaced = target.real ? target.real : path;
    int reason = replace(replaced, bytes, size, target.mode);
    if (!reason)
        sync_folder_of(replaced);
    free(target.real);
    return reason;
}

/* Why no file can be made beside the target, as replacing it will. */
static int refusal_beside(const char *target)
{
    char *beside;
    int file = open_beside(target, &beside);
    int reason = file < 0 ? errno : 0;
    if (file >= 0) {
        close(file);
        unlink(beside);
    }
    free(beside);
    return reason;
}

int file_write_refusal(const char *path)
{
    struct target target = target_of(path);
    if (target.reason)
        return target.reason;
    if (target.is_through)
        return access(path, W_OK) == 0 ? 0 : errno;
    int reason = refusal_beside(target.real ? target.real : path);
    free(target.real);
    return reason;
}

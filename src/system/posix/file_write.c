/* A file is filled beside its target and synced before it gets the target's name: whoever reads it finds the old
   one or the new one, never half. */

#include <medfin/system/file_write.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
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

/* The room that the target's path leaves for an ending, so that a name of any allowed length gets one. */
static size_t size_before_ending(const char *target, size_t ending)
{
    const char *slash = strrchr(target, '/'), *name = slash ? slash + 1 : target;
    size_t size = strlen(name), most = NAME_MAX - ending;
    return (size_t)(name - target) + (size < most ? size : most);
}

/* A new file beside the target, whose name the caller frees; −1 with errno set. */
static int open_beside(const char *target, char **name)
{
    static const char ending[] = ".XXXXXX";
    size_t size = size_before_ending(target, sizeof ending - 1);
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

/* Gives the file `beside` the target's name, and its own up: 0, or the system's reason. */
typedef int naming(const char *beside, const char *target);

static int name_over(const char *beside, const char *target)
{
    return rename(beside, target) == 0 ? 0 : errno;
}

/* Without hard links the name is taken by an empty file first, which nobody but us replaces. */
static int name_by_reserving(const char *beside, const char *target)
{
    int file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return errno;
    close(file);
    int reason = name_over(beside, target);
    if (reason)
        unlink(target);
    return reason;
}

static int name_if_free(const char *beside, const char *target)
{
    if (link(beside, target) == 0) {
        unlink(beside);
        return 0;
    }
    bool has_links = errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK;
    return has_links ? errno : name_by_reserving(beside, target);
}

static int write_whole(const char *target, const char *bytes, size_t size, mode_t mode, naming *name)
{
    char *beside;
    int file = open_beside(target, &beside);
    int reason = file < 0 ? errno : fill(file, bytes, size, mode);
    if (!reason)
        reason = name(beside, target);
    if (file >= 0 && reason)
        unlink(beside);
    free(beside);
    if (!reason)
        sync_folder_of(target);
    return reason;
}

/* What stands is asked for first: there, its folder may well be one in which nothing can be made. */
int file_create(const char *path, const char *bytes, size_t size)
{
    struct stat existing;
    if (lstat(path, &existing) == 0)
        return EEXIST;
    return errno == ENOENT ? write_whole(path, bytes, size, usual_mode(), name_if_free) : errno;
}

/* What stands at a path decides how it is written. */
struct target {
    int reason;      /* why it is refused … */
    bool is_through; /* … else whether it is written to or replaced */
    mode_t mode;     /* of what replaces it */
    char *real;      /* what is replaced, behind all links, for the caller to free; NULL where nothing stands */
};

/* Where stat finds nothing, a link may stand that leads nowhere. */
static struct target target_not_found(const char *path, int reason)
{
    struct stat standing;
    bool is_free = reason == ENOENT && lstat(path, &standing) != 0;
    return (struct target){ .reason = is_free ? 0 : reason, .mode = usual_mode() };
}

static struct target target_of(const char *path)
{
    struct stat existing;
    if (stat(path, &existing) != 0)
        return target_not_found(path, errno);
    struct target target = { .is_through = !S_ISREG(existing.st_mode), .mode = existing.st_mode & 07777 };
    if (S_ISDIR(existing.st_mode))
        target.reason = EISDIR;
    else if (!target.is_through && (access(path, W_OK) != 0 || !(target.real = realpath(path, NULL))))
        target.reason = errno;
    return target;
}

int file_write(const char *path, const char *bytes, size_t size)
{
    struct target target = target_of(path);
    if (target.reason || target.is_through)
        return target.reason ? target.reason : write_through(path, bytes, size);
    const char *replaced = target.real ? target.real : path;
    int reason = write_whole(replaced, bytes, size, target.mode, name_over);
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

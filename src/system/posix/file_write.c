/* A file is filled without a name and synced before it gets the target's: whoever reads finds the old one or the new
   one, never half, and whatever ends us before that leaves nothing. */

#define _GNU_SOURCE /* O_TMPFILE, O_PATH, renameat2, getentropy */

#include <medfin/system/file_write.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <medfin/system/path.h>

#include "../unix/descriptor.h"
#include "again.h"
#include "file_target.h"

/* Where a file shall stand, and what. */
struct whole {
    int folder;
    const char *name;
    const char *bytes;
    size_t size;
    const struct stat *standing; /* whose permissions it keeps; NULL: the usual ones */
    bool replaces;               /* what stands there, if anything does */
};

/* Devices and pipes cannot be replaced: they are written to. What is open already goes on where it stands. */
static int write_through(const char *path, const struct file_target *target, const char *bytes, size_t size)
{
    if (target->descriptor >= 0)
        return descriptor_write(target->descriptor, bytes, size) ? 0 : errno;
    int file = descriptor_open(AT_FDCWD, path, O_WRONLY | O_APPEND, 0);
    if (file < 0)
        return errno;
    int reason = descriptor_write(file, bytes, size) ? 0 : errno;
    if (close(file) != 0 && !reason && errno != EINTR)
        reason = errno;
    return reason;
}

/* Who could read and write the old one can the new one, and nobody else: where the group cannot be kept, ours gets what
   everybody has. As after any write, it is run with nobody else's rights. */
static bool keep_permissions(int file, const struct stat *standing)
{
    mode_t mode = standing->st_mode & 0777;
    bool has_group =
        fchown(file, standing->st_uid, standing->st_gid) == 0 || fchown(file, (uid_t)-1, standing->st_gid) == 0;
    if (!has_group)
        mode = (mode & ~(mode_t)070) | (mode & 07) * 010;
    return fchmod(file, mode) == 0;
}

/* 0, or the system's reason. */
static int fill(int file, const struct whole *whole)
{
    bool is_filled = descriptor_write(file, whole->bytes, whole->size) &&
                     (!whole->standing || keep_permissions(file, whole->standing)) && descriptor_sync(file);
    return is_filled ? 0 : errno;
}

/* A name that nobody else has, of a length that every folder takes. */
struct beside {
    char name[sizeof ".medfin-" + 16];
};

static bool beside_new(struct beside *beside)
{
    uint64_t number;
    if (getentropy(&number, sizeof number) != 0)
        return false;
    snprintf(beside->name, sizeof beside->name, ".medfin-%016" PRIx64, number);
    return true;
}

static int link_nameless(int file, int folder, const char *name)
{
    char path[sizeof "/proc/self/fd/" + 3 * sizeof file];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

static bool replace(int file, const struct whole *whole, const struct beside *beside)
{
    if (link_nameless(file, whole->folder, beside->name) != 0)
        return false;
    if (renameat(whole->folder, beside->name, whole->folder, whole->name) == 0)
        return true;
    unlinkat(whole->folder, beside->name, 0);
    return false;
}

/* The child was ended before it was done, or behind that. Without its name beside the target, a file that has one still
   has the target's. */
static int tidy_up(int file, const struct whole *whole, const struct beside *beside)
{
    struct stat status;
    unlinkat(whole->folder, beside->name, 0);
    return fstat(file, &status) == 0 && status.st_nlink ? 0 : ECANCELED;
}

/* No call puts a nameless file in the place of another; between the two that do, it stands beside it. A child makes
   them, so that whichever of us is killed leaves one that tidies up. False if it is to be written otherwise. */
static bool replace_in_child(int file, const struct whole *whole, int *reason)
{
    struct beside beside;
    *reason = 0;
    if (!beside_new(&beside))
        return false;
    pid_t child = fork();
    if (child == 0)
        _exit(replace(file, whole, &beside) ? EXIT_SUCCESS : EXIT_FAILURE);
    if (child < 0)
        return replace(file, whole, &beside);
    int status = child_wait(child);
    if (status >= 0 && WIFEXITED(status))
        return status == 0;
    *reason = tidy_up(file, whole, &beside);
    return true;
}

/* False if it is to be written otherwise. */
static bool name_nameless(int file, const struct whole *whole, int *reason)
{
    *reason = link_nameless(file, whole->folder, whole->name);
    if (*reason != EEXIST)
        return !*reason;
    if (!whole->replaces)
        return true;
    return replace_in_child(file, whole, reason);
}

/* False where the file is to be written with a name from its beginning: not every file system has files without, and
   not every system lets them be linked. */
static bool write_nameless(const struct whole *whole, int *reason)
{
    int file = descriptor_open(whole->folder, ".", O_WRONLY | O_TMPFILE, 0666);
    if (file < 0)
        return false;
    *reason = fill(file, whole);
    bool is_settled = *reason || name_nameless(file, whole, reason);
    close(file);
    return is_settled;
}

/* Where the system cannot give a name only if it is free, an empty file takes it first, which nobody but us replaces.
 */
static int name_by_reserving(const struct whole *whole, const struct beside *beside)
{
    int file = descriptor_open(whole->folder, whole->name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0)
        return errno;
    close(file);
    if (renameat(whole->folder, beside->name, whole->folder, whole->name) == 0)
        return 0;
    int reason = errno;
    unlinkat(whole->folder, whole->name, 0);
    return reason;
}

/* Gives the file the target's name in the place of its own: 0, or the system's reason. */
static int name_beside(const struct whole *whole, const struct beside *beside)
{
    unsigned flags = whole->replaces ? 0 : RENAME_NOREPLACE;
    if (renameat2(whole->folder, beside->name, whole->folder, whole->name, flags) == 0)
        return 0;
    bool is_unknown = flags && (errno == EINVAL || errno == ENOSYS);
    return is_unknown ? name_by_reserving(whole, beside) : errno;
}

static int write_named(const struct whole *whole)
{
    struct beside beside;
    if (!beside_new(&beside))
        return errno;
    int file = descriptor_open(whole->folder, beside.name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0)
        return errno;
    int reason = fill(file, whole);
    close(file);
    if (!reason)
        reason = name_beside(whole, &beside);
    if (reason)
        unlinkat(whole->folder, beside.name, 0);
    return reason;
}

/* Signals wait until no name stands that is not the target's. */
static int write_undisturbed(const struct whole *whole)
{
    sigset_t all, before;
    int reason;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    if (!write_nameless(whole, &reason))
        reason = write_named(whole);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return reason;
}

/* The folder of a path, which has to be neither readable nor there; −1 with errno set. */
static int open_folder(const char *path)
{
    char *folder = strndup(path, (size_t)(path_name(path) - path));
    if (!folder)
        return -1;
    const char *name = *folder ? folder : ".";
    int opened = descriptor_open(AT_FDCWD, name, O_RDONLY | O_DIRECTORY, 0);
    if (opened < 0 && errno == EACCES)
        opened = descriptor_open(AT_FDCWD, name, O_PATH | O_DIRECTORY, 0);
    free(folder);
    return opened;
}

/* The new file's name must survive a crash too. What is written whole stays so if its folder cannot be synced: nobody
   can take it back. */
static int write_whole(const char *path, const struct stat *standing, bool replaces, const char *bytes, size_t size)
{
    int folder = open_folder(path);
    if (folder < 0)
        return errno;
    const struct whole whole = { folder, path_name(path), bytes, size, standing, replaces };
    int reason = write_undisturbed(&whole);
    if (!reason)
        descriptor_sync(folder);
    close(folder);
    return reason;
}

/* What stands is asked for first: there, its folder may well be one in which nothing can be made. */
int file_create(const char *path, const char *bytes, size_t size)
{
    struct stat standing;
    struct file_target target = file_target(path);
    if (!target.reason && target.kind == TARGET_THROUGH)
        return write_through(path, &target, bytes, size);
    if (lstat(path, &standing) == 0)
        return EEXIST;
    return target.reason ? target.reason : write_whole(path, NULL, false, bytes, size);
}

/* What is written anew behind all links, for the caller to free; NULL with errno set. */
static char *path_behind(const char *path, const struct file_target *target)
{
    if (target->kind == TARGET_NONE)
        return strdup(path);
    return access(path, W_OK) == 0 ? realpath(path, NULL) : NULL;
}

int file_write(const char *path, const char *bytes, size_t size)
{
    struct file_target target = file_target(path);
    if (target.reason)
        return target.reason;
    if (target.kind == TARGET_THROUGH)
        return write_through(path, &target, bytes, size);
    const struct stat *standing = target.kind == TARGET_FILE ? &target.standing : NULL;
    char *real = path_behind(path, &target);
    int reason = real ? write_whole(real, standing, true, bytes, size) : errno;
    free(real);
    return reason;
}

static int refusal_through(const char *path, const struct file_target *target)
{
    if (target->descriptor < 0)
        return access(path, W_OK) == 0 ? 0 : errno;
    int flags = fcntl(target->descriptor, F_GETFL);
    return flags < 0 ? errno : (flags & O_ACCMODE) == O_RDONLY ? EBADF : 0;
}

/* Why its folder takes no new file. */
static int refusal_of_folder(const char *path)
{
    int folder = open_folder(path);
    if (folder < 0)
        return errno;
    int reason = faccessat(folder, ".", W_OK | X_OK, 0) == 0 ? 0 : errno;
    close(folder);
    return reason;
}

int file_write_refusal(const char *path)
{
    struct file_target target = file_target(path);
    if (target.reason)
        return target.reason;
    if (target.kind == TARGET_THROUGH)
        return refusal_through(path, &target);
    char *real = path_behind(path, &target);
    int reason = real ? refusal_of_folder(real) : errno;
    free(real);
    return reason;
}

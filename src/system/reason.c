#include <medfin/system/reason.h>

#include <errno.h>
#include <stddef.h>
#include <string.h>

/* Marked for the catalogue, and translated where it is shown. */
#define N_(sentence) sentence

/* What files and processes meet. */
static const struct {
    int reason;
    const char *sentence;
} sentences[] = {
    { ENOENT, N_("there is no such file or folder") },
    { EACCES, N_("its permissions do not allow it") },
    { EPERM, N_("the system does not permit it") },
    { EISDIR, N_("it is a folder") },
    { ENOTDIR, N_("a part of its path is not a folder") },
    { EEXIST, N_("there is one already") },
    { ENAMETOOLONG, N_("its name is too long") },
    { ELOOP, N_("its links lead round in a circle") },
    { ENOLINK, N_("it is a link that leads nowhere") },
    { EMLINK, N_("it has too many names") },
    { EXDEV, N_("it lies in another file system") },
    { ENOSPC, N_("there is no room left") },
    { EDQUOT, N_("the room that you are allowed is used up") },
    { EFBIG, N_("it would be larger than is allowed") },
    { EOVERFLOW, N_("it is too large") },
    { EROFS, N_("it lies where nothing can be changed") },
    { EIO, N_("the device reports a fault") },
    { ENXIO, N_("there is nothing at its other end") },
    { ENODEV, N_("there is no such device") },
    { EBUSY, N_("another program has it open; close it there first") },
    { ETXTBSY, N_("it is a program that is running") },
    { EPIPE, N_("nobody reads it any more") },
    { EBADF, N_("it is not open for that") },
    { EINVAL, N_("the system cannot do that with it") },
    { EOPNOTSUPP, N_("the file system cannot do that") },
    { ENOSYS, N_("the system has no such call") },
    { ESTALE, N_("it is no longer where it was") },
    { ENOTCONN, N_("its file system is not connected") },
    { ETIMEDOUT, N_("no answer came in time") },
    { EINTR, N_("it was interrupted") },
    { ECANCELED, N_("it was ended from outside") },
    { EAGAIN, N_("the system has no room for it now") },
    { ENOMEM, N_("the system has no more memory") },
    { EMFILE, N_("too many files are open") },
    { ENFILE, N_("the system has too many files open") },
    { ECHILD, N_("medfin starts no other programs on this system") },
    { ENOEXEC, N_("it is not a program that can be run") },
    { E2BIG, N_("it was given more than it can take") },
};

const char *reason_text(int reason)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (sentences[i].reason == reason)
            return sentences[i].sentence;
    return strerror(reason);
}

bool reason_is_presence(int reason)
{
    return reason == EEXIST;
}

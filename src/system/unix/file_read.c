#include <medfin/system/file_read.h>

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include <medfin/system/file_kind.h>

#include "descriptor.h"

static enum file_opening opening_of(const struct stat *status, size_t most)
{
    if (S_ISDIR(status->st_mode))
        return OPEN_FOLDER;
    if (!S_ISREG(status->st_mode))
        return OPEN_NOT_REGULAR;
    return (uintmax_t)status->st_size > most ? OPEN_LARGE : OPENED;
}

/* Not every system opens folders. */
static enum file_opening opening_refused(const char *path, int *reason)
{
    *reason = errno;
    return file_kind(path) == FILE_FOLDER ? OPEN_FOLDER : OPEN_REFUSED;
}

enum file_opening file_open(const char *path, size_t most, struct open_file *file, int *reason)
{
    struct stat status;
    int descriptor = descriptor_of(path);
    if (descriptor < 0)
        return opening_refused(path, reason);
    enum file_opening opening = OPEN_REFUSED;
    if (fstat(descriptor, &status) != 0)
        *reason = errno;
    else
        opening = opening_of(&status, most);
    if (opening == OPENED)
        *file = (struct open_file){ descriptor, (size_t)status.st_size };
    else
        close(descriptor);
    return opening;
}

int file_read(struct open_file *file, char *bytes)
{
    int descriptor = (int)file->handle;
    long got = descriptor_read(descriptor, bytes, file->size);
    int reason = got < 0 ? errno : 0;
    close(descriptor);
    file->size = got < 0 ? 0 : (size_t)got;
    return reason;
}

/* Files lie in the memory of whoever runs us, who sees them when we have ended: one is whole or as it was. */

#include <medfin/system/file_write.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int write_with(const char *path, int flags, const char *bytes, size_t size)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | flags, 0666);
    if (descriptor < 0)
        return errno;
    ssize_t written = write(descriptor, bytes, size);
    int reason = written < 0 ? errno : (size_t)written < size ? EIO : 0;
    close(descriptor);
    return reason;
}

int file_write(const char *path, const char *bytes, size_t size)
{
    return write_with(path, O_TRUNC, bytes, size);
}

int file_create(const char *path, const char *bytes, size_t size)
{
    return write_with(path, O_EXCL, bytes, size);
}

int file_write_refusal(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode) ? EISDIR : 0;
}

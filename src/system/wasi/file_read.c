#include <medfin/system/file_read.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum file_opening file_open(const char *path, size_t most, struct open_file *file, int *reason)
{
    struct stat status;
    int descriptor = stat(path, &status) == 0 ? open(path, O_RDONLY) : -1;
    if (descriptor < 0) {
        *reason = errno;
        return OPEN_REFUSED;
    }
    *file = (struct open_file){ descriptor, (size_t)status.st_size };
    enum file_opening opening = S_ISDIR(status.st_mode)           ? OPEN_FOLDER
                                : !S_ISREG(status.st_mode)        ? OPEN_NOT_REGULAR
                                : (uint64_t)status.st_size > most ? OPEN_LARGE
                                                                  : OPENED;
    if (opening != OPENED)
        close(descriptor);
    return opening;
}

int file_read(struct open_file *file, char *bytes)
{
    int descriptor = (int)file->handle;
    ssize_t got = read(descriptor, bytes, file->size);
    int reason = got < 0 ? errno : 0;
    close(descriptor);
    file->size = got < 0 ? 0 : (size_t)got;
    return reason;
}

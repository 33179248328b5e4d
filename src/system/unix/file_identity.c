#include <medfin/system/file_identity.h>

#include <errno.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

int file_identify(const char *path, struct file_identity *identity)
{
    struct stat status;
    if ((path ? stat(path, &status) : fstat(STDOUT_FILENO, &status)) != 0)
        return errno;
    *identity =
        (struct file_identity){ (uint64_t)status.st_dev, (uint64_t)status.st_ino, S_ISREG(status.st_mode), NULL };
    return 0;
}

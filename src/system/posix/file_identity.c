#include <medfin/system/file_identity.h>

#include <errno.h>
#include <sys/stat.h>

int file_identify(const char *path, struct file_identity *identity)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno;
    *identity = (struct file_identity){ (uint64_t)status.st_dev, (uint64_t)status.st_ino };
    return 0;
}

bool file_identity_same(const struct file_identity *one, const struct file_identity *other)
{
    return one->volume == other->volume && one->number == other->number;
}

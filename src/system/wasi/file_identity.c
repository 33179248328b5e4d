#include <medfin/system/file_identity.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct file_identity identity_of(const struct stat *status, const char *name)
{
    return (struct file_identity){ (uint64_t)status->st_dev, (uint64_t)status->st_ino, S_ISREG(status->st_mode) || name,
                                   name };
}

int file_identify(const char *path, struct file_identity *identity)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno;
    *identity = identity_of(&status, NULL);
    return 0;
}

/* By the folder that it would stand in. */
static int identify_missing(const char *path, struct file_identity *identity)
{
    struct stat status;
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char *folder = strndup(path, (size_t)(name - path));
    if (!folder)
        return ENOMEM;
    int reason = stat(*folder ? folder : ".", &status) == 0 ? 0 : errno;
    free(folder);
    if (!reason)
        *identity = identity_of(&status, name);
    return reason;
}

int file_identify_target(const char *path, struct file_identity *identity)
{
    if (!path) {
        *identity = (struct file_identity){ .is_file = false };
        return 0;
    }
    int reason = file_identify(path, identity);
    return reason == ENOENT ? identify_missing(path, identity) : reason;
}

bool file_identity_same(const struct file_identity *one, const struct file_identity *other)
{
    bool is_name_same = one->name && other->name ? strcmp(one->name, other->name) == 0 : one->name == other->name;
    return one->is_file && one->volume == other->volume && one->number == other->number && is_name_same;
}

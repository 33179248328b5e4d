#include <medfin/system/file_identity.h>

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_target.h"

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
    const char *name = path_name(path);
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
    struct stat status;
    if (!path && fstat(STDOUT_FILENO, &status) != 0)
        return errno;
    if (path) {
        struct file_target target = file_target(path);
        if (target.reason || target.kind == TARGET_NONE)
            return target.reason ? target.reason : identify_missing(path, identity);
        status = target.standing;
    }
    *identity = identity_of(&status, NULL);
    return 0;
}

bool file_identity_same(const struct file_identity *one, const struct file_identity *other)
{
    bool is_name_same = one->name && other->name ? strcmp(one->name, other->name) == 0 : one->name == other->name;
    return one->is_file && one->volume == other->volume && one->number == other->number && is_name_same;
}

#include <medfin/system/file_identity.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/system/file_kind.h>
#include <medfin/system/path.h>

/* By the folder that it would stand in. */
static int identify_missing(const char *path, struct file_identity *identity)
{
    const char *name = path_name(path);
    size_t size = (size_t)(name - path);
    char *folder = calloc(size + 1, 1);
    if (!folder)
        return ENOMEM;
    memcpy(folder, path, size);
    int reason = file_identify(*folder ? folder : ".", identity);
    free(folder);
    identity->is_file = true;
    identity->name = name;
    return reason;
}

int file_identify_target(const char *path, struct file_identity *identity)
{
    int reason = file_identify(path, identity);
    if (!reason && path && file_kind(path) == FILE_FOLDER)
        return EISDIR;
    return reason == ENOENT ? identify_missing(path, identity) : reason;
}

bool file_identity_same(const struct file_identity *one, const struct file_identity *other)
{
    bool is_name_same = one->name && other->name ? path_name_same(one->name, other->name) : one->name == other->name;
    return one->is_file && one->volume == other->volume && one->number == other->number && is_name_same;
}

#include <medfin/system/path.h>

#include <string.h>

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_whole(const char *path)
{
    return *path == '/';
}

bool path_is_parted(char at)
{
    return at == '/';
}

bool path_name_same(const char *one, const char *other)
{
    return strcmp(one, other) == 0;
}

#include <medfin/system/path.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "wide.h"

static bool has_drive(const char *path)
{
    return isalpha((unsigned char)*path) && path[1] == ':';
}

bool path_is_parted(char at)
{
    return at == '/' || at == '\\';
}

const char *path_name(const char *path)
{
    const char *name = has_drive(path) ? path + 2 : path;
    for (const char *at = name; *at; at++)
        if (path_is_parted(*at))
            name = at + 1;
    return name;
}

/* C:fil.ini too: it lies in that drive's folder, whichever that is. */
bool path_is_whole(const char *path)
{
    return path_is_parted(*path) || has_drive(path);
}

bool path_name_same(const char *one, const char *other)
{
    wchar_t *first = wide_text(one), *second = wide_text(other);
    bool is_same = first && second && CompareStringOrdinal(first, -1, second, -1, TRUE) == CSTR_EQUAL;
    free(first);
    free(second);
    return is_same;
}

#include <medfin/system/file_kind.h>

#include "look.h"

enum file_kind file_kind(const char *path)
{
    struct look look;
    return look_at(path, &look) == 0 ? look.kind : FILE_NONE;
}

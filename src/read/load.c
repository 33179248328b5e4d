#include "load.h"

#include <string.h>

#include <medfin/system/file_read.h>
#include <medfin/system/path.h>
#include <medfin/system/reason.h>

enum { LARGEST = 64 * 1024 * 1024 }; /* bytes; a budget is a few thousand */

static const enum diag_id faults[] = {
    [OPEN_FOLDER] = DIAG_FILE_FOLDER,
    [OPEN_NOT_REGULAR] = DIAG_FILE_NOT_REGULAR,
    [OPEN_LARGE] = DIAG_FILE_LARGE,
};

static const char *unreadable(const char *path, int reason, struct place place, struct diags *diags)
{
    diag_add(diags, DIAG_FILE_UNREADABLE, place, ARGS(arg_text(path), arg_word(reason_text(reason))));
    return NULL;
}

const char *bytes_load(const char *path, struct place place, size_t *size, struct arena *arena, struct diags *diags)
{
    struct open_file file;
    int reason;
    enum file_opening opening = file_open(path, LARGEST, &file, &reason);
    if (opening == OPEN_REFUSED)
        return unreadable(path, reason, place, diags);
    if (opening != OPENED) {
        diag_add(diags, faults[opening], place, ARGS(arg_text(path)));
        return NULL;
    }
    char *bytes = arena_take(arena, file.size + 1, 1);
    reason = file_read(&file, bytes);
    *size = file.size;
    return reason ? unreadable(path, reason, place, diags) : bytes;
}

const char *path_beside(const char *path, const char *named, struct arena *arena)
{
    int folder = (int)(path_name(path) - path);
    return path_is_whole(named) || !folder ? named : arena_text(arena, "%.*s%s", folder, path, named);
}

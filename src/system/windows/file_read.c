#include <medfin/system/file_read.h>

#include <errno.h>
#include <stdlib.h>

#include "error.h"
#include "handle.h"
#include "look.h"
#include "wide.h"

static enum file_opening opening_of(const struct look *look, size_t most)
{
    if (look->kind == FILE_FOLDER)
        return OPEN_FOLDER;
    if (look->kind != FILE_REGULAR)
        return OPEN_NOT_REGULAR;
    return look->size > most ? OPEN_LARGE : OPENED;
}

/* Others may go on with it meanwhile: Excel lets itself be read from. */
static HANDLE open_to_read(const char *path)
{
    wchar_t *wide = wide_path(path);
    HANDLE handle = wide ? CreateFileW(wide, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                                       OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, NULL)
                         : INVALID_HANDLE_VALUE;
    free(wide);
    return handle;
}

enum file_opening file_open(const char *path, size_t most, struct open_file *file, int *reason)
{
    struct look look;
    *reason = look_at(path, &look);
    enum file_opening opening = *reason ? OPEN_REFUSED : opening_of(&look, most);
    if (opening != OPENED)
        return opening;
    HANDLE handle = open_to_read(path);
    if (handle == INVALID_HANDLE_VALUE) {
        *reason = reason_last();
        return OPEN_REFUSED;
    }
    *file = (struct open_file){ (intptr_t)handle, (size_t)look.size };
    return OPENED;
}

int file_read(struct open_file *file, char *bytes)
{
    HANDLE handle = (HANDLE)file->handle;
    size_t done = 0;
    int reason = handle_read(handle, bytes, file->size, &done);
    CloseHandle(handle);
    file->size = reason ? 0 : done;
    return reason;
}

/* What has no name no library can open: it has one in the user's folder for such, until it is closed. */

#include <medfin/system/scratch.h>

#include <errno.h>
#include <stdlib.h>

#include "error.h"
#include "handle.h"

/* In the code page that libraries name files in: UTF-8, but for Windows before 2019. */
int scratch_open(struct scratch *scratch)
{
    char folder[MAX_PATH + 1];
    *scratch = (struct scratch){ .file = NULL };
    DWORD size = GetTempPathA(sizeof folder, folder);
    bool is_there = size && size < sizeof folder && GetTempFileNameA(folder, "med", 0, scratch->path);
    errno = 0;
    return is_there ? 0 : reason_last();
}

static int read_whole(HANDLE file, char **bytes, size_t *size)
{
    LARGE_INTEGER whole;
    if (!GetFileSizeEx(file, &whole))
        return reason_last();
    *bytes = malloc((size_t)whole.QuadPart + 1);
    return *bytes ? handle_read(file, *bytes, (size_t)whole.QuadPart, size) : ENOMEM;
}

int scratch_read(const struct scratch *scratch, char **bytes, size_t *size)
{
    HANDLE file = CreateFileA(scratch->path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return reason_last();
    int reason = read_whole(file, bytes, size);
    CloseHandle(file);
    return reason;
}

void scratch_close(struct scratch *scratch, char *bytes)
{
    DeleteFileA(scratch->path);
    free(bytes);
}

int scratch_reason(bool is_memory)
{
    return is_memory ? ENOMEM : errno ? errno : EIO;
}

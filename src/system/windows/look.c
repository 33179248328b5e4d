#include "look.h"

#include <errno.h>
#include <stdlib.h>

#include "error.h"
#include "wide.h"

int look_at_handle(HANDLE handle, struct look *look)
{
    *look = (struct look){ .kind = FILE_OTHER };
    if (!handle || handle == INVALID_HANDLE_VALUE)
        return EBADF;
    if (GetFileType(handle) != FILE_TYPE_DISK)
        return 0;
    if (!GetFileInformationByHandle(handle, &look->about))
        return reason_last();
    look->kind = look->about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? FILE_FOLDER : FILE_REGULAR;
    ULARGE_INTEGER size = { .LowPart = look->about.nFileSizeLow, .HighPart = look->about.nFileSizeHigh };
    look->size = size.QuadPart;
    return 0;
}

/* No right is asked for, so that whoever has it open and how hinders nothing. */
int look_at(const char *path, struct look *look)
{
    *look = (struct look){ .kind = FILE_NONE };
    wchar_t *wide = wide_path(path);
    if (!wide)
        return ENOMEM;
    HANDLE handle = CreateFileW(wide, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                                FILE_FLAG_BACKUP_SEMANTICS, NULL);
    int reason = handle == INVALID_HANDLE_VALUE ? reason_last() : look_at_handle(handle, look);
    if (handle != INVALID_HANDLE_VALUE)
        CloseHandle(handle);
    free(wide);
    return reason;
}

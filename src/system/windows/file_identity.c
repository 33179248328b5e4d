#include <medfin/system/file_identity.h>

#include "look.h"

int file_identify(const char *path, struct file_identity *identity)
{
    struct look look;
    int reason = path ? look_at(path, &look) : look_at_handle(GetStdHandle(STD_OUTPUT_HANDLE), &look);
    ULARGE_INTEGER number = { .LowPart = look.about.nFileIndexLow, .HighPart = look.about.nFileIndexHigh };
    *identity =
        (struct file_identity){ look.about.dwVolumeSerialNumber, number.QuadPart, look.kind == FILE_REGULAR, NULL };
    return reason;
}

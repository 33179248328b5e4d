#ifndef MEDFIN_SYSTEM_LOOK_H
#define MEDFIN_SYSTEM_LOOK_H

/* What stands at a path, behind all links. */

#include <stdint.h>
#include <windows.h>

#include <medfin/system/file_kind.h>

struct look {
    enum file_kind kind;
    uint64_t size;                    /* of a regular file */
    BY_HANDLE_FILE_INFORMATION about; /* zeros of what is neither file nor folder */
};

/* Of what is open, and of a path: 0, or the system's reason. */
int look_at_handle(HANDLE handle, struct look *look);
int look_at(const char *path, struct look *look);

#endif

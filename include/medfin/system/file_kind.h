#ifndef MEDFIN_SYSTEM_FILE_KIND_H
#define MEDFIN_SYSTEM_FILE_KIND_H

/* What stands at a path, whatever links lead there. */

enum file_kind {
    FILE_NONE, /* nothing that can be reached */
    FILE_REGULAR,
    FILE_FOLDER,
    FILE_OTHER /* a pipe, a device: neither its size nor its content is given once and for all */
};

enum file_kind file_kind(const char *path);

#endif

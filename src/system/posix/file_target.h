#ifndef MEDFIN_SYSTEM_FILE_TARGET_H
#define MEDFIN_SYSTEM_FILE_TARGET_H

/* What stands at a path decides how it is written. */

#include <stdbool.h>
#include <sys/stat.h>

struct file_target {
    int reason; /* why it is refused, else 0 */
    enum {
        TARGET_NONE,   /* nothing stands there */
        TARGET_FILE,   /* it is replaced, behind all links */
        TARGET_THROUGH /* what cannot be replaced is written to: a device, a pipe, what another has open … */
    } kind;
    int descriptor;       /* … or what we have open, as /dev/stdout is; −1: none */
    struct stat standing; /* what stands there */
};

struct file_target file_target(const char *path);

#endif

#ifndef MEDFIN_SYSTEM_FILE_IDENTITY_H
#define MEDFIN_SYSTEM_FILE_IDENTITY_H

/* Which file a name stands for. Two names are one file exactly if their identities are the same, however
   the names are written and whatever links they are. */

#include <stdbool.h>
#include <stdint.h>

/* To be compared, and nothing else. */
struct file_identity {
    uint64_t volume;
    uint64_t number;
};

/* 0, or the system's reason. */
int file_identify(const char *path, struct file_identity *identity);

bool file_identity_same(const struct file_identity *one, const struct file_identity *other);

#endif

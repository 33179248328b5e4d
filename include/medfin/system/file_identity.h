#ifndef MEDFIN_SYSTEM_FILE_IDENTITY_H
#define MEDFIN_SYSTEM_FILE_IDENTITY_H

/* Which file a name stands for. Two names are one file exactly if their identities are the same, however
   the names are written and whatever links they are. What keeps nothing of what is written to it, a device or a pipe,
   is the same as nothing. */

#include <stdbool.h>
#include <stdint.h>

/* To be compared, and nothing else. */
struct file_identity {
    uint64_t volume;
    uint64_t number;
    bool is_file;
    const char *name; /* of what is not there yet, in the folder that the number then is of */
};

/* 0, or the system's reason; NULL is standard output. */
int file_identify(const char *path, struct file_identity *identity);

/* What is written to, there already or not. The path must outlive the identity. */
int file_identify_target(const char *path, struct file_identity *identity);

bool file_identity_same(const struct file_identity *one, const struct file_identity *other);

#endif

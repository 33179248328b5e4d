#ifndef MEDFIN_SYSTEM_SCRATCH_H
#define MEDFIN_SYSTEM_SCRATCH_H

/* A file without a name for a library that writes to a path alone: whatever ends us, nothing of it is left. */

#include <stdbool.h>
#include <stddef.h>

struct scratch {
    void *file;
    char path[32]; /* under which this process finds it */
};

/* Each answers 0 or the system's reason. */
int scratch_open(struct scratch *scratch);
/* Its bytes, the caller's to give back to scratch_close. */
int scratch_read(const struct scratch *scratch, char **bytes, size_t *size);
void scratch_close(struct scratch *scratch, char *bytes);

/* Why a library could not write: for want of memory, or what the system said last; never 0. */
int scratch_reason(bool is_memory);

#endif

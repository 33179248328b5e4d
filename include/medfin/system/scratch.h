#ifndef MEDFIN_SYSTEM_SCRATCH_H
#define MEDFIN_SYSTEM_SCRATCH_H

/* A file for a library that writes to a path alone. Without a name, so that nothing of it is left whatever ends us;
   where the system opens none without, in the folder that it has for such. */

#include <stdbool.h>
#include <stddef.h>

struct scratch {
    void *file;
    char path[264]; /* under which libraries find it */
};

/* Each answers 0 or the system's reason. */
int scratch_open(struct scratch *scratch);
/* Its bytes, the caller's to give back to scratch_close. */
int scratch_read(const struct scratch *scratch, char **bytes, size_t *size);
void scratch_close(struct scratch *scratch, char *bytes);

/* Why a library could not write: for want of memory, or what the system said last; never 0. */
int scratch_reason(bool is_memory);

#endif

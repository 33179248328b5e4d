#ifndef MEDFIN_BASE_PROGRESS_H
#define MEDFIN_BASE_PROGRESS_H

/* How far something long is, told by whoever works to whoever waits. */

#include <stdint.h>

struct progress {
    /* `done` parts of `of` are. Called by one thread alone. */
    void (*tell)(void *context, int64_t done, int64_t of);
    void *context;
};

/* NULL: nobody waits. */
static inline void progress_tell(const struct progress *progress, int64_t done, int64_t of)
{
    if (progress)
        progress->tell(progress->context, done, of);
}

#endif

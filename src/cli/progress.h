#ifndef MEDFIN_CLI_PROGRESS_H
#define MEDFIN_CLI_PROGRESS_H

/* How far a command is, in percent of what it has to try: on a terminal, when it takes more than a second, and gone
   when the answer comes. */

#include <medfin/base/progress.h>

#include "session.h"

struct progress_shown {
    struct progress progress;
    double began; /* by the clock */
    int percent;  /* −1: nothing yet */
};

/* NULL where nobody looks: the errors go elsewhere, or nothing more than the answer is wanted. `shown` must outlive
   it. */
const struct progress *progress_begin(struct progress_shown *shown, const struct session *session);
void progress_end(const struct progress_shown *shown);

#endif

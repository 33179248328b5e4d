#include "progress.h"

#include <stdio.h>

#include <medfin/system/clock.h>
#include <medfin/system/terminal.h>

static void show(void *context, int64_t done, int64_t of)
{
    struct progress_shown *shown = context;
    int percent = (int)(100 * (double)done / (double)of);
    if (clock_seconds() - shown->began < 1 || percent == shown->percent)
        return;
    shown->percent = percent;
    fprintf(stderr, "\r%3d %%", percent);
}

const struct progress *progress_begin(struct progress_shown *shown, const struct session *session)
{
    *shown = (struct progress_shown){ { show, shown }, clock_seconds(), -1 };
    return errors_are_terminal() && !session->request.quiet ? &shown->progress : NULL;
}

void progress_end(const struct progress_shown *shown)
{
    if (shown->percent >= 0)
        fprintf(stderr, "\r     \r");
}

#ifndef MEDFIN_CLI_INIT_H
#define MEDFIN_CLI_INIT_H

/* init: a commented project to start from. */

#include "session.h"

int init_run(struct session *session);

struct starter {
    const char *name;
    const char *meaning;     /* marked for translation */
    const char *const *text; /* pieces, one after another; ends with NULL */
};

extern const struct starter starter_rows[]; /* ends with a NULL name; the first is the usual one */

#endif

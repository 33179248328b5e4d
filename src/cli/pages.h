#ifndef MEDFIN_CLI_PAGES_H
#define MEDFIN_CLI_PAGES_H

/* What is printed for other programs to read: a manual page, completions. */

#include "session.h"

struct page {
    const char *name;    /* "man" */
    const char *meaning; /* marked for translation */
    const char *(*text)(struct session *session);
};

extern const struct page page_rows[]; /* ends with a NULL name */

#endif

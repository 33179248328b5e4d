#ifndef MEDFIN_CLI_TOPICS_H
#define MEDFIN_CLI_TOPICS_H

/* What a project file may say and what it is tested against, told from the tables. */

#include <medfin/doc/doc.h>

struct reference_topic {
    const char *name;    /* "keys" */
    const char *meaning; /* marked for translation */
    void (*contents)(struct doc *doc);
};

extern const struct reference_topic reference_topics[]; /* ends with a NULL name */

/* NULL if there is none. */
const struct reference_topic *reference_find(const char *name);

#endif

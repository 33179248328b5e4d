#ifndef MEDFIN_VERSIONS_VERIFY_H
#define MEDFIN_VERSIONS_VERIFY_H

/* What became of what was decided. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>
#include <medfin/versions/differences.h>

struct verified {
    const entry_list *decided, *now;
    const char *medfin; /* the version that works it out now */
    const struct project *project;
};

/* Whether all is as it was decided: files and figures. */
bool verify_contents(struct doc *doc, const struct verified *of);

#endif

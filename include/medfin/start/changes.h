#ifndef MEDFIN_START_CHANGES_H
#define MEDFIN_START_CHANGES_H

/* What was changed somewhere else, as the scenario file that a person would have written. */

#include <medfin/model/project.h>
#include <medfin/model/statement.h>

struct changes {
    const statement_list *changed; /* a statement each; headers and titles among them are not told */
    const struct project *project; /* as it is without them */
    const char *from;              /* the file that changes it: "changed.xlsx" */
    const char *files;             /* what it is read on top of: "project.ini, antaganden.ini" */
    const char *base;              /* the scenario that it stands on, as its file has to name it; NULL: none */
};

/* As a file in that language. */
const char *changes_text(const struct changes *changes, enum language language, struct arena *arena);

#endif

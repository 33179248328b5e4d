#ifndef MEDFIN_MODEL_BLAME_H
#define MEDFIN_MODEL_BLAME_H

/* What is read on top of a project may make a line of the project wrong. */

#include <medfin/model/project.h>

/* As project_build; faults that stand in one file and come from what another one, or a setting, says on top of it point
   there too. It is for those who show the faults: each cause is found by building without it. */
const struct project *project_build_blaming(const struct statement *statements, int count, struct arena *arena,
                                            struct diags *diags);

#endif

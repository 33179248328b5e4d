#ifndef MEDFIN_CONTENTS_HEADING_H
#define MEDFIN_CONTENTS_HEADING_H

/* What stands at the top of every report. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>

/* The title of the project alone, and of the scenario read on top of it too. */
void heading_contents(struct doc *doc, const struct project *project, const char *subject);
void title_contents(struct doc *doc, const struct project *project, const char *subject);

/* The first so many that are read on top of the project, in that order: "A + B"; the last alone would not be the
   whole. */
const char *stack_title(struct arena *arena, const struct project *project, int count);

/* "Version 3, beslutad 2026-11-24"; NULL where the project says neither. */
const char *version_title(struct arena *arena, const struct project *project);

#endif

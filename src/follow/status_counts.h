#ifndef MEDFIN_FOLLOW_STATUS_COUNTS_H
#define MEDFIN_FOLLOW_STATUS_COUNTS_H

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>

/* How many activities there are of each status, as they write it, and of each who is responsible; beside what there
   were in an earlier plan, unless that is NULL. `path`: of the values. */
void status_table(struct doc *doc, const struct project *now, const struct project *before, const char *path);
void responsible_table(struct doc *doc, const struct project *now, const struct project *before, const char *path);

/* The status of an activity as it is written; what states none is planned. */
struct activity;
const char *status_of(struct doc *doc, const struct activity *activity);

/* Who is named responsible, or that nobody is. */
const char *responsible_of(struct doc *doc, const struct activity *activity);

#endif

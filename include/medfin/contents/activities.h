#ifndef MEDFIN_CONTENTS_ACTIVITIES_H
#define MEDFIN_CONTENTS_ACTIVITIES_H

/* Activities counted. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* Every row of the plan counted, what is left aside, and indicators by year, group, form and
   priority. Nothing for a project without activities. */
void activities_contents(struct doc *doc, const struct plan *plan);

/* One line that counts the activities, and what is left aside; for other reports. */
void activities_note(struct doc *doc, const struct plan *plan);

#endif

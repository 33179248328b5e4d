#ifndef MEDFIN_CONTENTS_AGENDA_H
#define MEDFIN_CONTENTS_AGENDA_H

/* The plan of activities as those read it who carry it out: by whom, how far, and when. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

enum agenda_by { AGENDA_WHOLE, AGENDA_BY_RESPONSIBLE, AGENDA_BY_STATUS, AGENDA_BY_MONTH };

/* What is held in each month; then what is in no month, what cannot be placed and what does not take place: every
   activity is listed. */
void calendar_contents(struct doc *doc, const struct plan *plan);

/* The sums of each way to group them and the calendar; or one of them, with the activities listed. */
void agenda_contents(struct doc *doc, const struct plan *plan, enum agenda_by by);

#endif

#ifndef MEDFIN_CONTENTS_ACTIVITIES_H
#define MEDFIN_CONTENTS_ACTIVITIES_H

/* Activities counted, and what each of them says. */

#include <medfin/doc/doc.h>
#include <medfin/model/activity.h>
#include <medfin/plan/plan.h>

/* What an activity says of itself, each a column of the tables that list activities. */
enum activity_field {
    SAYS_WHEN, /* as it is written, or else its months */
    SAYS_ARENA,
    SAYS_FORM,
    SAYS_HOURS,
    SAYS_RESPONSIBLE,
    SAYS_STATUS,
    SAYS_PRIORITY,
    SAYS_PARTICIPANTS,
    ACTIVITY_FIELDS
};

struct doc_column activity_column(enum activity_field field);
/* Empty where the activity does not say it. */
struct doc_cell activity_cell(struct doc *doc, const struct activity *activity, enum activity_field field,
                              const char *key);
/* Whether some activity does; who lists them has a column for it only then. */
bool activities_say(const struct project *project, enum activity_field field);

/* "planned", "without_cost", "dormant" or "left_aside". */
const char *activity_standing_id(const struct activity *activity);
/* How it is in the plan where not in its months: left aside, dormant, spread over a year. */
struct doc_cell activity_in_plan(struct doc *doc, const struct activity *activity);

/* Every row of the plan counted, what is left aside, and indicators by year, group, form and
   priority. Nothing for a project without activities. */
void activities_contents(struct doc *doc, const struct plan *plan);

/* What was read of every table, one line that counts the activities, and what is left aside; for other reports. */
void activities_note(struct doc *doc, const struct plan *plan);

#endif

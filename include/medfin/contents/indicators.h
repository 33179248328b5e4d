#ifndef MEDFIN_CONTENTS_INDICATORS_H
#define MEDFIN_CONTENTS_INDICATORS_H

/* What activities and trips come to. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* By year, group, form and priority. */
void indicators_contents(struct doc *doc, const struct plan *plan);

#endif

#ifndef MEDFIN_REPORT_ACTIVITIES_H
#define MEDFIN_REPORT_ACTIVITIES_H

#include <medfin/report/contents.h>

/* indicators.c: what activities and trips come to, by year, group, form and priority. */
void indicators_contents(struct doc *doc, const struct plan *plan);

#endif

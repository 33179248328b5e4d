#ifndef MEDFIN_CONTENTS_REPORT_H
#define MEDFIN_CONTENTS_REPORT_H

/* The whole as one document. */

#include <medfin/doc/doc.h>
#include <medfin/simulate/sensitivity.h>
#include <medfin/simulate/simulate.h>
#include <medfin/whatif/compare.h>
#include <medfin/whatif/cure.h>
#include <medfin/whatif/unknown.h>

/* What a report as a whole is made of. */
struct report_parts {
    const struct plan *plan;
    const finding_list *findings;
    const struct unknown_answer *answers; /* as check_contents takes them */
    const cure_list *cures;
    const struct comparison *comparison; /* NULL: there is nothing to compare with */
    const struct simulation *simulation; /* NULL: none was asked for */
    const struct tornado *tornado;       /* NULL, as the simulation */
};

/* The whole as one document: verdicts, key figures, budget, staff, reserve, liquidity, comparison,
   simulation, what it rests on, and how its headline figures were made. */
void report_contents(struct doc *doc, const struct report_parts *parts);

#endif

#ifndef MEDFIN_PAPERS_REPORT_H
#define MEDFIN_PAPERS_REPORT_H

/* The whole as one document. */

#include <medfin/doc/doc.h>
#include <medfin/papers/awaited.h>
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
    const struct tornado *tenths;        /* what a tenth of any value does, where no value is uncertain; or NULL */
    struct awaited awaited;
};

/* First what is decided from: the answer, what is asked for, key figures, cost against financing by status, what a no
   does, until when one may wait, what it rests on. Then as annexes what proves it: rules, budget, staff, fees,
   activities, reserve, liquidity, comparison, simulation, sources, and how the headline figures were made. */
void report_contents(struct doc *doc, const struct report_parts *parts);

#endif

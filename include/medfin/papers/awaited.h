#ifndef MEDFIN_PAPERS_AWAITED_H
#define MEDFIN_PAPERS_AWAITED_H

/* Answers that are awaited, as a report looks at them: a no from each of the largest, and one from all. */

#include <medfin/whatif/outcomes.h>
#include <medfin/whatif/safe_start.h>

struct awaited {
    int count;                       /* who have not answered; 0: nobody, and then there is nothing more */
    const struct outcomes *outcomes; /* a yes from all, and a no from each of the largest alone, those first */
    const struct safe_start *start;  /* where all say no */
    bool holds_anyway;               /* every rule, whatever they answer: of few alone it is looked at */
};

struct awaited awaited_find(const statement_list *statements, const struct plan *plan, struct arena *arena);

#endif

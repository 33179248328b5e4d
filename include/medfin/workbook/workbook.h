#ifndef MEDFIN_WORKBOOK_WORKBOOK_H
#define MEDFIN_WORKBOOK_WORKBOOK_H

/* A plan as a workbook that works: its graph of figures written as formulas over cells of what is stated, so that a
   change of an input is seen in every figure that rests on it, to the same öre as `--set`.

   A node has a cell where it is shown, where several others are made of it, or where a formula would grow too long;
   else it stands inside the formula of what is made of it. What no formula tells exactly holds its value as long as no
   input is changed, and nothing afterwards. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>
#include <medfin/plan/plan.h>
#include <medfin/whatif/compare.h>
#include <medfin/workbook/book.h>

/* A file that the plan was read from. */
struct workbook_source {
    const char *name, *digest; /* SHA-256 in hexadecimal */
};

struct workbook_of {
    const struct plan *plan;
    const char *files;                 /* that it was read from: "project.ini, antaganden.ini" */
    const struct comparison *compared; /* of the plan's scenario, its first, with others; NULL: none */
    const struct follow *follow;       /* the plan against the budget that it was; NULL: it has no actuals */
    const char *version;               /* of medfin */
    const struct workbook_source *sources;
    int source_count;
};

/* Titles are in the doc's language. */
struct book *workbook_make(struct doc *doc, const struct workbook_of *of);

#endif

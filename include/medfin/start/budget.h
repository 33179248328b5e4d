#ifndef MEDFIN_START_BUDGET_H
#define MEDFIN_START_BUDGET_H

/* The cost table that everybody already has, as a project: rows of cost by year, with a part for funders or without.
   Every row is accounted for: it is a section, or told with the reason why it is none; and a sum of the table that is
   not that of its rows is told. */

#include <medfin/base/diag.h>
#include <medfin/read/grid.h>

/* The project as a file in that language; NULL after a fault. `name` is what the table is called as a source. */
const char *budget_text(const struct grid *grid, const char *name, enum language language, struct arena *arena,
                        struct diags *diags);

#endif

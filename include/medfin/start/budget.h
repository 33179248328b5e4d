#ifndef MEDFIN_START_BUDGET_H
#define MEDFIN_START_BUDGET_H

/* The cost table that everybody already has, as a project: rows of cost by year, with a part for funders or without.
   Every row is accounted for: it is a section, or told with the reason why it is none; and a sum of the table that is
   not that of its rows is told. */

#include <medfin/base/diag.h>
#include <medfin/read/grid.h>

struct budget_table {
    const struct grid *grid;
    const char *name;        /* what it is called as a source */
    csv_alias_list *columns; /* what the user says of headings */
};

/* The project as a file in that language; NULL after a fault. */
const char *budget_text(const struct budget_table *table, enum language language, struct arena *arena,
                        struct diags *diags);

#endif

#ifndef MEDFIN_WHATIF_BREAK_EVEN_H
#define MEDFIN_WHATIF_BREAK_EVEN_H

/* What a member's decision hangs on: how far each value of its own side may go, the others as
   they stand, with the benefit still as large as the effort. A value is a row of one table. */

#include <medfin/whatif/search.h>

struct break_even {
    const struct key *key;
    const struct fact *fact; /* as it stands */
    bool at_most;            /* a part of the effort; else of the benefit, and at least so much */
    struct search_answer answer;
};

typedef LIST(struct break_even) break_even_list;

/* In the order of the table, those that the project states. None without a [membership], with a
   network that is out of line, which no benefit helps, or where something else is unknown. */
break_even_list break_evens_find(const statement_list *statements, const struct project *project, struct arena *arena);

#endif

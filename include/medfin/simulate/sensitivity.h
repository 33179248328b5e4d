#ifndef MEDFIN_SIMULATE_SENSITIVITY_H
#define MEDFIN_SIMULATE_SENSITIVITY_H

/* What one value after another does to a figure, all others as stated: from one end of what is
   uncertain about it to the other (of a status no and yes), or a tenth less and more. Every
   figure is the exact plan's. */

#include <medfin/base/progress.h>
#include <medfin/whatif/compare.h>

struct tornado_bar {
    const struct section *section;
    const struct fact *fact;
    int64_t low, high;            /* what the value is set to */
    bool low_stands, high_stands; /* false: the project takes no such value */
    struct cell at_low, at_high;  /* the figure then */
    bool is_untried;              /* while the others are */
};

struct tornado {
    struct asked_figure figure;
    struct cell stated;       /* the figure as everything is stated */
    bool by_tenths;           /* a tenth less and more; else from the 5th percentile to the 95th */
    struct tornado_bar *bars; /* the widest first */
    int count;
    int left_out;        /* values that were not tried: there were more than asked for */
    int anew, left_anew; /* of those that have the whole plan made anew so many were tried, and so many not */
};

/* Over the uncertain values, or with `by_tenths` over every stated figure; of more than `most` those that are no money,
   and of money those with the widest range of their own. `progress` may be NULL. */
struct tornado tornado_find(const statement_list *statements, const struct project *project,
                            const struct asked_figure *figure, bool by_tenths, int most,
                            const struct progress *progress, struct arena *arena);

#endif

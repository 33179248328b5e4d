#ifndef MEDFIN_PORTFOLIO_TIMELINE_H
#define MEDFIN_PORTFOLIO_TIMELINE_H

/* Sums of what several projects come to, by year or month, over as long as any of them lasts. */

#include <medfin/plan/cell.h>

/* What is known of it, öre or parts of a post, and of how many of its parts the amount is not known. */
struct sum {
    int64_t known;
    int unknown;
};

/* By year, or by month since 0000-01. */
struct timeline {
    int first;
    struct sum *items;
    int count, room; /* as any LIST */
};

/* Adds a project's part; false, and nothing is added, where that is more than amounts may reach in all. */
bool sum_add(struct sum *sum, struct cell part);
/* The same of what has been added up. */
bool sum_join(struct sum *sum, struct sum part);

/* The sum there, which is nothing so far where nothing was added; good until the next is asked for. */
struct sum *timeline_at(struct timeline *timeline, int at, struct arena *arena);
/* What was added there, if anything was. */
struct sum timeline_get(const struct timeline *timeline, int at);

static inline int timeline_end(const struct timeline *timeline)
{
    return timeline->first + timeline->count;
}

#endif

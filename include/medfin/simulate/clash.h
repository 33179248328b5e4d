#ifndef MEDFIN_SIMULATE_CLASH_H
#define MEDFIN_SIMULATE_CLASH_H

/* Why correlations contradict one another: three values that cannot move together as it is said. */

#include <medfin/model/correlation.h>

struct clash {
    const struct fact *said[3]; /* in the order of the file; the last is NULL where nothing is stated of its pair, which
                                   is as 0 */
    const char *paths[2];       /* of the pair of which nothing is stated */
    share low, high; /* what the last could be with the others, in whole hundredths; low above high: nothing */
};

/* Paths in that language. False where no three are to blame, but more of them together. */
bool clash_find(const struct project *project, enum language language, struct clash *clash, struct arena *arena);

#endif

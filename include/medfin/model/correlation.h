#ifndef MEDFIN_MODEL_CORRELATION_H
#define MEDFIN_MODEL_CORRELATION_H

/* Which uncertain values move together. */

#include <medfin/model/project.h>
#include <medfin/model/stated_values.h>

/* A stated correlation of two values, by their places in project_uncertain and, behind those, in `fixed`. */
struct correlated_pair {
    int a, b;
    share correlation; /* billionths, −1 to 1 */
    const struct fact *fact;
};

struct pair_list {
    struct correlated_pair *items;
    int count, room;
    LIST(const char *) fixed; /* paths of values that were uncertain until something was read on top */
};

/* All that are stated: what moved with a value that is certain now is drawn as if that still moved. */
struct pair_list project_correlations(const struct project *project, const struct figure_list *uncertain,
                                      struct arena *arena);

/* A fault for each pair that does not name two values that are uncertain, or were until something was
   read on top, and for each that is stated twice. */
void project_correlations_check(const struct project *project, const struct statement *statements, int count,
                                struct arena *arena, struct diags *diags);

#endif

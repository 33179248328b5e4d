#ifndef MEDFIN_ANALYSIS_SWEEP_H
#define MEDFIN_ANALYSIS_SWEEP_H

/* A grid of one or two stated values against figures and verdicts: every point is the
   project with those values set, nothing approximated. */

#include <medfin/analysis/compare.h>

enum { MOST_AXES = 2 };

struct sweep_axis {
    struct statement varied; /* what --set of the path would say; its number is put in place */
    const int64_t *numbers;
    int count;
};

struct sweep_point {
    bool stands;         /* false: the project takes no such values */
    struct cell *figures; /* by compared figure */
    enum verdict verdict; /* the gravest */
    enum verdict *rules;  /* by rule, the gravest of each */
};

struct sweep {
    const struct sweep_axis *axes;
    int axis_count;
    const struct sweep_point *points; /* the last axis runs fastest */
    int count;
};

struct sweep sweep_run(const statement_list *statements, const struct sweep_axis *axes, int axis_count,
                       struct arena *arena);

#endif

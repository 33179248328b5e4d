#ifndef MEDFIN_WHATIF_SWEEP_H
#define MEDFIN_WHATIF_SWEEP_H

/* A grid of one or two stated values against figures and verdicts: every point is the
   project with those values set, nothing approximated. */

#include <medfin/base/progress.h>
#include <medfin/whatif/compare.h>
#include <medfin/whatif/variant.h>

enum { MOST_AXES = 2 };

struct sweep_axis {
    struct statement varied; /* what --set of the path would say, whatever its value */
    const struct value *values;
    int count;
};

/* A rule's gravest finding at a point. */
struct sweep_margin {
    bool is_there; /* the finding has a margin */
    enum kind kind;
    int64_t margin;
};

struct sweep_point {
    bool stands;                  /* false: the project takes no such values */
    struct cell *figures;         /* as many as the sweep asks for */
    enum verdict verdict;         /* the gravest of all, when verdicts are asked for */
    enum verdict *rules;          /* by rule, the gravest of each; not applicable for one that is not asked for */
    enum verdict *unforgiven;     /* the same if nothing were forgiven */
    struct sweep_margin *margins; /* of the rules asked for by name, in their order */
};

/* Between two points of one axis that are next to each other a rule's verdict turns. */
struct sweep_turn {
    const struct rule *rule;
    enum verdict from, to;
    struct value last, first; /* the last value with the one, the first with the other: a unit apart … */
    bool is_exact;            /* … or two that have nothing between them, as statuses */
    bool is_forgiven; /* where the tolerance ends, as one of the points rests on it; else where the margin is 0 */
};

struct sweep {
    const struct sweep_axis *axes;
    int axis_count;
    const struct asked_figure *figures;
    int figure_count;
    bool judges;                     /* the verdicts of all rules are asked for */
    const struct rule *const *rules; /* asked for by name */
    int rule_count;
    const struct progress *progress;  /* NULL: nobody is told */
    const struct sweep_point *points; /* the last axis runs fastest */
    int count;
    const struct sweep_turn *turns; /* of one axis, in its order */
    int turn_count;
};

/* Fills points, counts and turns of a sweep that says what is asked for. */
void sweep_run(struct sweep *sweep, const statement_list *statements, struct arena *arena);

#endif

#ifndef MEDFIN_SIMULATE_FOLD_H
#define MEDFIN_SIMULATE_FOLD_H

/* Figures of a graph folded into affine forms: of the same nodes as everybody reads, whatever these stand for.

   A node above no uncertain leaf is the graph's own exact value. What lies above one differs from the exact node by
   roundings, also where what is uncertain of it cancels out; which of several is the least or the most is exact
   where it is decided whatever is drawn and whatever they may be off by. Money finer than öre is öre here too, with
   a fraction. */

#include <medfin/graph/graph.h>

#include "affine.h"

struct fold;

/* Of the graph as it stands: nothing may be added to it. */
struct fold *fold_new(const struct graph *graph, struct program *program, struct arena *arena);
/* A leaf varies, in the measure of its kind; before any figure is folded. */
void fold_vary(struct fold *fold, node leaf, struct affine form);
int fold_leaf_count(const struct fold *fold);
node fold_leaf(const struct fold *fold, int leaf);
/* These and all that they are made of: operands before what they are operands of. */
void fold_figures(struct fold *fold, const node *figures, int count);

/* Of one of those, of what they are made of, and of whatever does not vary. */
struct affine fold_form(const struct fold *fold, node of);

#endif

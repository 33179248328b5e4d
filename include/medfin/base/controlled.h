#ifndef MEDFIN_BASE_CONTROLLED_H
#define MEDFIN_BASE_CONTROLLED_H

/* Controlled rounding: exact figures that stand in sums become whole units, and every sum still holds (Cox, Journal
   of the American Statistical Association 82, 1987). A sum is a node of a network and a figure an edge: what flows into
   a node flows out of it, so that a figure stands in two sums at most, in one as a part and in another as a part or as
   the whole. The exact figures are a flow; cycle by cycle it is moved to whole units, each figure to one of the two
   next to its exact one. Such a flow always exists. The clearest figures take their nearest first, those near a half
   what is left: in a plain list that is the largest remainder, among equals the first of the list. */

#include <medfin/base/arena.h>
#include <medfin/base/money.h>

/* In which order figures take their nearest unit; those of a rank by how clear they are. */
enum controlled_rank { RANK_WHOLE, RANK_YEAR, RANK_GAP, RANK_GROUP, RANK_LINE, RANK_CELL };

enum { CONTROLLED_GROUND }; /* the node that is no sum: whatever flows in and out of it is right */

struct controlled;

struct controlled *controlled_new(int64_t unit, struct arena *arena);
/* A new node. */
int controlled_sum(struct controlled *network);
/* A figure that flows from one sum to another; returns its number. */
int controlled_figure(struct controlled *network, int from, int to, int64_t exact, enum controlled_rank rank);
/* What it shows is decided already, which may lie further off than a unit. What is not decided then gives way beyond
   the two units next to it: groups, lines, years and the whole, cells, and a gap last of all. */
void controlled_fix(struct controlled *network, int figure, int64_t whole);

/* Once, when all is there. */
void controlled_round(struct controlled *network);
/* What the figure shows then, in whole units. */
int64_t controlled_whole(const struct controlled *network, int figure);

#endif

#ifndef MEDFIN_LETTER_POINTS_H
#define MEDFIN_LETTER_POINTS_H

/* What a letter proposes to be decided, point by point. */

#include "writing.h"

/* The points that the author of the project states in the place of those that are made of it, numbered; false: none. */
bool letter_writes_asked(struct writing *writing);

/* Parts of letters: in numbered points, in clauses, and what a board proposes to its members. */
void write_numbered(struct writing *writing);
void write_clauses(struct writing *writing);
void write_proposals(struct writing *writing);

#endif

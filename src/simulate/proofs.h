#ifndef MEDFIN_SIMULATE_PROOFS_H
#define MEDFIN_SIMULATE_PROOFS_H

/* What a rule lacks at a place is often nothing in every trial, as of a balance that a funder takes the rest of. No
   form decides it there, and each trial would ask the exact plan: so it is proved once. */

#include "simulator_fields.h"

/* Of the places that lie within their bound in the first block, those that hold whatever is drawn. */
void proofs_find(struct simulator *simulator);

#endif

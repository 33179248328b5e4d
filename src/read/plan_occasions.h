#ifndef MEDFIN_READ_PLAN_OCCASIONS_H
#define MEDFIN_READ_PLAN_OCCASIONS_H

/* Occasions that several groups of a plan tell, each in a row of its own. */

#include "plan_rows.h"

/* "8 mars (med Norra gruppen)" and that group's row of that day, in a plan over those months, are one occasion of both:
   the later goes into the first. */
void plan_occasions_join(struct plan_rows *rows, month first, month last);

#endif

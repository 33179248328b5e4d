#ifndef MEDFIN_SRC_START_USES_H
#define MEDFIN_SRC_START_USES_H

/* What columns are whose headings do not say it by a year: the total, funders, or nothing that can be known. */

#include "search.h"

/* Settles the uses that headings alone leave open. What may be money and cannot be told is a fault; false where nothing
   can be read then. */
bool uses_find(struct search *search);

#endif

#ifndef MEDFIN_READ_POPULATION_H
#define MEDFIN_READ_POPULATION_H

/* The table of how many inhabitants a municipality has by year: each municipality becomes a section. */

#include "tables.h"

table_add population_add;

#endif

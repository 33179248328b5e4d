#ifndef MEDFIN_READ_MEMBERS_H
#define MEDFIN_READ_MEMBERS_H

/* The tables of a network: who its members are, and how many inhabitants a municipality has
   by year. Each member, and each municipality, becomes a section as if it stood in the
   project file, so that scenarios and --set change one as they change any other. */

#include "tables.h"

table_add members_add, population_add;

#endif

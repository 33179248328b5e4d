#ifndef MEDFIN_READ_MEMBERS_H
#define MEDFIN_READ_MEMBERS_H

/* The table of a network's members. Each becomes a section as if it stood in the project file, so that
   scenarios and --set change one as they change any other. */

#include "tables.h"

table_add members_add;

#endif

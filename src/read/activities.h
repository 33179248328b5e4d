#ifndef MEDFIN_READ_ACTIVITIES_H
#define MEDFIN_READ_ACTIVITIES_H

/* A plan of activities as people write them: a table with Vad, Hur, Vem, När, Status, Prio. */

#include "tables.h"

table_add activities_add;

#endif

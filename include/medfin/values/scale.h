#ifndef MEDFIN_VALUES_SCALE_H
#define MEDFIN_VALUES_SCALE_H

/* What a heading says that the amounts below it are in. */

#include <medfin/base/arena.h>

/* The power of ten of kronor: 3 for "Kostnad, tkr" and "Belopp (1 000 kr)", 6 for "miljoner kronor", 0 for "Summa kr";
   −1 where nothing is said. */
int scale_said(const char *heading, struct arena *arena);

#endif

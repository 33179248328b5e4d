#ifndef MEDFIN_BASE_MUNICIPALITY_NAME_H
#define MEDFIN_BASE_MUNICIPALITY_NAME_H

/* Names of municipalities as people write them. */

#include <medfin/base/arena.h>

/* The name in a form for comparing alone, the same for "Karlshamn", "KARLSHAMNS KOMMUN" and "Karlshamns  stad":
   composed, in lower case, blanks single, without what a municipality calls itself and without the s of a genitive.
   Borås ends in an s of its own, so that the s of every name falls away; no two Swedish municipalities are alike
   then. */
const char *municipality_plain(struct arena *arena, const char *name);

#endif

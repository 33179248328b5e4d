#ifndef MEDFIN_READ_IDS_H
#define MEDFIN_READ_IDS_H

/* Ids made of what things are called, so that others can come and go beside them. */

#include <stdbool.h>

#include <medfin/base/names.h>

/* Takes the id; false if it is taken, or a category's name. */
bool id_take(struct names *taken, const char *id, struct arena *arena);

/* "Nätverksträff om klimat, norr" → "nätverksträff-om-klimat-norr", which is then taken; a name that is taken already
   keeps the last number behind it. What is taken may be kept in an arena of its own. */
const char *id_make(struct names *taken, struct arena *slots, const char *title, struct arena *arena);

#endif

#ifndef MEDFIN_SYSTEM_REASON_H
#define MEDFIN_SYSTEM_REASON_H

/* Why the system refused something: a number of its own, 0 if it did not. What it means is asked here. */

#include <stdbool.h>

/* What it means, in a few words of ours that are translated where they are shown; of what files and processes do not
   meet, the system's own words, good until they are asked for again. */
const char *reason_text(int reason);

/* Something has that name already. */
bool reason_is_presence(int reason);

#endif

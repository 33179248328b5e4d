#ifndef MEDFIN_SYSTEM_CLOCK_H
#define MEDFIN_SYSTEM_CLOCK_H

/* Seconds since a moment that stays the same while the program runs. For how long something takes; no figure and no
   document asks a clock. */
double clock_seconds(void);

#endif

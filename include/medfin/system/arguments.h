#ifndef MEDFIN_SYSTEM_ARGUMENTS_H
#define MEDFIN_SYSTEM_ARGUMENTS_H

/* The words that the program was started with, in UTF-8, NULL behind them; `given` is what main got of them. */
char **arguments(int *count, char **given);

#endif

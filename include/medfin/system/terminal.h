#ifndef MEDFIN_SYSTEM_TERMINAL_H
#define MEDFIN_SYSTEM_TERMINAL_H

/* Who reads standard output and standard error, and whether they have got it. */

#include <stdbool.h>
#include <stddef.h>

bool output_is_terminal(void);
bool errors_are_terminal(void);

/* Whether the terminal takes the signs of colours for that. */
bool output_shows_colors(void);

/* How many columns the terminal has on which standard output is shown, 0 if it does not know; false if there
   is none. */
bool output_columns(int *columns);

/* All of it to standard output, nothing kept back: 0, or the system's reason. */
int output_write(const char *bytes, size_t size);

/* The same to standard error; if it cannot be told there, it cannot be told. */
void errors_write(const char *bytes, size_t size);

#endif

#ifndef MEDFIN_SYSTEM_PROGRAM_H
#define MEDFIN_SYSTEM_PROGRAM_H

/* Where the program was put: what belongs to it is found from there. */

#include <stdbool.h>
#include <stddef.h>

enum { PROGRAM_PATH_ROOM = 4096 };

/* PREFIX of a program that is PREFIX/bin/NAME; false if the system does not say, or if its path fills the room or
   has fewer parts. */
bool program_prefix(char *prefix, size_t room);

#endif

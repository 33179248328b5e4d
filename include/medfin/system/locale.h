#ifndef MEDFIN_SYSTEM_LOCALE_H
#define MEDFIN_SYSTEM_LOCALE_H

/* The language of the process, which gettext and the system's own words follow. Numbers and order stay those of
   the C locale, whatever the user's is. */

#include <stdbool.h>

/* `is_written` says that the program's own words are in that language: no catalogue is asked for them. */
void locale_speak(const char *language, bool is_written);

/* The catalogues of `domain` lie in the folder. */
void locale_find(const char *domain, const char *folder);

#endif

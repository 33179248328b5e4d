#ifndef MEDFIN_SYSTEM_USER_LANGUAGE_H
#define MEDFIN_SYSTEM_USER_LANGUAGE_H

/* What the user speaks, beginning with the code of a language, as "sv_SE.UTF-8" does; NULL if nothing says. */
const char *user_language(void);

#endif

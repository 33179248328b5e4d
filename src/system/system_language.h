#ifndef MEDFIN_SYSTEM_SYSTEM_LANGUAGE_H
#define MEDFIN_SYSTEM_SYSTEM_LANGUAGE_H

/* What the system speaks with the user where the environment does not say; NULL if that is unknown. */
const char *system_language(void);

#endif

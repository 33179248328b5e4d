#ifndef MEDFIN_START_VARIATION_H
#define MEDFIN_START_VARIATION_H

/* A scenario to start from that fits a project: each of its sections with the values that it states, commented out. */

#include <medfin/model/statement.h>

/* As a file in that language, for the project that was read from `path`. */
const char *variation_text(const statement_list *statements, const char *path, enum language language,
                           struct arena *arena);

#endif

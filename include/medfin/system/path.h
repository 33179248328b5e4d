#ifndef MEDFIN_SYSTEM_PATH_H
#define MEDFIN_SYSTEM_PATH_H

/* Paths of files, as the system writes them. */

#include <stdbool.h>

/* The last part of a path, which its folder stands before. */
const char *path_name(const char *path);

/* Whether it is the same file from whichever folder it is looked for. */
bool path_is_whole(const char *path);

/* Whether a folder's name ends there. */
bool path_is_parted(char at);

/* Whether two names in one folder are one file's. */
bool path_name_same(const char *one, const char *other);

#endif

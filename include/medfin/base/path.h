#ifndef MEDFIN_BASE_PATH_H
#define MEDFIN_BASE_PATH_H

/* Paths of figures, whose steps are parted by dots; and of files. */

#include <medfin/base/arena.h>

/* A name as one step of a path: what would part it is escaped. And the path of it below another. */
const char *key_name(struct arena *arena, const char *name);
const char *key_below(struct arena *arena, const char *path, const char *name);

/* "utan-1-1-medel" of "scenarios/x/utan-1-1-medel.ini". */
const char *file_stem(struct arena *arena, const char *path);

#endif

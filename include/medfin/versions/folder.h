#ifndef MEDFIN_VERSIONS_FOLDER_H
#define MEDFIN_VERSIONS_FOLDER_H

/* Paths as they are seen from the folder of a manifest, so that both can be moved together. Judged by the names alone,
   with / between them. */

#include <stdbool.h>

#include <medfin/base/arena.h>

/* "underlag/" of "underlag/beslut.manifest"; "" of a file in the current folder, and of NULL. */
const char *folder_of(struct arena *arena, const char *path);

/* A file that we call `path`, as it is called from that folder: "tabeller/medlemmar.csv", "../delat/x.csv"; the path
   itself where it is whole and the folder is not; NULL where the names do not tell. */
const char *folder_sees(struct arena *arena, const char *folder, const char *path);

/* Whether a path that is seen from a folder leads out of it; NULL may. */
bool path_leaves(const char *path);

#endif

#ifndef MEDFIN_DOC_PLACE_H
#define MEDFIN_DOC_PLACE_H

/* For programs: where something stands, so that an editor can mark or change it. */

#include <medfin/base/source.h>
#include <medfin/doc/doc.h>

/* "file", "line" and "column" below the path, and in a text "length" in characters and "end.line" and "end.column",
   which lie behind the last; in a sheet "cell". Nothing without a place. */
void doc_place(struct doc *doc, struct place place, const char *path);

#endif

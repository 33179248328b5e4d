#ifndef MEDFIN_CONTENTS_SOURCE_TITLE_H
#define MEDFIN_CONTENTS_SOURCE_TITLE_H

/* Sources as people say them. */

#include <medfin/doc/doc.h>

/* An assumption is marked by a word of the file's own; NULL: none. */
const char *source_title(const char *source);

/* Whether what a section gives as its source says that it is assumed. */
bool source_is_assumption(const char *source);

#endif

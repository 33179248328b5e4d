#ifndef MEDFIN_START_STARTERS_H
#define MEDFIN_START_STARTERS_H

/* Files to start from: those of src/start/templates, each in Swedish and in English. */

#include <medfin/base/language.h>

/* A file as CMakeLists.txt puts it into the program. */
struct template_row {
    const char *name; /* "blank.sv" */
    const char *text;
};

/* The file of that name, which is there in both languages. */
const char *template_text(const char *name, enum language language);

/* The projects that `init --like` begins with. */
struct starter {
    const char *name;
    const char *meaning; /* marked for translation */
};

extern const struct starter starter_rows[]; /* ends with a NULL name */

#endif

#ifndef MEDFIN_LETTER_TEMPLATES_H
#define MEDFIN_LETTER_TEMPLATES_H

/* The templates that come along, each in the order of the house that it is named for. What nobody
   but the officer knows stands in brackets, to be filled in by hand. */

#include <medfin/letter/letter.h>

/* A template that the program brings along. */
struct letter_template {
    const char *name;    /* "jamtland" */
    const char *meaning; /* marked for translation */
    enum letter_about about;
    const char *const *lines; /* marked for translation; ends with NULL */
};

extern const struct letter_template letter_templates[]; /* ends with a NULL name */

/* The usual one: the first that is about what the plan is of. */
const struct letter_template *letter_template_usual(const struct plan *plan);

/* NULL if there is none. */
const struct letter_template *letter_template_find(const char *name);
/* Its text in the language of the process. */
const struct source *letter_template_source(const struct letter_template *built_in, struct arena *arena);

#endif

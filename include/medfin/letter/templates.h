#ifndef MEDFIN_LETTER_TEMPLATES_H
#define MEDFIN_LETTER_TEMPLATES_H

/* The templates that come along, each in the order of the house that it is named for. What nobody
   but the officer knows stands in brackets, to be filled in by hand. */

#include <medfin/letter/letter.h>

/* What a template speaks of throughout: without it there is little but blanks in the letter. */
enum letter_needs { NEEDS_NOTHING, NEEDS_OWN, NEEDS_FEES, NEEDS_ACTIVITIES, NEEDS_END, NEEDS_YEAR };

/* A template that the program brings along. */
struct letter_template {
    const char *name;    /* "jamtland" */
    const char *meaning; /* marked for translation */
    enum letter_about about;
    enum letter_needs
        needs; /* money of the owner's own to set aside, fees, activities, or that all or a whole year is closed */
    const char *const *lines; /* marked for translation; ends with NULL */
};

extern const struct letter_template letter_templates[]; /* ends with a NULL name */

/* Whether the project has what the template needs. */
bool letter_template_fits(const struct letter_template *built_in, const struct project *project);

/* The usual one of a plan of that kind: of a membership, of an association that lives on fees, of activities alone, or
   of who sets money aside, in the order of its own house where that is known. */
const struct letter_template *letter_template_usual(const struct plan *plan);

/* NULL if there is none. */
const struct letter_template *letter_template_find(const char *name);
/* Its text in the language of the process. */
const struct source *letter_template_source(const struct letter_template *built_in, struct arena *arena);

#endif

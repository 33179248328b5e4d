#ifndef MEDFIN_MODEL_CATEGORY_H
#define MEDFIN_MODEL_CATEGORY_H

/* The cost categories that every project has, without a section. */

#include <medfin/base/language.h>

struct built_in_category {
    const char *id, *swedish;
};

extern const struct built_in_category built_in_categories[];
extern const int built_in_category_count;

/* What the one with that id is called. */
const char *category_word(const char *id, enum language language);

/* The id of the one that is called so in either language, which no section may be; NULL: none is. */
const char *category_built_in(const char *name);

#endif

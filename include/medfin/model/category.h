#ifndef MEDFIN_MODEL_CATEGORY_H
#define MEDFIN_MODEL_CATEGORY_H

/* The cost categories that every project has, without a section. */

#include <stdbool.h>

#include <medfin/base/language.h>

struct built_in_category {
    const char *id, *swedish;
};

extern const struct built_in_category built_in_categories[];
extern const int built_in_category_count;

/* What the one with that id is called. */
const char *category_word(const char *id, enum language language);

/* Whether an id is one of theirs, and so no section's. */
bool category_is_built_in(const char *id);

#endif

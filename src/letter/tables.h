#ifndef MEDFIN_LETTER_TABLES_H
#define MEDFIN_LETTER_TABLES_H

/* The tables of a letter. */

#include "fields.h"

/* What {{table NAME}} gives. */
struct letter_table {
    const char *name;
    const char *meaning; /* marked for translation */
    enum letter_about about;
    void (*contents)(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
};

extern const struct letter_table letter_tables[]; /* ends with a NULL name */

#endif

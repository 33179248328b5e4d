#ifndef MEDFIN_LETTER_PARTS_H
#define MEDFIN_LETTER_PARTS_H

/* The parts of a letter that are written as the project needs them: who pays and by whose decision,
   what is decided, what a refusal leads to, what is assumed and what nobody knows yet. */

#include "writing.h"

/* What {{part NAME}} gives. */
struct letter_part {
    const char *name;
    const char *meaning; /* marked for translation */
    enum letter_about about;
    void (*write)(struct writing *writing);
    bool may_be_empty; /* then what announces it is left out too */
};

extern const struct letter_part letter_parts[]; /* ends with a NULL name */

/* What a stated value is called: "Projektledare: heltidslön per månad, 2021-04". */
const char *letter_fact_words(const struct writing *writing, const struct section *section, const struct statement *by);

#endif

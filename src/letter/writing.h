#ifndef MEDFIN_LETTER_WRITING_H
#define MEDFIN_LETTER_WRITING_H

/* Templates: Markdown in which {{…}} gives way to what the project says. The language is a
   list of names: there is nothing to compute or to repeat in it, and no name reaches a file. */

#include <medfin/base/text.h>

#include "fields.h"

/* A letter being written. */
struct writing {
    const struct letter *letter;
    letter_field_list *fields;
    struct text out;
    const struct section *subject; /* the payer whose key `*` stands for; NULL: none */
    uint32_t skeleton;             /* of the part being written: its words and keys, without their values */
    const struct source *text;     /* that faults have their place in */
    struct diags *diags;
};

/* Adds a text with its {{…}} in place. */
void letter_expand(struct writing *writing, const char *text, size_t size);
/* The same for a sentence of a part, about that payer. */
void letter_sentence(struct writing *writing, const struct section *subject, const char *sentence);
/* Words of a part that are the same whatever the figures; they count in its mark. */
void letter_words(struct writing *writing, const char *words);
/* A doc's table, which is bound as a whole by that name. */
void letter_table_add(struct writing *writing, const char *name, const struct doc *doc);

#endif

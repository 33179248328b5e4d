#ifndef MEDFIN_LETTER_HEAD_H
#define MEDFIN_LETTER_HEAD_H

/* How a letter says that it was written, and with what: in a comment that no page shows. */

#include <medfin/letter/letter.h>

struct letter_head {
    enum language language;
    const struct doc_unit *unit;
    const char *funder;  /* an id; NULL */
    const char *period;  /* of a claim, as --period has it; NULL: it is none */
    bool is_final;       /* it is the final one */
    const char **tables; /* those that it was written with, in their order; ends with NULL */
    struct place place;
};

/* False if the letter, in Markdown or HTML, does not say it: nothing in it is bound. */
bool letter_head_read(const struct source *written, struct letter_head *head, struct arena *arena);

/* The letter with its head and the tables that it has. */
const char *letter_with_head(const struct letter *letter, const char *body, size_t size);

#endif

#ifndef MEDFIN_LETTER_WRITTEN_H
#define MEDFIN_LETTER_WRITTEN_H

/* A letter as it was written and edited since: its bindings, and the words around them. It has been
   edited by people and may hold anything; what is not a binding of ours is words. */

#include <medfin/letter/letter.h>

enum bound_kind { BOUND_A_VALUE, BOUND_A_TABLE, BOUND_A_PART };

/* One binding: what a stretch of the letter says, and what it said when it was written. */
struct bound {
    enum bound_kind kind;
    const char *name;   /* a key, or the name of a table or part */
    uint32_t mark;      /* of what it said */
    struct place place; /* of what it binds; of a part that is its own mark */
    bool is_open;       /* its end is gone */
};

typedef LIST(struct bound) bound_list;

/* In the order of the letter. */
bound_list written_bounds(const struct source *written, struct arena *arena);

bool written_is_html(const struct source *written);

/* The stretch as people read it: without tags and emphasis, its escapes undone, its blanks plain. */
const char *written_text(struct place place, struct arena *arena);

/* The sentence that the place lies in. */
struct place written_sentence(struct place place);

/* A table's row. */
struct written_row {
    struct place place;
    const char *const *cells; /* the first is its label */
    int count;
};

typedef LIST(struct written_row) written_row_list;

written_row_list written_rows(struct place place, struct arena *arena);

/* The word between the two; NULL if it is not there. */
const char *written_find(const char *from, const char *end, const char *word);
struct place written_stretch(const struct source *written, const char *from, const char *end);

#endif

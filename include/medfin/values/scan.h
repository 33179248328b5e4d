#ifndef MEDFIN_VALUES_SCAN_H
#define MEDFIN_VALUES_SCAN_H

/* Reading along one value: where the reader is, what it reads for, and the place of every
   stretch of it. Readers take what they know from `at` on and leave the rest. */

#include <medfin/base/diag.h>
#include <medfin/base/kind.h>
#include <medfin/model/statement.h>

#include "lines.h"

struct unit {
    enum kind kind; /* what the figure measures decides its units and the unit that it is held in */
    int power;      /* one of the unit is 10^power of what is held */
};

struct stretch {
    const char *from, *end;
};

struct scan {
    const char *begin, *at, *end;
    const struct key *key;
    enum operation operation;
    struct place place;
    const size_t *offsets; /* of each byte in the place; NULL: as they stand */
    struct stretch figure; /* the last one read, with its unit */
    struct unit unit;      /* of that figure */
    bool unit_stated;
    struct arena *arena;
    struct diags *diags;
};

struct place scan_place(const struct scan *scan, struct stretch stretch);

/* The stretch as text, shortened for a message. */
const char *scan_quote(const struct scan *scan, struct stretch stretch);
/* The stretch as text. */
const char *scan_copy(const struct scan *scan, struct stretch stretch);

/* Reports a fault of the stretch; false, to be returned. */
bool scan_fault(struct scan *scan, enum diag_id id, struct stretch stretch, const struct diag_arg *args);
/* The same with the stretch's text as {1}, another text or NULL as {2}. */
bool scan_fault_of(struct scan *scan, enum diag_id id, struct stretch stretch, const char *second);
/* The same with the key's kind as {2} and how it is written as {3}. */
bool scan_fault_of_kind(struct scan *scan, enum diag_id id, struct stretch stretch);

/* Past the blanks; true if something is left on this line. */
bool scan_more(struct scan *scan);
/* Takes the byte if it stands here. */
bool scan_take(struct scan *scan, char byte);

/* The word, path or sign that stands here, up to a blank or one of , ~ ( ) : or a later /;
   the whole character if it is itself one of them. Nothing is taken. */
struct stretch scan_token(const struct scan *scan);
/* All of the value, as it stands. */
struct stretch scan_whole(const struct scan *scan);

/* From here to the end of the value, without blanks at its edges. */
struct stretch scan_rest(const struct scan *scan);

/* Whether the text begins here, case aside, and ends as a word does. */
bool scan_is(const struct scan *scan, const char *text);

/* The word of a table that is the stretch; else NULL after a fault that offers the nearest. */
const struct word *scan_word(struct scan *scan, const struct word *words, struct stretch stretch, enum diag_id fault);
/* In either language. */
const char *words_nearest(const struct word *words, const char *text, struct arena *arena);

#endif

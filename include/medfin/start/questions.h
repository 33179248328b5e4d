#ifndef MEDFIN_START_QUESTIONS_H
#define MEDFIN_START_QUESTIONS_H

/* What a first budget asks: what, when, who runs it, what costs, who pays. A question is about a key of the project
   file, which says what an answer may be; an answer is a line PATH = VALUE, as --set writes them. */

#include <medfin/model/keys.h>

struct question {
    enum section_id section;
    const char *key;     /* its English name */
    const char *text;    /* marked for translation */
    const char *example; /* of an answer; marked for translation */
};

extern const struct question question_rows[]; /* ends with a NULL key */

const struct key *question_key(const struct question *question);

/* "staff.N.share", "personal.N.tjänstgöringsgrad": N is 1, 2, 3 … for as many as there are. */
const char *question_path(struct arena *arena, const struct question *question, enum language language);

/* All of them with room for the answers, as a file to fill in. */
const char *questions_form(enum language language, struct arena *arena);

#endif

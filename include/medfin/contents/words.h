#ifndef MEDFIN_CONTENTS_WORDS_H
#define MEDFIN_CONTENTS_WORDS_H

/* Words of the tables of values in a doc's language. */

#include <medfin/doc/doc.h>
#include <medfin/model/value.h>
#include <medfin/model/words.h>

/* The word of that code. */
const char *doc_word(const struct doc *doc, const struct word *words, int64_t code);

/* "granted, decided, …": all of a table, separated by commas. */
const char *choice_list(const struct doc *doc, const struct word *words);

#endif

#ifndef MEDFIN_LETTER_FIELDS_H
#define MEDFIN_LETTER_FIELDS_H

/* What a letter can say of a project: the figures of its budget and its liquidity by their keys in
   JSON, each shown as the tables show it, and every value that the project states by its path. */

#include <medfin/base/names.h>
#include <medfin/letter/letter.h>

/* What a key gives. */
struct letter_field {
    const char *key;                                        /* "total.cost.total", "funder.region.title" */
    const char *shown;                                      /* one line, safe to print, escaped for no format */
    enum { FIELD_KNOWN, FIELD_UNKNOWN, FIELD_BLANK } state; /* a blank is left for the officer to fill in */
};

struct letter_field_list {
    LIST(struct letter_field) all;
    struct names by_key; /* each with the number of its first, from 1 on */
};

typedef struct letter_field_list letter_field_list;

/* Everything that a key can reach, and nothing else is reachable. */
letter_field_list letter_fields(const struct letter *letter);
/* As it is; keys may repeat. */
void letter_field_add(letter_field_list *fields, const struct letter *letter, struct letter_field field);
/* The first of the key; NULL if there is none. */
const struct letter_field *letter_field_find(const letter_field_list *fields, const char *key);
/* The same, or a figure of the plan by any of its paths, which it is added by. */
const struct letter_field *letter_field_asked(const struct letter *letter, letter_field_list *fields, const char *key);
/* A stated value as letters say it: whole kronor without decimals. */
const char *letter_value(const struct letter *letter, const struct key *key, const struct fact *fact);
/* "1 185 000 kronor" in the letter's unit. */
const char *letter_amount(const struct letter *letter, int64_t whole);
void letter_cell_add(letter_field_list *fields, const struct letter *letter, const char *key, struct cell figure);
/* By its key. */
void letter_shown_add(letter_field_list *fields, const struct letter *letter, struct doc_cell cell);
void letter_text_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *text);
void letter_blank_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *what);

#endif

#ifndef MEDFIN_LETTER_LETTER_PARTS_H
#define MEDFIN_LETTER_LETTER_PARTS_H

/* Inside the letter: what its keys give, what it is made of, and how it is bound. */

#include <medfin/base/text.h>
#include <medfin/letter/letter.h>

/* What a key gives. */
struct letter_field {
    const char *key;                                        /* "total.cost.total", "funder.region.title" */
    const char *shown;                                      /* one line, safe to print, escaped for no format */
    enum { FIELD_KNOWN, FIELD_UNKNOWN, FIELD_BLANK } state; /* a blank is left for the officer to fill in */
};

typedef LIST(struct letter_field) letter_field_list;

/* letter_fields.c: everything that a key can reach, and nothing else is reachable. */
letter_field_list letter_fields(const struct letter *letter);
/* The first of the key; NULL if there is none. */
const struct letter_field *letter_field_find(const letter_field_list *fields, const char *key);
/* A stated value as letters say it: whole kronor without decimals. */
const char *letter_value(const struct letter *letter, const struct key *key, const struct fact *fact);
/* letter_more.c: those that are the letter's own. */
void letter_fields_add(letter_field_list *fields, const struct letter *letter);
/* letter_membership.c: a member's side, of the first year and of the one with the least to spare; the
   fields have its table's cells already. */
void letter_membership_add(letter_field_list *fields, const struct letter *letter);
/* What a membership takes and gives by year; nothing for a project without. */
void membership_contents(struct doc *doc, const struct plan *plan);
/* "1 185 000 kronor" in the letter's unit. */
const char *letter_amount(const struct letter *letter, int64_t whole);
void letter_cell_add(letter_field_list *fields, const struct letter *letter, const char *key, struct cell figure);
void letter_text_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *text);
void letter_blank_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *what);
/* A payer as keys name it: "region", "tariff\.kommun". */
const char *letter_payer_key(const struct letter *letter, const struct section *payer);
/* What the financing lacks over the whole project; 0 where it covers the cost. */
struct cell letter_missing(const struct plan *plan);
/* What the rule of a reserve finds. */
struct finding letter_reserve(const struct letter *letter);
/* What happens when one of the undecided says no, or all (−1); NULL where it is not worked. */
const struct outcome *letter_outcome(const struct letter *letter, int undecided);

/* A letter being written. */
struct writing {
    const struct letter *letter;
    const letter_field_list *fields;
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
/* What a stated value is called: "Projektledare: heltidslön per månad, 2021-04". */
const char *letter_fact_words(const struct writing *writing, const struct section *section, const struct statement *by);
/* A doc's table, which is bound as a whole by that name. */
void letter_table_add(struct writing *writing, const char *name, const struct doc *doc);

/* A table or a part: what {{table NAME}} and {{part NAME}} give. */
struct letter_table {
    const char *name;
    const char *meaning; /* marked for translation */
    enum letter_about about;
    void (*contents)(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
};

struct letter_part {
    const char *name;
    const char *meaning; /* marked for translation */
    enum letter_about about;
    void (*write)(struct writing *writing);
};

/* letter_membership.c */
void write_joining(struct writing *writing);
void write_fee(struct writing *writing);
void write_benefit(struct writing *writing);
void write_break_even(struct writing *writing);

extern const struct letter_table letter_tables[]; /* ends with a NULL name */
extern const struct letter_part letter_parts[];   /* ends with a NULL name */

/* letter_binding.c: a mark of what a text said: the same for texts that differ in blanks alone. */
uint32_t letter_mark(struct arena *arena, const char *shown);
uint32_t letter_mark_more(uint32_t mark, const char *bytes, size_t size);
/* Blanks of any kind and length as one ordinary blank, none at the edges. */
const char *letter_plain(struct arena *arena, const char *bytes, size_t size);

/* An id as it can stand in a comment, where no two hyphens may follow each other, and back. */
const char *letter_comment_name(struct arena *arena, const char *id);
const char *letter_comment_id(struct arena *arena, const char *name);

/* How bindings stand in a letter. Keys of ids hold neither quotes nor angle brackets. */
#define BOUND_VALUE     "<data value=\""
#define BOUND_VALUE_END "</data>"
#define BOUND_BLOCK     "<!--medfin:"
#define BOUND_BLOCK_END "<!--/medfin-->"

#endif

#ifndef MEDFIN_MODEL_KEY_NAMES_H
#define MEDFIN_MODEL_KEY_NAMES_H

/* Keys and sections by the names that users write, English or Swedish, and which keys a section has. */

#include <medfin/base/arena.h>
#include <medfin/base/diag.h>
#include <medfin/model/keys.h>

/* Whether a set that SECTION_COUNT ends holds the section; NULL holds none. */
bool sections_hold(const enum section_id *sections, enum section_id section);

/* Whether it is a key of that section and not of every one; with SECTION_COUNT of every one. */
bool key_is_of(const struct key *key, enum section_id section);

/* A walk over what a project file may say: the keys of every section, then each section's own. It begins
   with { SECTION_COUNT, NULL }; false behind the last. */
struct section_key {
    enum section_id section;
    const struct key *key;
};

bool section_key_next(struct section_key *at);

/* The id that a key's default names; NULL if it names none. */
const char *key_default_name(const struct key *key, enum section_id section);

/* The built-in categories stand for a value of that key. */
bool key_takes_category(const struct key *key);

/* A value that it may have, as a file in that language writes it. */
const char *key_example(struct arena *arena, const struct key *key, enum section_id section, enum language language);

/* The key of a section by its name as written: "share", "tjänstgöringsgrad.2022-09", "2021-03".
   Sets `at` to the date that the name carries, or -1. NULL if there is none. */
const struct key *key_find(enum section_id section, const char *name, month *at);

/* Names to choose the nearest from, NULL-terminated, of both languages: the keys of a section as a user
   would write them; the kinds of sections. */
const char *const *key_names(enum section_id section, struct arena *arena);
const char *const *section_names(struct arena *arena);

/* The kind of section that is meant by a name that is none: the nearest, or what else people call it; NULL: nobody
   can tell. */
const char *section_meant(const char *text, struct arena *arena);
/* So of a key of the section. */
const char *key_meant(enum section_id section, const char *text, struct arena *arena);
/* The section or key that a word of everyday or of a value is about; NULL: none. */
const char *subject_meant(const char *text, struct arena *arena);

/* The key whose value is that field of the section; NULL of what has a date in its name. */
struct section;
struct fact;
const struct key *key_of_field(const struct section *section, const struct fact *fact);

/* What people call them in that language. */
const char *section_word(enum section_id section, enum language language);
const char *key_word(const struct key *key, enum language language);

/* In a sentence: in the reader's language. */
struct diag_arg arg_section(enum section_id section);
struct diag_arg arg_key(const struct key *key);

/* Whether the word is the key's, in either language. */
bool key_is_called(const struct key *key, const char *word);

/* SECTION_COUNT if there is none. */
enum section_id section_find(const char *name);

/* "share.YYYY-MM", "ÅÅÅÅ": a key's name as the reference prints it. */
const char *key_form(struct arena *arena, const struct key *key, enum language language);

/* A key as somebody wrote it, and the path of a value, in that language: what names nothing stays as it is. */
const char *key_translated(struct arena *arena, enum section_id section, const char *written, enum language language);
const char *path_translated(struct arena *arena, const char *path, enum language language);

#endif

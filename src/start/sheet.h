#ifndef MEDFIN_SRC_START_SHEET_H
#define MEDFIN_SRC_START_SHEET_H

/* A project file being written, in one language: each section's signs and comments stand in columns. */

#include <medfin/model/keys.h>

struct sheet;

struct sheet *sheet_new(struct arena *arena, enum language language);

/* A comment, broken to lines; what follows stands below it at once. "" is an empty line of it. */
void sheet_comment(struct sheet *sheet, const char *text);

/* The comment ends here: an empty line follows. */
void sheet_gap(struct sheet *sheet);

/* A line of its own, below a comment that belongs to it. */
void sheet_line(struct sheet *sheet, const char *line);

/* A section; ids are written as they stand. All of it is commented out until the next if `is_offered`. */
void sheet_section(struct sheet *sheet, enum section_id section, const char *id, bool is_offered);

/* A key of that section by its English name, its value, and a comment beside it or NULL. */
void sheet_key(struct sheet *sheet, const char *key, const char *value, const char *comment);

/* A text of anybody's, as the value of a key has to be written. */
const char *sheet_words(const struct sheet *sheet, const char *text);

/* "1 185 000,50 kr". */
const char *sheet_money(const struct sheet *sheet, money ore);

/* A word that stands as a value. */
const char *sheet_word(const struct sheet *sheet, const struct word *words, int code);

/* The whole file. */
const char *sheet_text(struct sheet *sheet);

#endif

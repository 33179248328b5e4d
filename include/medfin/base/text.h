#ifndef MEDFIN_BASE_TEXT_H
#define MEDFIN_BASE_TEXT_H

/* UTF-8 text as people see it: display columns, wrapping, likeness of names, and a
   buffer that grows. Texts inside the program are valid UTF-8; only a file that is about
   to be refused may not be, and no function here minds. */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/base/arena.h>

/* A text under construction; `bytes` is always NUL-terminated. */
struct text {
    struct arena *arena;
    char *bytes;
    size_t size, room;
};

struct text text_new(struct arena *arena);
void text_add(struct text *text, const char *more);
void text_add_bytes(struct text *text, const char *bytes, size_t size);
void text_fill(struct text *text, char byte, int count);
__attribute__((format(printf, 2, 3))) void text_addf(struct text *text, const char *format, ...);

/* To where there is room for it and its NUL, at which is returned. */
char *text_copy(char *to, const char *from);

/* The same text to the byte, or both none. What stands in two sources is one string on some platforms, two on others.
 */
bool text_equal(const char *one, const char *other);

/* Length in bytes of the UTF-8 character that begins here; 0 if none does: a stray
   or cut sequence, an overlong form, a surrogate. `size` bytes are left, at least 1. */
size_t text_character(const char *bytes, size_t size);

/* Its code point; −1 where none begins. */
int text_code_point(const char *bytes, size_t size);

/* How many bytes there are before the first that is no ASCII. */
size_t text_ascii(const char *bytes, size_t size);

/* The same as text_character, but 1 for a byte that begins no character: a step that always moves. */
size_t text_step(const char *bytes, size_t size);

/* Display columns of the first `size` bytes: combining marks take none, wide signs two. */
int text_width(const char *bytes, size_t size);
int text_columns(const char *text);

/* How many of the bytes fit in `columns`, cut at a blank where one is; at least one character. */
size_t text_fit(const char *text, int columns);

/* True for a character at the start of `bytes` that nobody sees and that a terminal or a reader of the text would act
   on, by its category in Unicode: controls (Cc), what ends lines and paragraphs (Zl, Zp) and formats (Cf), among them
   what turns the reading order, what has no width, and the soft hyphen. */
bool text_is_control(const char *bytes, size_t size);

/* Adds a text of the user's so that it is safe to print: control characters become U+FFFD, a tab one blank. */
void text_add_safely(struct text *out, const char *bytes, size_t size);

/* The candidate nearest to `word` by edit distance, case aside, or NULL if none is
   near enough to be meant (a third of its letters), nor the only one that begins or
   ends with it. Candidates end with NULL. */
const char *text_nearest(const char *word, const char *const *candidates, struct arena *arena);

/* No-break spaces become ordinary ones, for terminals and for searching in them. */
char *text_with_plain_spaces(struct arena *arena, const char *text);

/* The text with its first letter a capital. */
const char *text_capital(struct arena *arena, const char *text);

/* Every letter in lower case. */
const char *text_lower(struct arena *arena, const char *text);

/* The code point of its first letter in lower case; 0 of an empty text. */
int text_letter(const char *text);

/* Whether the text begins with the word, case aside. */
bool text_begins(const char *text, const char *word);

/* The text with letters composed: å of a and its ring. The text itself where none needs to be. */
const char *text_composed(struct arena *arena, const char *text);

/* A name as it was meant, however it was written: letters composed, blanks single, without the quotes around it and
   without a comment behind it ("; …", " # …"). */
const char *text_name(struct arena *arena, const char *text);

/* Adds the letter that the character is built on, in ASCII or ö and ä for ø and æ; of a letter that is built on none
   its number, so that two letters stay two; nothing for what is no letter. */
void text_add_plain_letter(struct text *out, const char *bytes, size_t size);

/* The text as it is written, letters composed, blanks and ends of lines single, none at its edges. */
const char *text_tidy(struct arena *arena, const char *text);

/* Equal when case is folded, Swedish letters too. */
bool text_same(const char *a, const char *b);

#endif

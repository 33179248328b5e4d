#include <medfin/values/scale.h>

#include <string.h>

#include <medfin/base/text.h>

/* What is not ASCII is of a word. */
static bool is_of_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* In lower case, without the blanks and points that group digits: "1 000" is "1000". */
static const char *ungrouped(const char *text, struct arena *arena)
{
    const char *lower = text_lower(arena, text_with_plain_spaces(arena, text));
    char *plain = arena_copy(arena, lower, strlen(lower)), *end = plain;
    for (const char *at = lower; *at; at++)
        if ((*at != ' ' && *at != '.') || end == plain || !is_digit(end[-1]) || !is_digit(at[1]))
            *end++ = *at;
    *end = '\0';
    return plain;
}

static const char *word_next(const char **at, struct arena *arena)
{
    while (**at && !is_of_word(**at))
        ++*at;
    const char *from = *at;
    while (is_of_word(**at))
        ++*at;
    return arena_copy(arena, from, (size_t)(*at - from));
}

int scale_said(const char *heading, struct arena *arena)
{
    static const struct {
        const char *word;
        int power;
        bool is_number; /* of what the next word names */
    } scales[] = { { "tkr", 3, false },      { "kkr", 3, false },    { "ksek", 3, false },     { "tsek", 3, false },
                   { "tusental", 3, false }, { "tusen", 3, false },  { "1000", 3, true },      { "mnkr", 6, false },
                   { "mkr", 6, false },      { "msek", 6, false },   { "miljoner", 6, false }, { "1000000", 6, true },
                   { "kr", 0, false },       { "kronor", 0, false }, { "sek", 0, false } };
    static const char *const counted[] = { "kr", "kronor", "sek", "tal" };
    const char *at = ungrouped(heading, arena), *word = word_next(&at, arena);
    for (const char *next; *word; word = next) {
        bool is_counted = false;
        next = word_next(&at, arena);
        for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
            is_counted = is_counted || strcmp(next, counted[i]) == 0;
        for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
            if (strcmp(scales[i].word, word) == 0 && (is_counted || !scales[i].is_number))
                return scales[i].power;
    }
    return -1;
}

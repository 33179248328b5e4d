#include "headings.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/month.h>
#include <medfin/base/text.h>

#include "words.h"

enum { MONTHS = 12 };

/* clang-format off */
static const char *const month_words[MONTHS][5] = {
    { "jan", "januari", "january" }, { "feb", "februari", "february" }, { "mar", "mars", "march" },
    { "apr", "april" },              { "maj", "may" },                  { "jun", "juni", "june" },
    { "jul", "juli", "july" },       { "aug", "augusti", "august" },    { "sep", "sept", "september" },
    { "okt", "oktober", "oct", "october" }, { "nov", "november" },      { "dec", "december" },
};
/* clang-format on */

static const struct {
    const char *word;
    int months;
} part_words[] = { { "kvartal", 3 }, { "kvartalet", 3 }, { "kv", 3 },     { "q", 3 },    { "quarter", 3 },
                   { "tertial", 4 }, { "t", 4 },         { "halvår", 6 }, { "half", 6 }, { "h", 6 } };

static const char *const plain_words[] = { "budget", "plan", "kr", "kronor", "sek", "tkr", "år", "year" };

/* What is found of a heading while its words are read. */
struct part_reading {
    struct year_part part;
    int number; /* of the quarter; 0: not said */
    int words;
};

static int month_named(const char *word, size_t size)
{
    for (int i = 0; i < MONTHS; i++)
        for (int k = 0; k < 5 && month_words[i][k]; k++)
            if (strlen(month_words[i][k]) == size && strncmp(month_words[i][k], word, size) == 0)
                return i + 1;
    return 0;
}

static int months_named(const char *word, size_t size)
{
    for (size_t i = 0; i < sizeof part_words / sizeof *part_words; i++)
        if (strlen(part_words[i].word) == size && strncmp(part_words[i].word, word, size) == 0)
            return part_words[i].months;
    return 0;
}

/* A year in four digits or in two behind a month, a month in two behind a year, the number of a quarter. */
static bool take_digits(struct part_reading *reading, const char *digits, size_t size)
{
    enum { CENTURY = 2000 };
    struct year_part *part = &reading->part;
    int number = (int)strtol(digits, NULL, 10);
    if (size == 4 && !part->year && number >= FIRST_YEAR && number <= LAST_YEAR)
        part->year = number;
    else if (part->months > 1 && !reading->number && size == 1)
        reading->number = number;
    else if (part->months && !part->year && size == 2)
        part->year = CENTURY + number;
    else if (!part->months && part->year && size == 2 && number >= 1 && number <= MONTHS)
        *part = (struct year_part){ part->year, number, 1 };
    else
        return part->months == 1 && part->year && reading->words == 2 && size == 2; /* the day of a date */
    return true;
}

static bool take_letters(struct part_reading *reading, const char *word, size_t size)
{
    int named = month_named(word, size), months = named ? 1 : months_named(word, size);
    for (size_t i = 0; !months && i < sizeof plain_words / sizeof *plain_words; i++)
        if (strlen(plain_words[i]) == size && strncmp(plain_words[i], word, size) == 0)
            return true;
    if (!months || reading->part.months)
        return false;
    reading->part.months = months;
    reading->part.first = named;
    return true;
}

struct year_part heading_part(const char *heading, struct arena *arena)
{
    static const char digits[] = "0123456789", between[] = " \n-/.,()'";
    static const struct year_part none = { 0, 0, 0 };
    struct part_reading reading = { .number = 0 };
    const char *at = text_lower(arena, text_with_plain_spaces(arena, heading));
    for (at += strspn(at, between); *at; at += strspn(at, between), reading.words++) {
        size_t number = strspn(at, digits), word = strcspn(at, "0123456789 \n-/.,()'");
        if (number ? !take_digits(&reading, at, number) : !take_letters(&reading, at, word))
            return none;
        at += number ? number : word;
    }
    struct year_part *part = &reading.part;
    if (part->months > 1)
        part->first = reading.number ? (reading.number - 1) * part->months + 1 : 0;
    return part->months && part->first >= 1 && part->first + part->months <= MONTHS + 1 ? *part : none;
}

int heading_split_year(const char *heading)
{
    enum { CENTURY = 100 };
    for (const char *at = heading; (at = strpbrk(at, "0123456789"));) {
        size_t size = strspn(at, "0123456789");
        int year = (int)strtol(at, NULL, 10);
        const char *next = at + size + (at[size] == '/' || at[size] == '-');
        size_t behind = next > at + size ? strspn(next, "0123456789") : 0;
        int last = behind ? (int)strtol(next, NULL, 10) : 0;
        bool is_short = behind == 2 && last == (year + 1) % CENTURY && (at[size] == '/' || last > MONTHS);
        bool is_long = behind == 4 && last == year + 1 && at[size] == '/';
        if (size == 4 && year >= FIRST_YEAR && year <= LAST_YEAR && (is_short || is_long))
            return year;
        at += size;
    }
    return 0;
}

bool heading_is_cash(const char *heading, struct arena *arena)
{
    static const char *const words[] = { "kontant", "kontanta", "kontanter", "kontanta medel", "i pengar", "cash" };
    const char *at = text_tidy(arena, heading);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_same(at, words[i]))
            return true;
    return false;
}

bool heading_is_form(const char *heading, struct arena *arena)
{
    static const char *const forms[] = { "egen tid", "eget arbete",  "egen arbetstid", "arbetstid", "tid",
                                         "ideell",   "direktfinans", "natura",         "own time" };
    const char *at = text_lower(arena, heading);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_begins(at, forms[i]))
            return true;
    return heading_is_cash(heading, arena) || label_is_in_kind(heading, arena);
}

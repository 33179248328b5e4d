#include "date_meant.h"

#include <string.h>

#include <medfin/values/lines.h>
#include <medfin/values/time_words.h>

/* A number of the text and how many digits it has. */
struct part {
    int number, digits;
};

enum { MOST_PARTS = 3 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_year(struct part part)
{
    return part.digits == 4 && part.number >= FIRST_YEAR && part.number <= LAST_YEAR;
}

static bool is_month(struct part part)
{
    return part.digits <= 2 && part.number >= 1 && part.number <= 12;
}

static bool is_day(struct part part)
{
    return part.digits <= 2 && part.number >= 1 && part.number <= 31;
}

bool month_in_words(const char *text, month *at)
{
    const char *end = text + strlen(text), *blank = text;
    while (blank < end && !blank_size(blank, end))
        blank++;
    const char *second = blanks_skip(blank, end);
    const char *year = is_digit(*text) ? text : second, *word = is_digit(*text) ? second : text;
    const char *year_end = year == text ? blank : end;
    const char *word_end = word == text ? blank : end;
    if (second == end || year_end - year != 4 || strspn(year, "0123456789") != 4)
        return false;
    for (const char *byte = word; byte < word_end; byte++)
        if (blank_size(byte, word_end) || is_digit(*byte))
            return false;
    const struct time_words times = time_words_read(text, month_of(FIRST_YEAR, 1), month_of(LAST_YEAR, 12));
    *at = times.months[0];
    return times.month_count == 1;
}

/* Numbers parted by signs and blanks; −1 where anything else stands. */
static int parts_read(const char *text, struct part parts[MOST_PARTS])
{
    const char *end = text + strlen(text);
    int count = 0;
    for (const char *at = text; at < end;) {
        if (!is_digit(*at)) {
            size_t size = strchr("./-", *at) ? 1 : blank_size(at, end);
            if (!size)
                return -1;
            at += size;
            continue;
        }
        if (count == MOST_PARTS)
            return -1;
        struct part *part = &parts[count++];
        for (*part = (struct part){ 0 }; is_digit(*at) && part->digits < 9; at++, part->digits++)
            part->number = 10 * part->number + *at - '0';
    }
    return count;
}

/* "202104" and "20210415"; "201203" may be a day of 2020 as well. */
static void split(struct part parts[MOST_PARTS], int *count)
{
    const struct part whole = parts[0];
    bool has_day = whole.digits == 8;
    const int monthly = has_day ? whole.number / 100 : whole.number;
    parts[0] = (struct part){ monthly / 100, 4 };
    parts[1] = (struct part){ monthly % 100, 2 };
    parts[2] = (struct part){ has_day ? whole.number % 100 : 1, 2 };
    bool is_short_date = is_month((struct part){ monthly / 100 % 100, 2 }) && is_day(parts[1]);
    *count = has_day || (whole.digits == 6 && !is_short_date) ? 3 : 0;
}

int months_meant(const char *text, month meant[2])
{
    struct part parts[MOST_PARTS] = { { 0 } };
    int count = parts_read(text, parts), found = 0;
    if (count == 1 && is_year(parts[0])) {
        meant[0] = month_of(parts[0].number, 1);
        meant[1] = month_of(parts[0].number, 12);
        return 2;
    }
    if (count == 1)
        split(parts, &count);
    if (count < 2)
        return 0;
    const struct part year = is_year(parts[0]) ? parts[0] : parts[count - 1];
    const struct part *rest = is_year(parts[0]) ? parts + 1 : parts;
    if (!is_year(year))
        return 0;
    if (count == 2 && is_month(rest[0]))
        meant[found++] = month_of(year.number, rest[0].number);
    if (count == 2)
        return found;
    /* Behind a year the month comes first; before it, the day, but where Americans write. */
    bool is_behind = rest != parts;
    for (int i = is_behind ? 0 : 1; i >= 0; i--)
        if (is_month(rest[i]) && is_day(rest[1 - i]) && (!found || rest[0].number != rest[1].number))
            meant[found++] = month_of(year.number, rest[i].number);
    return found;
}

#include "sie_fields.h"

#include <medfin/base/calendar.h>
#include <medfin/base/text.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Behind the quote that ends the text; a quote behind \ is of the text. */
static const char *quoted_end(const char *at, const char *end)
{
    while (at < end && *at != '"')
        at += *at == '\\' && at + 1 < end ? 2 : 1;
    return at;
}

static const char *braced_end(const char *at, const char *end)
{
    while (at < end && *at != '}') {
        if (*at == '"')
            at = quoted_end(at + 1, end);
        at += at < end;
    }
    return at;
}

bool sie_field_next(const char **at, const char *end, struct sie_field *field)
{
    const char *from = *at;
    while (from < end && is_blank(*from))
        from++;
    if (from == end)
        return false;
    if (*from == '"' || *from == '{') {
        bool is_objects = *from++ == '{';
        const char *to = is_objects ? braced_end(from, end) : quoted_end(from, end);
        *field = (struct sie_field){ from, (size_t)(to - from), is_objects, to == end };
        *at = to + (to < end);
        return true;
    }
    const char *to = from;
    while (to < end && !is_blank(*to) && *to != '{')
        to++;
    *field = (struct sie_field){ from, (size_t)(to - from), false, false };
    *at = to;
    return true;
}

const char *sie_field_text(const struct sie_field *field, struct arena *arena)
{
    struct text out = text_new(arena);
    for (size_t i = 0; i < field->size; i++) {
        bool escapes = field->at[i] == '\\' && i + 1 < field->size && field->at[i + 1] == '"';
        text_add_bytes(&out, &field->at[i + escapes], 1);
        i += escapes;
    }
    return text_tidy(arena, out.bytes);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool sie_amount(const struct sie_field *field, money *amount)
{
    enum { MOST_DIGITS = 15 }; /* a thousand times what a project may come to */
    const char *at = field->at, *end = at + field->size;
    bool is_negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    money whole = 0, ore = 0;
    int digits = 0, decimals = 0;
    for (; at < end && is_digit(*at) && digits < MOST_DIGITS; at++, digits++)
        whole = 10 * whole + (*at - '0');
    if (at < end && (*at == '.' || *at == ','))
        for (at++; at < end && is_digit(*at) && (decimals < 2 || *at == '0'); at++, decimals++)
            ore = decimals < 2 ? 10 * ore + (*at - '0') : ore;
    if (at < end || digits + decimals == 0)
        return false;
    ore = whole * KRONA + (decimals == 1 ? 10 * ore : ore);
    *amount = is_negative ? -ore : ore;
    return true;
}

bool sie_day(const struct sie_field *field, bool of_month, int32_t *day)
{
    enum { DAY_DIGITS = 8, MONTH_DIGITS = 6 };
    int32_t number = 0;
    if (field->size != DAY_DIGITS && (!of_month || field->size != MONTH_DIGITS))
        return false;
    for (size_t i = 0; i < field->size; i++) {
        if (!is_digit(field->at[i]))
            return false;
        number = 10 * number + (field->at[i] - '0');
    }
    if (field->size == MONTH_DIGITS)
        number *= 100;
    int year = number / 10000, at = number / 100 % 100, of = number % 100;
    *day = number;
    return year >= FIRST_YEAR && year <= LAST_YEAR && at >= 1 && at <= MONTHS_OF_A_YEAR &&
           of <= month_days(month_of(year, at)) && (of > 0 || field->size == MONTH_DIGITS);
}

bool sie_number(const struct sie_field *field, int *number)
{
    enum { MOST_DIGITS = 6 };
    size_t i = field->size && field->at[0] == '-';
    bool is_negative = i;
    if (i == field->size || field->size > MOST_DIGITS)
        return false;
    for (*number = 0; i < field->size; i++) {
        if (!is_digit(field->at[i]))
            return false;
        *number = 10 * *number + (field->at[i] - '0');
    }
    *number = is_negative ? -*number : *number;
    return true;
}

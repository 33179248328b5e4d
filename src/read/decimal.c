/* Decimal numbers as people write them. */

#include "decimal.h"

#include <string.h>

enum { MOST_DIGITS = 18 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Hyphens, the figure dash, the en dash and the minus sign: all are written for minus. */
static size_t minus_size(const char *at, const char *end)
{
    static const char *const signs[] = { "-", "\u2011", "\u2012", "\u2013", "\u2212" };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if ((size_t)(end - at) >= strlen(signs[i]) && memcmp(at, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* The end of the digits that begin here, with blanks and separators between them. */
static const char *number_end(const char *at, const char *end)
{
    for (;;) {
        while (at < end && is_digit(*at))
            at++;
        const char *next = at < end && (*at == ',' || *at == '.') ? at + 1 : blanks_skip(at, end);
        if (next == at || next == end || !is_digit(*next))
            return at;
        at = next;
    }
}

const char *number_skip(const struct scan *scan)
{
    const char *first = scan->at + minus_size(scan->at, scan->end);
    return first < scan->end && is_digit(*first) ? number_end(first, scan->end) : scan->at;
}

static int count_bytes(struct stretch text, char byte)
{
    int count = 0;
    for (const char *at = text.from; at < text.end; at++)
        count += *at == byte;
    return count;
}

static const char *separator_of(struct stretch text)
{
    const char *at = text.from;
    while (at < text.end && *at != ',' && *at != '.')
        at++;
    return at;
}

/* Whether digits stand in threes behind the first one to three, one blank between. */
static bool is_grouped(struct stretch whole)
{
    int run = 0, groups = 0;
    for (const char *at = whole.from; at < whole.end;) {
        size_t blank = blank_size(at, whole.end);
        if (!blank) {
            run++;
            at++;
            continue;
        }
        if (*at == '\t' || run > 3 || (groups && run != 3) || run == 0)
            return false;
        groups++;
        run = 0;
        at += blank;
    }
    return !groups || run == 3;
}

/* The digits alone, grouped as they should be; NULL if they are too many. */
static const char *regrouped(const struct scan *scan, struct stretch text)
{
    int64_t number = 0;
    int digits = 0;
    for (const char *at = text.from; at < text.end; at++) {
        if (!is_digit(*at))
            continue;
        if (++digits > MOST_DIGITS)
            return NULL;
        number = 10 * number + *at - '0';
    }
    return count_text(scan->arena, number);
}

static bool check_form(struct scan *scan, struct stretch digits, const char *separator)
{
    struct stretch whole = { digits.from, separator };
    if (count_bytes(digits, ',') + count_bytes(digits, '.') > 1)
        return scan_fault_of(scan, DIAG_NUMBER_SEPARATORS, digits, regrouped(scan, digits));
    if (!is_grouped(whole))
        return scan_fault_of(scan, DIAG_NUMBER_GROUPING, digits,
                             separator == digits.end ? regrouped(scan, digits) : NULL);
    for (const char *at = separator; at < digits.end; at++)
        if (blank_size(at, digits.end))
            return scan_fault_of(scan, DIAG_NUMBER_DECIMALS, digits, NULL);
    return true;
}

static void take_digit(struct decimal *decimal, char digit)
{
    decimal->digits = 10 * decimal->digits + digit - '0';
}

static void take_digits(struct decimal *decimal, struct stretch digits, const char *separator)
{
    int whole = 0;
    for (const char *at = digits.from; at < separator; at++) {
        if (!is_digit(*at))
            continue;
        whole += decimal->digits || *at != '0';
        decimal->too_large = whole > MOST_DIGITS;
        if (!decimal->too_large)
            take_digit(decimal, *at);
    }
    const char *end = digits.end;
    while (end > separator && end[-1] == '0')
        end--;
    for (const char *at = separator + 1; at < end; at++) {
        decimal->too_fine = decimal->decimals == MOST_DIGITS;
        if (decimal->too_fine)
            break;
        take_digit(decimal, *at);
        decimal->decimals++;
    }
}

/* The character behind which something is missing. */
static struct stretch last_character(const struct scan *scan)
{
    const char *end = blanks_trim(scan->begin, scan->at), *from = end;
    while (from > scan->begin && (*--from & 0xc0) == 0x80)
        continue;
    return (struct stretch){ from, end };
}

bool decimal_read(struct scan *scan, struct decimal *decimal)
{
    size_t sign = minus_size(scan->at, scan->end);
    const char *first = scan->at + sign;
    if (scan->at == scan->end || *scan->at == '\n')
        return scan_fault_of_kind(scan, DIAG_NUMBER_MISSING, last_character(scan));
    if (first == scan->end || !is_digit(*first))
        return scan_fault_of_kind(scan, DIAG_NOT_A_NUMBER, scan_token(scan));
    struct stretch digits = { first, number_end(first, scan->end) };
    const char *separator = separator_of(digits);
    *decimal = (struct decimal){ .text = { scan->at, digits.end }, .negative = sign > 0 };
    if (!check_form(scan, digits, separator))
        return false;
    take_digits(decimal, digits, separator);
    bool is_plain = separator - digits.from <= 3;
    decimal->may_be_thousands =
        is_plain && digits.end - separator == 4 && (*digits.from != '0' || separator - digits.from > 1);
    scan->at = digits.end;
    return true;
}

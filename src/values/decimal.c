/* Decimal numbers as people write them. */

#include <medfin/values/decimal.h>

#include <string.h>

#include <medfin/base/text.h>

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

/* How many digits stand last. */
static size_t last_digits(struct stretch text)
{
    const char *at = text.end;
    while (at > text.from && is_digit(at[-1]))
        at--;
    return (size_t)(text.end - at);
}

/* Whether nothing but the sign parts the digits, into threes behind the first one to three. */
static bool is_grouped_by(struct stretch text, char sign)
{
    int run = 0, groups = 0;
    for (const char *at = text.from; at < text.end; at++) {
        if (is_digit(*at)) {
            run++;
        } else if (*at != sign || run > 3 || (groups && run != 3)) {
            return false;
        } else {
            groups++;
            run = 0;
        }
    }
    return groups && run == 3 && (*text.from != '0' || groups == 0);
}

/* What is meant by more than one comma and point, where that is certain: of two signs the last one, standing once, is
   the decimal one, "12,000.00"; one sign alone groups thousands, "1.185.000". */
static const char *separators_meant(const struct scan *scan, struct stretch digits)
{
    const char *last = digits.end - last_digits(digits) - 1;
    const struct stretch before = { digits.from, last };
    const char other = *last == ',' ? '.' : ',';
    if (is_grouped_by(digits, *last))
        return regrouped(scan, digits);
    const char *whole = is_grouped_by(before, other) ? regrouped(scan, before) : NULL;
    if (!whole || last_digits(digits) == 3)
        return NULL;
    bool is_whole = strspn(last + 1, "0") >= last_digits(digits);
    return is_whole ? whole : arena_text(scan->arena, "%s%.*s", whole, (int)(digits.end - last), last);
}

/* "32 402 1)": behind a number that is grouped as it should be stands a mark of a footnote. */
static bool has_footnote(const struct scan *scan, struct stretch digits)
{
    const char *mark = digits.end - last_digits(digits);
    size_t blank = blank_size_before(digits.from, mark);
    return digits.end < scan->end && *digits.end == ')' && last_digits(digits) < 3 && blank &&
           is_grouped((struct stretch){ digits.from, mark - blank });
}

/* Groups of another length may have lost a digit, or a decimal sign: only what ends in thousands is certain. */
static bool grouping_fault(struct scan *scan, struct stretch digits, const char *separator)
{
    const char *mark = digits.end - last_digits(digits);
    if (separator == digits.end && has_footnote(scan, digits))
        return scan_fault(
            scan, DIAG_NUMBER_FOOTNOTE, (struct stretch){ mark, digits.end + 1 },
            ARGS(arg_text(scan_quote(scan, (struct stretch){ mark, digits.end + 1 })),
                 arg_text(scan_quote(scan, (struct stretch){ digits.from, blanks_trim(digits.from, mark) }))));
    bool is_certain = separator == digits.end && last_digits(digits) >= 3 && *digits.from != '0';
    return scan_fault_of(
        scan, memchr(digits.from, '\t', (size_t)(digits.end - digits.from)) ? DIAG_NUMBER_TAB : DIAG_NUMBER_GROUPING,
        digits, is_certain ? regrouped(scan, digits) : NULL);
}

static bool check_form(struct scan *scan, struct stretch digits, const char *separator)
{
    struct stretch whole = { digits.from, separator };
    if (count_bytes(digits, ',') + count_bytes(digits, '.') > 1)
        return scan_fault_of(scan, DIAG_NUMBER_SEPARATORS, digits, separators_meant(scan, digits));
    if (!is_grouped(whole))
        return grouping_fault(scan, digits, separator);
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

static const char certain_instead[] = N_("leave it out");
static const char uncertain_instead[] =
    N_("leave it out; how uncertain the value is stands behind it, as ~ normal(10 %)");

/* What people write before an amount that is not exact. */
static const char *const about_words[] = { "ca.",     "ca",      "c:a",           "cirka", "circa",
                                           "omkring", "ungefär", "runt",          "about", "approx.",
                                           "approx",  "around",  "approximately", "~",     "≈" };

/* Something else stands where the number should begin. */
static bool word_fault(struct scan *scan)
{
    for (size_t i = 0; i < sizeof about_words / sizeof *about_words; i++) {
        const struct stretch word = { scan->at, scan->at + strlen(about_words[i]) };
        bool stands = (size_t)(scan->end - scan->at) >= strlen(about_words[i]) &&
                      text_same(scan_copy(scan, word), about_words[i]);
        const char *number = stands ? blanks_skip(word.end, scan->end) : scan->end;
        if (number < scan->end && is_digit(*number) &&
            (number > word.end || (signed char)*word.from < 0 || *word.from == '~'))
            return scan_fault(
                scan, DIAG_NUMBER_ABOUT, word,
                ARGS(arg_text(scan_quote(scan, word)),
                     arg_word(scan->key->flags & KEY_MAY_BE_UNCERTAIN ? uncertain_instead : certain_instead)));
    }
    return scan_fault_of_kind(scan, DIAG_NOT_A_NUMBER, scan_token(scan));
}

bool decimal_read(struct scan *scan, struct decimal *decimal)
{
    size_t sign = minus_size(scan->at, scan->end);
    const char *first = scan->at + sign;
    if (scan->at == scan->end || *scan->at == '\n')
        return scan_fault_of_kind(scan, DIAG_NUMBER_MISSING, last_character(scan));
    if (first == scan->end || !is_digit(*first))
        return word_fault(scan);
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

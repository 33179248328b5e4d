#include <medfin/base/money.h>

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include <medfin/base/text.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS          "\u2212"

static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* Most amounts fit in 64 bits, where a division takes a fraction of the time. */
static inline uint64_t round_short(uint64_t size, uint64_t denominator)
{
    uint64_t quotient = size / denominator, rest = size - quotient * denominator;
    return quotient + (rest >= denominator - rest);
}

int64_t round_quotient(wide numerator, wide denominator)
{
    assert(denominator > 0);
    wide size = numerator < 0 ? -numerator : numerator;
    wide quotient;
    if (size < INT64_MAX && denominator < INT64_MAX) {
        quotient = round_short((uint64_t)size, (uint64_t)denominator);
    } else {
        quotient = size / denominator;
        wide rest = size - quotient * denominator;
        quotient += rest >= denominator - rest;
    }
    assert(quotient <= INT64_MAX);
    return (int64_t)(numerator < 0 ? -quotient : quotient);
}

static wide times(wide number, share factor)
{
    wide product;
    bool wraps = __builtin_mul_overflow(number, (wide)factor, &product);
    assert(!wraps);
    return product;
}

money money_product(money amount, const share *factors, int count)
{
    assert(count >= 0 && count <= 3);
    wide product = amount, one = 1;
    for (int i = 0; i < count && i < 2; i++) {
        product = times(product, factors[i]);
        one *= SHARE_ONE;
    }
    /* Three factors of a large amount need more than 128 bits: the third is multiplied in
       two halves. What is cut off is less than any half that decides a rounding. */
    if (count == 3)
        product = times(product / SHARE_ONE, factors[2]) + times(product % SHARE_ONE, factors[2]) / SHARE_ONE;
    return round_quotient(product, one);
}

money money_times(money amount, share factor)
{
    int64_t product;
    if (__builtin_mul_overflow(amount, factor, &product) || product == INT64_MIN)
        return round_quotient((wide)amount * factor, SHARE_ONE);
    money size = (money)round_short((uint64_t)(product < 0 ? -product : product), SHARE_ONE);
    return product < 0 ? -size : size;
}

money money_ratio(money amount, int64_t numerator, int64_t denominator)
{
    int64_t product;
    assert(denominator > 0);
    if (__builtin_mul_overflow(amount, numerator, &product) || product == INT64_MIN)
        return round_quotient((wide)amount * numerator, denominator);
    money size = (money)round_short((uint64_t)(product < 0 ? -product : product), (uint64_t)denominator);
    return product < 0 ? -size : size;
}

int64_t product_quotient(const int64_t *over, int over_count, const int64_t *under, int under_count)
{
    wide number = 1, divisor = 1;
    for (int i = 0; i < over_count; i++)
        number = times(number, over[i]);
    for (int i = 0; i < under_count; i++)
        divisor = times(divisor, under[i]);
    return round_quotient(number, divisor);
}

int64_t units_in(int64_t number, wide unit, enum to_unit to)
{
    assert(unit > 0);
    if (to == UNIT_NEAREST)
        return round_quotient(number, unit);
    wide rest = number % unit;
    return (int64_t)(number / unit) + (to == UNIT_ABOVE ? rest > 0 : -(rest < 0));
}

bool money_share(money part, money whole, share *quotient)
{
    const share most = SHARE_ONE * 1000000000;
    *quotient = 0;
    if (whole <= 0 || (wide)part * SHARE_ONE / whole > most || (wide)part * SHARE_ONE / whole < -most)
        return false;
    *quotient = money_ratio(part, SHARE_ONE, whole);
    return true;
}

money money_spread(money whole, int part, int parts)
{
    assert(part >= 1 && part <= parts);
    int64_t upto;
    if (__builtin_mul_overflow(whole, part, &upto) || upto == INT64_MIN)
        return money_ratio(whole, part, parts) - money_ratio(whole, part - 1, parts);
    uint64_t size = (uint64_t)(upto < 0 ? -upto : upto), before = size - (uint64_t)(whole < 0 ? -whole : whole);
    money piece = (money)(round_short(size, (uint64_t)parts) - round_short(before, (uint64_t)parts));
    return whole < 0 ? -piece : piece;
}

enum { MOST_DIGITS = 20 };

/* The digits of a whole number, with zeros before them where they are fewer than `least`; their count. */
static size_t digits_write(char *out, uint64_t number, size_t least)
{
    char digits[MOST_DIGITS], *first = digits + MOST_DIGITS;
    for (size_t left = least; number || left; left -= left > 0) {
        *--first = (char)('0' + number % 10);
        number /= 10;
    }
    size_t count = (size_t)(digits + MOST_DIGITS - first);
    memcpy(out, first, count);
    return count;
}

enum { GROUPED_ROOM = MOST_DIGITS + (MOST_DIGITS / 3) * (sizeof NO_BREAK_SPACE - 1) + sizeof MINUS };

/* The digits of a whole number in groups of three, behind its minus; where they end. */
static char *grouped(char *out, bool negative, uint64_t size)
{
    char digits[MOST_DIGITS];
    size_t length = digits_write(digits, size, 1);
    char *end = negative ? text_copy(out, MINUS) : out;
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            end = text_copy(end, NO_BREAK_SPACE);
        *end++ = digits[i];
    }
    return end;
}

const char *count_text(struct arena *arena, int64_t count)
{
    char text[GROUPED_ROOM];
    return arena_copy(arena, text, (size_t)(grouped(text, count < 0, size_of(count)) - text));
}

const char *money_text(struct arena *arena, money amount, enum language language)
{
    char text[GROUPED_ROOM + sizeof ".00" NO_BREAK_SPACE "kr"];
    char *end = grouped(text, amount < 0, size_of(amount) / 100);
    *end++ = language_decimal(language);
    end += digits_write(end, size_of(amount) % 100, 2);
    end = text_copy(end, NO_BREAK_SPACE "kr");
    return arena_copy(arena, text, (size_t)(end - text));
}

const char *money_plain(struct arena *arena, money amount, char decimal)
{
    char plain[PLAIN_ROOM];
    return arena_copy(arena, plain, money_write(plain, amount, decimal));
}

/* number / 10^decimals, with all its decimals. */
static size_t decimal_write(char *out, int64_t number, uint64_t one, size_t decimals, char decimal)
{
    uint64_t size = size_of(number);
    char *end = out;
    if (number < 0)
        *end++ = '-';
    end += digits_write(end, size / one, 1);
    *end++ = decimal;
    end += digits_write(end, size % one, decimals);
    return (size_t)(end - out);
}

size_t money_write(char *out, money amount, char decimal)
{
    return decimal_write(out, amount, (uint64_t)KRONA, 2, decimal);
}

size_t fraction_write(char *out, int64_t billionths, char decimal)
{
    size_t length = decimal_write(out, billionths, (uint64_t)SHARE_ONE, 9, decimal);
    while (out[length - 1] == '0')
        length--;
    return out[length - 1] == decimal ? length - 1 : length;
}

size_t count_write(char *out, int64_t count)
{
    if (count >= 0)
        return digits_write(out, size_of(count), 1);
    *out = '-';
    return 1 + digits_write(out + 1, size_of(count), 1);
}

/* number / one, one a power of ten, with no decimal that is not needed. */
static const char *decimal_text(struct arena *arena, int64_t number, uint64_t one, enum language language)
{
    char text[GROUPED_ROOM + MOST_DIGITS];
    char *end = grouped(text, number < 0, size_of(number) / one);
    uint64_t rest = size_of(number) % one;
    if (rest) {
        *end++ = language_decimal(language);
        end += digits_write(end, rest, one == 10000000 ? 7 : 9);
        while (end[-1] == '0')
            end--;
    }
    return arena_copy(arena, text, (size_t)(end - text));
}

const char *share_text(struct arena *arena, share part, enum language language)
{
    return arena_text(arena, "%s" NO_BREAK_SPACE "%%", decimal_text(arena, part, (uint64_t)SHARE_ONE / 100, language));
}

const char *number_text(struct arena *arena, int64_t billionths, enum language language)
{
    return decimal_text(arena, billionths, (uint64_t)SHARE_ONE, language);
}

/* Three decimals are what thousands look like: a zero more says that they are not. */
const char *fine_text(struct arena *arena, int64_t fine, enum language language)
{
    const int64_t thousandth = SHARE_ONE / 1000;
    if (fine % ORE_FINE == 0)
        return money_text(arena, fine / ORE_FINE, language);
    return arena_text(arena, "%s%s" NO_BREAK_SPACE "kr", number_text(arena, fine, language),
                      fine % thousandth == 0 ? "0" : "");
}

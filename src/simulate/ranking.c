#include "ranking.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { DIGIT_BITS = 8, DIGITS = 8, DIGIT_VALUES = 1 << DIGIT_BITS, FEW = 1 << 12 };

static const uint64_t sign = UINT64_C(1) << 63;

/* The bits of a double rise with it, but for the sign: those below zero are turned over. */
uint64_t order_key(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits & sign ? ~bits : bits | sign;
}

double order_number(uint64_t key)
{
    uint64_t bits = key & sign ? key & ~sign : ~key;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static int digit_of(uint64_t key, int digit)
{
    return (int)(key >> digit * DIGIT_BITS & (DIGIT_VALUES - 1));
}

static void place_by(const uint64_t *from, uint64_t *to, int64_t count, int digit)
{
    int64_t starts[DIGIT_VALUES + 1] = { 0 };
    for (int64_t i = 0; i < count; i++)
        starts[digit_of(from[i], digit) + 1]++;
    for (int i = 1; i < DIGIT_VALUES; i++)
        starts[i] += starts[i - 1];
    for (int64_t i = 0; i < count; i++)
        to[starts[digit_of(from[i], digit)]++] = from[i];
}

/* Those that stand nearly in order. */
static void insert_keys(uint64_t *keys, int64_t count)
{
    for (int64_t i = 1; i < count; i++) {
        uint64_t key = keys[i];
        int64_t at = i;
        for (; at > 0 && keys[at - 1] > key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

/* The first digit in which keys differ at all; −1: none. */
static int first_digit(const uint64_t *keys, int64_t count)
{
    uint64_t varying = 0;
    for (int64_t i = 1; i < count; i++)
        varying |= keys[i] ^ keys[0];
    int digit = DIGITS - 1;
    while (digit >= 0 && !digit_of(varying, digit))
        digit--;
    return digit;
}

/* By one digit after the other, the last first. Of few keys three digits leave next to nothing
   to be done. */
void keys_sort(uint64_t *keys, int64_t count, uint64_t *room)
{
    uint64_t *from = keys, *to = room;
    int first = first_digit(keys, count), last = count > FEW || first < 3 ? 0 : first - 2;
    for (int digit = last; digit <= first; digit++) {
        place_by(from, to, count, digit);
        uint64_t *swapped = from;
        from = to;
        to = swapped;
    }
    if (from != keys)
        memcpy(keys, from, (size_t)count * sizeof *keys);
    if (last > 0)
        insert_keys(keys, count);
}

/* The last bits of a key give way to the number's place: what differs only there is equal. */
void ranks_find(const double *numbers, int count, double *ranks, uint64_t *keys, uint64_t *room)
{
    const uint64_t places = MOST_RANKED - 1;
    assert(count <= MOST_RANKED);
    for (int i = 0; i < count; i++)
        keys[i] = (order_key(numbers[i]) & ~places) | (uint64_t)i;
    keys_sort(keys, count, room);
    for (int from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && (keys[to] & ~places) == (keys[from] & ~places);)
            to++;
        for (int i = from; i < to; i++)
            ranks[keys[i] & places] = (from + to - 1) / 2.0;
    }
}

/* Ranks are halves of whole numbers, and so are what they differ by from their middle: every sum
   is exact, whatever its order. */
double rank_correlation(const double *a, const double *b, int count)
{
    enum { LANES = 4 };
    double ab[LANES] = { 0 }, aa[LANES] = { 0 }, bb[LANES] = { 0 };
    const double middle = (count - 1) / 2.0;
    for (int i = 0; i < count; i++) {
        double one = a[i] - middle, other = b[i] - middle;
        ab[i % LANES] += one * other;
        aa[i % LANES] += one * one;
        bb[i % LANES] += other * other;
    }
    for (int i = 1; i < LANES; i++) {
        ab[0] += ab[i];
        aa[0] += aa[i];
        bb[0] += bb[i];
    }
    return aa[0] > 0 && bb[0] > 0 ? ab[0] / sqrt(aa[0] * bb[0]) : 0;
}

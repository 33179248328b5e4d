#include "order.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { DIGIT_BITS = 11, DIGITS = 6, DIGIT_VALUES = 1 << DIGIT_BITS };

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

/* By one digit, from the last to the first; false if all keys have the same. */
static bool sort_by(const uint64_t *from, uint64_t *to, int64_t count, int digit)
{
    int64_t starts[DIGIT_VALUES] = { 0 }, before = 0;
    for (int64_t i = 0; i < count; i++)
        starts[digit_of(from[i], digit)]++;
    if (starts[digit_of(from[0], digit)] == count)
        return false;
    for (int i = 0; i < DIGIT_VALUES; i++) {
        int64_t own = starts[i];
        starts[i] = before;
        before += own;
    }
    for (int64_t i = 0; i < count; i++)
        to[starts[digit_of(from[i], digit)]++] = from[i];
    return true;
}

void keys_sort(uint64_t *keys, int64_t count, uint64_t *room)
{
    uint64_t *from = keys, *to = room;
    for (int digit = 0; count && digit < DIGITS; digit++)
        if (sort_by(from, to, count, digit)) {
            uint64_t *swapped = from;
            from = to;
            to = swapped;
        }
    if (from != keys)
        memcpy(keys, from, (size_t)count * sizeof *keys);
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

double correlation_of(const double *a, const double *b, int count)
{
    double mean_a = 0, mean_b = 0, ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < count; i++) {
        mean_a += a[i] / count;
        mean_b += b[i] / count;
    }
    for (int i = 0; i < count; i++) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return aa > 0 && bb > 0 ? ab / sqrt(aa * bb) : 0;
}

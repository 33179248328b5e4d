#include <medfin/simulate/philox.h>

#include "hot.h"

enum { ROUNDS = 10 };

struct state {
    uint32_t a, b, c, d; /* the counter, round by round */
    uint32_t k, l;       /* the key */
};

static inline uint32_t high_product(uint32_t a, uint32_t b)
{
    return (uint32_t)((uint64_t)a * b >> 32);
}

static inline struct state rounds(struct state state)
{
    const uint32_t first = 0xD2511F53u, second = 0xCD9E8D57u;
#pragma GCC unroll 10
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t high = high_product(first, state.a), low = first * state.a;
        state.a = high_product(second, state.c) ^ state.b ^ state.k;
        state.b = second * state.c;
        state.c = high ^ state.d ^ state.l;
        state.d = low;
        state.k += 0x9E3779B9u;
        state.l += 0xBB67AE85u;
    }
    return state;
}

void philox_words(const uint32_t counter[PHILOX_WORDS], const uint32_t key[2], uint32_t words[PHILOX_WORDS])
{
    const struct state end = rounds((struct state){ counter[0], counter[1], counter[2], counter[3], key[0], key[1] });
    words[0] = end.a;
    words[1] = end.b;
    words[2] = end.c;
    words[3] = end.d;
}

HOT void philox_block(uint64_t seed, uint64_t first, uint64_t stream, uint32_t words[BLOCK])
{
    enum { COUNTERS = BLOCK / PHILOX_WORDS };
    for (int i = 0; i < COUNTERS; i++) {
        uint64_t number = first / PHILOX_WORDS + (uint64_t)i;
        const struct state end =
            rounds((struct state){ (uint32_t)number, (uint32_t)(number >> 32), (uint32_t)stream,
                                   (uint32_t)(stream >> 32), (uint32_t)seed, (uint32_t)(seed >> 32) });
        words[i] = end.a;
        words[COUNTERS + i] = end.b;
        words[2 * COUNTERS + i] = end.c;
        words[3 * COUNTERS + i] = end.d;
    }
}

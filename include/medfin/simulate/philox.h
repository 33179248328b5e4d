#ifndef MEDFIN_SIMULATE_PHILOX_H
#define MEDFIN_SIMULATE_PHILOX_H

/* Philox 4×32-10: random words as a function of a counter and a key, with no state between
   calls, so that a trial's words depend on nothing but seed, trial and stream. Salmon,
   Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011. */

#include <stdint.h>

enum {
    PHILOX_WORDS = 4, /* that one counter gives */
    BLOCK = 256       /* trials that are worked on together */
};

/* One counter's words. */
void philox_words(const uint32_t counter[PHILOX_WORDS], const uint32_t key[2], uint32_t words[PHILOX_WORDS]);

/* One word of a stream for each of the trials first … first + BLOCK − 1, where `first` is a multiple of BLOCK, keyed by
   the seed. A counter of stream and number gives those of PHILOX_WORDS trials: word w of number first / PHILOX_WORDS +
   i is that of trial first + w × BLOCK / PHILOX_WORDS + i. */
void philox_block(uint64_t seed, uint64_t first, uint64_t stream, uint32_t words[BLOCK]);

#endif

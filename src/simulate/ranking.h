#ifndef MEDFIN_SIMULATE_RANKING_H
#define MEDFIN_SIMULATE_RANKING_H

/* Sorting many numbers quickly, and ranks. */

#include <stdbool.h>
#include <stdint.h>

/* Whole numbers that stand in the order of the doubles, and back. */
uint64_t order_key(double number);
double order_number(uint64_t key);

/* Sorts keys; `room` holds as many. */
void keys_sort(uint64_t *keys, int64_t count, uint64_t *room);

/* The rank of each number, from 0, the same for equal ones; `keys` and `room` hold as many,
   and there are at most MOST_RANKED. */
enum { RANK_BITS = 12, MOST_RANKED = 1 << RANK_BITS };
void ranks_find(const double *numbers, int count, double *ranks, uint64_t *keys, uint64_t *room);

/* Spearman's correlation of two lists of ranks; 0 where one of them does not vary. */
double rank_correlation(const double *a, const double *b, int count);

#endif

#ifndef MEDFIN_SIMULATE_THREAD_POOL_H
#define MEDFIN_SIMULATE_THREAD_POOL_H

/* Work shared by threads: pieces of it are handed out one after the other, to whoever is free.
   Nothing that comes out depends on how many share it, as long as no piece needs another. */

#include <stdint.h>

/* `member` is the number of the one who works: 0, the caller, to one less than the pool's size. */
typedef void thread_pool_work(void *context, int member, int64_t piece);

/* The pieces first … last − 1, by as many as the system gives, at most `size`. */
void thread_pool_run(int size, int64_t first, int64_t last, thread_pool_work *work, void *context);

#endif

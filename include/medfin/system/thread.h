#ifndef MEDFIN_SYSTEM_THREAD_H
#define MEDFIN_SYSTEM_THREAD_H

/* Threads that work beside the calling one, and what two of them must not do at once. */

struct thread;

/* Starts `run`; NULL if the system gives no more threads. Each that was started must be joined. */
struct thread *thread_start(void (*run)(void *context), void *context);

/* Waits for its end, and frees it. */
void thread_join(struct thread *thread);

/* How many threads can run at once; 1 if the system does not say. */
int processor_count(void);

/* Held by one thread at a time. */
struct lock;

/* NULL if there is no memory. */
struct lock *lock_new(void);
void lock_take(struct lock *lock);
void lock_leave(struct lock *lock);
void lock_free(struct lock *lock);

#endif

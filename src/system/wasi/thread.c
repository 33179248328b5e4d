/* There is one thread, which nobody has to be kept apart from. */

#include <medfin/system/thread.h>

#include <stddef.h>
#include <stdlib.h>

struct thread {
    int none;
};

struct thread *thread_start(void (*run)(void *context), void *context)
{
    (void)run, (void)context;
    return NULL;
}

void thread_join(struct thread *thread)
{
    (void)thread;
}

int processor_count(void)
{
    return 1;
}

struct lock {
    int none;
};

struct lock *lock_new(void)
{
    return malloc(sizeof(struct lock));
}

void lock_take(struct lock *lock)
{
    (void)lock;
}

void lock_leave(struct lock *lock)
{
    (void)lock;
}

void lock_free(struct lock *lock)
{
    free(lock);
}

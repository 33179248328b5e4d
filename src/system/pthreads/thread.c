#include <medfin/system/thread.h>

#include <pthread.h>
#include <stdlib.h>

struct thread {
    pthread_t system;
    void (*run)(void *context);
    void *context;
};

static void *thread_main(void *context)
{
    const struct thread *thread = context;
    thread->run(thread->context);
    return NULL;
}

struct thread *thread_start(void (*run)(void *context), void *context)
{
    struct thread *thread = malloc(sizeof *thread);
    if (!thread)
        return NULL;
    thread->run = run;
    thread->context = context;
    if (pthread_create(&thread->system, NULL, thread_main, thread) == 0)
        return thread;
    free(thread);
    return NULL;
}

void thread_join(struct thread *thread)
{
    pthread_join(thread->system, NULL);
    free(thread);
}

struct lock {
    pthread_mutex_t system;
};

struct lock *lock_new(void)
{
    struct lock *lock = malloc(sizeof *lock);
    if (lock && pthread_mutex_init(&lock->system, NULL) == 0)
        return lock;
    free(lock);
    return NULL;
}

void lock_take(struct lock *lock)
{
    pthread_mutex_lock(&lock->system);
}

void lock_leave(struct lock *lock)
{
    pthread_mutex_unlock(&lock->system);
}

void lock_free(struct lock *lock)
{
    pthread_mutex_destroy(&lock->system);
    free(lock);
}

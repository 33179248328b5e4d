#include "thread_pool.h"

#include <stdatomic.h>

#include <medfin/simulate/simulate.h>
#include <medfin/system/thread.h>

struct thread_pool {
    thread_pool_work *work;
    void *context;
    int64_t last;
    atomic_llong next;
};

struct pool_member {
    struct thread_pool *pool;
    int number;
};

static void member_run(void *context)
{
    const struct pool_member *member = context;
    struct thread_pool *pool = member->pool;
    for (;;) {
        long long piece = atomic_fetch_add(&pool->next, 1);
        if (piece >= pool->last)
            return;
        pool->work(pool->context, member->number, piece);
    }
}

void thread_pool_run(int size, int64_t first, int64_t last, thread_pool_work *work, void *context)
{
    struct thread_pool pool = { .work = work, .context = context, .last = last, .next = first };
    struct pool_member members[MOST_THREADS];
    struct thread *threads[MOST_THREADS];
    int most = size < MOST_THREADS ? size : MOST_THREADS, started = 1;
    members[0] = (struct pool_member){ &pool, 0 };
    for (; started < most && started < last - first; started++) {
        members[started] = (struct pool_member){ &pool, started };
        threads[started] = thread_start(member_run, &members[started]);
        if (!threads[started])
            break;
    }
    member_run(&members[0]);
    for (int i = 1; i < started; i++)
        thread_join(threads[i]);
}

#include "team.h"

#include <stdatomic.h>

#include <medfin/simulate/simulate.h>
#include <medfin/system/thread.h>

struct team {
    team_work *work;
    void *context;
    int64_t last;
    atomic_llong next;
};

struct member {
    struct team *team;
    int number;
};

static void member_run(void *context)
{
    const struct member *member = context;
    struct team *team = member->team;
    for (;;) {
        long long piece = atomic_fetch_add(&team->next, 1);
        if (piece >= team->last)
            return;
        team->work(team->context, member->number, piece);
    }
}

void team_run(int size, int64_t first, int64_t last, team_work *work, void *context)
{
    struct team team = { .work = work, .context = context, .last = last, .next = first };
    struct member members[MOST_THREADS];
    struct thread *threads[MOST_THREADS];
    int most = size < MOST_THREADS ? size : MOST_THREADS, started = 1;
    members[0] = (struct member){ &team, 0 };
    for (; started < most && started < last - first; started++) {
        members[started] = (struct member){ &team, started };
        threads[started] = thread_start(member_run, &members[started]);
        if (!threads[started])
            break;
    }
    member_run(&members[0]);
    for (int i = 1; i < started; i++)
        thread_join(threads[i]);
}

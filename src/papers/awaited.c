#include <medfin/papers/awaited.h>

enum { LARGEST = 5, FEW = 3 };

static bool holds_anyway(const statement_list *statements, const struct project *project, struct arena *arena)
{
    const struct outcomes all = outcomes_find(statements, project, NULL, arena);
    for (int i = 0; i < all.count; i++)
        if (!all.rows[i].holds)
            return false;
    return true;
}

struct awaited awaited_find(const statement_list *statements, const struct plan *plan, struct arena *arena)
{
    const struct section *payers[MOST_UNDECIDED];
    struct awaited awaited = { .count = outcomes_undecided(plan->project) };
    if (!awaited.count)
        return awaited;
    const int largest = outcomes_largest(plan, payers);
    struct outcomes *outcomes = arena_take(arena, 1, sizeof *outcomes);
    struct safe_start *start = arena_take(arena, 1, sizeof *start);
    *outcomes = outcomes_alone(statements, plan->project, payers, largest < LARGEST ? largest : LARGEST, arena);
    *start = safe_start_find(statements, plan, arena);
    awaited.outcomes = outcomes;
    awaited.start = start;
    awaited.holds_anyway = awaited.count <= FEW && holds_anyway(statements, plan->project, arena);
    return awaited;
}

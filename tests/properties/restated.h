#ifndef MEDFIN_TESTS_RESTATED_H
#define MEDFIN_TESTS_RESTATED_H

/* A project in which one statement says something else: what an attempt on the graph is held against. */

#include "random_values.h"
#include "trial.h"

/* Built anew with that value; NULL where it is refused. */
static inline const struct plan *plan_restated(const struct trial *trial, const struct statement *by,
                                               const struct value *value)
{
    struct diags *diags = diags_new(trial->arena);
    statement_list statements = trial->statements;
    statements.items = arena_take(trial->arena, (size_t)statements.count, sizeof *statements.items);
    memcpy(statements.items, trial->statements.items, (size_t)statements.count * sizeof *statements.items);
    statements.items[by - trial->statements.items].value = *value;
    const struct project *project = project_build(statements.items, statements.count, trial->arena, diags);
    return project ? plan_build(project, trial->arena) : NULL;
}

static inline int64_t another_number(struct dice *dice, int64_t number)
{
    return one_in(dice, 4) ? 0 : one_in(dice, 2) ? number - number / 3 : number + number / 11 + 1;
}

#endif

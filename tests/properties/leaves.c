/* Any stated value of random projects with another value, and any payer's answer: what an attempt on the graph gives is
   what a project built anew gives, in every month of every row, of cash and of the reserve. */

#include "random_project.h"

#include <medfin/graph/attempt.h>
#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/reserve_nodes.h>

enum { PROJECTS = 250, CHANGES = 8, ENOUGH = 600 };

static int leaves_tried;

struct figures {
    struct plan_nodes *nodes;
    struct cash_nodes *cash;
    struct reserve_nodes *reserves; /* by month */
    const struct users *users;
};

static struct figures figures_of(const struct trial *trial)
{
    struct figures of = { .nodes = plan_nodes_build(trial->plan, trial->arena) };
    of.cash = cash_nodes_build(of.nodes);
    of.reserves = arena_take(trial->arena, (size_t)trial->plan->count, sizeof *of.reserves);
    for (int i = 0; i < trial->plan->count; i++)
        of.reserves[i] = reserve_nodes_at(of.nodes, trial->plan->first + i);
    graph_finish(of.nodes->graph);
    of.users = users_new(of.nodes->graph, trial->arena);
    return of;
}

static void must_be(const struct trial *trial, const struct attempt *attempt, struct cell cell, node of,
                    const char *what, int at)
{
    if (attempt_knows(attempt, of) != cell_is_known(cell) ||
        (cell_is_known(cell) && cell.amount != attempt_value(attempt, of)))
        fail_msg("%s month %d: %lld, attempt %lld\n%s", what, at, (long long)cell.amount,
                 (long long)attempt_value(attempt, of), trial->text);
}

static void must_be_plan(const struct trial *trial, const struct figures *of, const struct attempt *attempt,
                         const struct plan *plan)
{
    const struct cash *cash = cash_build(plan, trial->arena);
    assert_int_equal(plan->row_count, trial->plan->row_count);
    for (int row = 0; row < plan->row_count; row++)
        for (int i = 0; i < plan->count; i++)
            must_be(trial, attempt, plan->rows[row].months[i], of->nodes->rows[row].months[i],
                    section_path(trial->arena, plan->rows[row].line), i);
    for (int i = 0; i < cash->count; i++)
        must_be(trial, attempt, cash->balance[i], of->cash->balance[i], "cash", i);
    for (int i = 0; i < plan->count; i++) {
        const struct reserve_state state = reserve_at(plan, plan->first + i);
        for (int reading = 0; reading < READINGS; reading++)
            must_be(trial, attempt, state.required[reading], of->reserves[i].required[reading], "required", i);
        must_be(trial, attempt, state.free_equity, of->reserves[i].free_equity, "free equity", i);
    }
}

/* The statement takes the value, and the project is built anew; NULL where it is refused. */
static const struct plan *plan_with(const struct trial *trial, const struct statement *by, int64_t value)
{
    struct diags *diags = diags_new(trial->arena);
    statement_list statements = trial->statements;
    statements.items = arena_take(trial->arena, (size_t)statements.count, sizeof *statements.items);
    memcpy(statements.items, trial->statements.items, (size_t)statements.count * sizeof *statements.items);
    statements.items[by - trial->statements.items].value.number = value;
    const struct project *project = project_build(statements.items, statements.count, trial->arena, diags);
    return project ? plan_build(project, trial->arena) : NULL;
}

static int64_t another(struct dice *dice, int64_t value)
{
    return one_in(dice, 4) ? 0 : one_in(dice, 2) ? value - value / 3 : value + value / 11 + 1;
}

static void try_leaf(const struct trial *trial, const struct figures *of, const struct fact *fact, enum field field,
                     int64_t stated, int64_t value)
{
    node leaf = fact->stated ? graph_leaf(of->nodes->graph, fact->stated, field) : 0;
    const struct plan *plan = leaf && !fact->value.unknown ? plan_with(trial, fact->by, stated) : NULL;
    if (!plan)
        return;
    leaves_tried++;
    struct attempt *attempt = attempt_new(of->users, &leaf, 1, NULL, 0, trial->arena);
    attempt_put(attempt, 0, value);
    attempt_run(attempt);
    must_be_plan(trial, of, attempt, plan);
}

static void try_project(struct trial *trial, struct dice *dice)
{
    const struct figures of = figures_of(trial);
    const struct figure_list stated = project_figures(trial->project, trial->arena);
    for (int i = 0; i < CHANGES && stated.count; i++) {
        const struct fact *fact = stated.items[roll(dice, stated.count)].fact;
        int64_t value = another(dice, fact->value.number);
        try_leaf(trial, &of, fact, FIELD_NUMBER, value, value);
    }
    for (int i = 0; i < trial->project->payers.count; i++) {
        const struct fact *status = payer_status(trial->project->payers.items[i]);
        try_leaf(trial, &of, status, FIELD_PAYS, STATUS_REJECTED, 0);
        try_leaf(trial, &of, status, FIELD_PAYS, STATUS_APPLIED, 1);
    }
}

static void an_attempt_is_a_project_built_anew(void **state)
{
    try_projects(state, PROJECTS, 16, ALL_KNOWN, try_project);
    assert_in_range(leaves_tried, ENOUGH, INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(an_attempt_is_a_project_built_anew) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

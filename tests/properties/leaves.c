/* Any stated value of random projects with another value, and any payer's answer: what an attempt on the graph gives is
   what a project built anew gives, in every month of every row, of cash and of the reserve. */

#include "random_project.h"

#include <medfin/graph/attempt.h>
#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/reserve.h>

#include "restated.h"

enum { PROJECTS = 250, CHANGES = 8, ENOUGH = 600 };

static int leaves_tried;

/* All that is compared has been made before it is tried. */
static const struct users *users_of_plan(const struct trial *trial)
{
    cash_build(trial->plan, trial->arena);
    for (month at = trial->plan->first; at <= plan_last(trial->plan); at++)
        reserve_at(trial->plan, at);
    return users_new(trial->plan->graph, trial->arena);
}

static void must_be(const struct trial *trial, struct cell anew, struct cell tried, const char *what, int at)
{
    if (cell_is_known(anew) != cell_is_known(tried) || (cell_is_known(anew) && anew.amount != tried.amount))
        fail_msg("%s month %d: %lld, attempt %lld\n%s", what, at, (long long)anew.amount, (long long)tried.amount,
                 trial->text);
}

static void must_be_plan(const struct trial *trial, const struct attempt *attempt, const struct plan *anew)
{
    const struct plan tried = plan_through(trial->plan, attempt);
    const struct cash *cash = cash_build(anew, trial->arena), *same = cash_build(&tried, trial->arena);
    assert_int_equal(anew->row_count, tried.row_count);
    for (int row = 0; row < anew->row_count; row++)
        for (int i = 0; i < anew->count; i++)
            must_be(trial, cell_at(anew, row, i), cell_at(&tried, row, i),
                    section_path(trial->arena, anew->rows[row].line, LANGUAGE_EN), i);
    assert_int_equal(cash->count, same->count);
    assert_int_equal(cash->payments.count, same->payments.count);
    for (int i = 0; i < cash->count; i++)
        must_be(trial, cash->balance[i], same->balance[i], "cash", i);
    for (int i = 0; i < anew->count; i++) {
        const struct reserve_state *a = reserve_at(anew, anew->first + i), *b = reserve_at(&tried, anew->first + i);
        for (int reading = 0; reading < READINGS; reading++)
            must_be(trial, node_cell(anew, a->required[reading]), node_cell(&tried, b->required[reading]), "required",
                    i);
        must_be(trial, node_cell(anew, a->free_equity), node_cell(&tried, b->free_equity), "free equity", i);
        must_be(trial, node_cell(anew, a->tail), node_cell(&tried, b->tail), "tail", i);
    }
}

static void try_leaf(const struct trial *trial, const struct users *of, const struct fact *fact, enum field field,
                     int64_t stated, int64_t value)
{
    node leaf = fact->stated ? graph_leaf(trial->plan->graph, fact->stated, field) : 0;
    struct value other = fact->value;
    other.number = stated;
    const struct plan *plan = leaf && !fact->value.unknown ? plan_restated(trial, fact->by, &other) : NULL;
    if (!plan)
        return;
    leaves_tried++;
    struct attempt *attempt = attempt_new(of, &leaf, 1, NULL, 0, trial->arena);
    attempt_put(attempt, 0, value);
    attempt_run(attempt);
    must_be_plan(trial, attempt, plan);
}

static void try_project(struct trial *trial, struct dice *dice)
{
    const struct users *of = users_of_plan(trial);
    const struct figure_list stated = project_figures(trial->project, trial->arena);
    for (int i = 0; i < CHANGES && stated.count; i++) {
        const struct fact *fact = stated.items[roll(dice, stated.count)].fact;
        int64_t value = another_number(dice, fact->value.number);
        try_leaf(trial, of, fact, FIELD_NUMBER, value, value);
    }
    for (int i = 0; i < trial->project->payers.count; i++) {
        const struct fact *status = payer_status(trial->project->payers.items[i]);
        try_leaf(trial, of, status, FIELD_PAYS, STATUS_REJECTED, 0);
        try_leaf(trial, of, status, FIELD_PAYS, STATUS_APPLIED, 1);
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

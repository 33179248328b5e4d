/* Every cell, balance and reserve of random plans is its node: amount and needs. */

#include "random_project.h"
#include "trial_nodes.h"

enum { PROJECTS = 1500 };

static void try_project(struct trial *trial, struct dice *dice)
{
    (void)dice;
    figures_must_be_nodes(trial);
}

static void every_figure_is_its_node(void **state)
{
    try_projects(state, PROJECTS, 14, ALL_KNOWN, try_project);
    try_projects(state, PROJECTS, 15, SOME_UNKNOWN, try_project);
}

int main(void)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(every_figure_is_its_node) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The plan of activities by responsible and by status: each way its groups come to what the plan's activities cost,
   year by year and in all, and count each activity once; the calendar lists them all. */

#include <medfin/contents/activity_groups.h>
#include <medfin/contents/agenda.h>
#include <medfin/contents/periods.h>
#include <medfin/model/activity.h>

#include "random_project.h"

enum { PROJECTS = 200 };

/* What the activities cost, added up month by month. */
static struct cell cost_over(const struct plan *plan, month first, month last)
{
    struct cell sum = { 0 };
    for (int r = 0; r < plan->row_count; r++) {
        const struct row *row = &plan->rows[r];
        if (row->line->kind != SECTION_ACTIVITY || row->side != SIDE_COST)
            continue;
        for (month at = month_later(first, plan->first); at <= month_earlier(last, plan_last(plan)); at++)
            sum = cell_plus(plan->arena, sum, node_cell(plan, *row_month(plan, row, at)));
    }
    return sum;
}

static const struct doc_table *table_made(const struct doc *doc)
{
    for (int i = 0; i < doc->blocks.count; i++)
        if (doc->blocks.items[i].kind == BLOCK_TABLE)
            return doc->blocks.items[i].table;
    return NULL;
}

/* The groups of a column, added up. */
static struct doc_cell sum_of_groups(const struct doc_table *table, int column)
{
    struct doc_cell sum = { 0 };
    for (int row = 0; row < table->rows.count - 1; row++) {
        sum.number += table->rows.items[row].cells[column].number;
        sum.unknown = sum.unknown || table->rows.items[row].cells[column].unknown;
    }
    return sum;
}

static void is_the_sum(const struct trial *trial, const struct doc_table *table, int column, struct cell expected)
{
    const struct doc_cell sum = sum_of_groups(table, column);
    const struct doc_cell *total = &table->rows.items[table->rows.count - 1].cells[column];
    const bool is_known = cell_is_known(expected);
    if (sum.unknown == is_known || total->unknown == is_known)
        trial_fails(trial, "what is unknown differs");
    if (is_known && (sum.number != expected.amount || total->number != expected.amount))
        trial_fails(trial, arena_text(trial->arena, "%s: %lld in groups, %lld in all, %lld in the plan", table->caption,
                                      (long long)sum.number, (long long)total->number, (long long)expected.amount));
}

static void check_groups(const struct trial *trial, enum activity_field by)
{
    const struct plan *plan = trial->plan;
    struct doc *doc = doc_new(trial->arena, LANGUAGE_EN, doc_units);
    const struct periods years = periods_new(plan, BY_YEAR);
    groups_contents(doc, plan, by);
    const struct doc_table *table = table_made(doc);
    int first = 0;
    while (first < table->column_count && !cell_is_money(&table->rows.items[0].cells[first]))
        first++;
    is_the_sum(trial, table, 0, (struct cell){ .amount = plan->project->of[SECTION_ACTIVITY].count });
    for (int i = 0; i <= years.count && first + i < table->column_count; i++)
        is_the_sum(trial, table, first + i, cost_over(plan, period_first(&years, i), period_last(&years, i)));
    struct cell whole = cost_over(plan, plan->first, plan_last(plan));
    if (first == table->column_count && (!cell_is_known(whole) || whole.amount))
        trial_fails(trial, "a cost without a column");
}

static void check_calendar(const struct trial *trial)
{
    const struct section_list *all = &trial->project->of[SECTION_ACTIVITY];
    struct doc *doc = doc_new(trial->arena, LANGUAGE_EN, doc_units);
    int expected = 0, listed = 0;
    for (int i = 0; i < all->count; i++) {
        const struct activity *activity = (const struct activity *)all->items[i];
        const int months = activity_is_planned(activity) ? activity_months(activity).count : 0;
        expected += months ? months : 1;
    }
    calendar_contents(doc, trial->plan);
    const struct doc_table *table = table_made(doc);
    for (int row = 0; row < table->rows.count; row++)
        listed += !table->rows.items[row].is_heading;
    if (listed != expected)
        trial_fails(trial, arena_text(trial->arena, "the calendar lists %d of %d", listed, expected));
}

static void check_plan(struct trial *trial, struct dice *dice)
{
    (void)dice;
    if (!trial->project->of[SECTION_ACTIVITY].count)
        return;
    check_groups(trial, SAYS_RESPONSIBLE);
    check_groups(trial, SAYS_STATUS);
    check_calendar(trial);
}

static void groups_come_to_the_plan(void **state)
{
    try_projects(state, PROJECTS, 31, ALL_KNOWN, check_plan);
}

static void groups_come_to_the_plan_with_unknowns(void **state)
{
    try_projects(state, PROJECTS, 32, SOME_UNKNOWN, check_plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(groups_come_to_the_plan),
        ARENA_TEST(groups_come_to_the_plan_with_unknowns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

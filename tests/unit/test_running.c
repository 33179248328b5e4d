/* A balance that runs from row to row adds up as printed. The small table is worked by hand;
   random ones are held against the sums that they state. */

#include "rounded.h"

/* Paid out, which counts against, received, and the cash that is left. */
static struct doc_table *running_table(struct arena *arena)
{
    struct doc_table *table = table_of(arena, (int[]){ 2, 2, -1 }, 3);
    table->runs = true;
    return table;
}

static void end_running(struct doc_table *table)
{
    table->rows.items[table->rows.count - 1].cells[2] = (struct doc_cell){ .kind = CELL_EMPTY };
}

/* 0,40 to begin with, then 0,50 twice: cash of 0, 1 and 1 as printed, so that the second 0,50
   is nothing; the two are 1,00 together. */
static void a_balance_runs_from_row_to_row(void **state)
{
    struct doc_table *table = running_table(*state);
    row_with(*state, table, 3, 1, (money[]){ 0, 0, 40 });
    row_with(*state, table, 3, 1, (money[]){ 0, 50, 90 });
    row_with(*state, table, 3, 1, (money[]){ 0, 50, 140 });
    row_with(*state, table, -1, 1, (money[]){ 0, 100, 0 });
    end_running(table);
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0 };
    for (int i = 0; i < 12; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* A total that runs from an opening balance, some months unknown, with sums below. */
static struct doc_table *draw_running(struct arena *arena, uint64_t *seed)
{
    struct doc_table *table = running_table(arena);
    int months = 1 + draw_below(seed, 40);
    row_with(arena, table, months + 1, 1, (money[]){ 0, 0, draw_below(seed, 200000) - 100000 });
    for (int i = 1; i <= months; i++) {
        int row = row_of(arena, table, months + 1, 1);
        draw_leaf(table, row, seed);
        const struct doc_cell *before = cell_of(table, row - 1, 2);
        *cell_of(table, row, 2) = cell_money(before->number, before->unknown, NULL);
        add_to(cell_of(table, row, 2), cell_of(table, row, 0), -1);
        add_to(cell_of(table, row, 2), cell_of(table, row, 1), 1);
    }
    total_down(table, row_of(arena, table, -1, 1));
    end_running(table);
    return table;
}

static void check_running(struct doc_table *table, money unit, const int64_t *shown)
{
    check_neighbours(table, unit, shown);
    check_down(table, shown, table->rows.count - 1, 0);
    check_down(table, shown, table->rows.count - 1, 1);
    for (int row = 1; row < table->rows.count - 1; row++)
        if (!cell_of(table, row, 2)->unknown)
            assert_int_equal(shown[3 * row + 2], shown[3 * row - 1] - shown[3 * row] + shown[3 * row + 1]);
}

static void random_balances_add_up(void **state)
{
    uint64_t seed = 20250101;
    for (int i = 0; i < 200; i++) {
        struct doc_table *table = draw_running(*state, &seed);
        check_running(table, 100, rounded(*state, table, 100));
        check_running(table, 100000, rounded(*state, table, 100000));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_balance_runs_from_row_to_row),
        ARENA_TEST(random_balances_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

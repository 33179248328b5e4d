/* Tables that add up. The figures of the small tables are worked by hand; the random tables
   are held against the sums that they state, counted here once more. */

#include "rounded.h"

/* Rows of one column, the last of them their total. */
static void check_list(struct arena *arena, money unit, const money *exact, const int64_t *expected, int count)
{
    struct doc_table *table = table_of(arena, (int[]){ -1 }, 1);
    for (int i = 0; i < count; i++)
        row_with(arena, table, i < count - 1 ? count - 1 : -1, 1, &exact[i]);
    const int64_t *shown = rounded(arena, table, unit);
    for (int i = 0; i < count; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* The same figures as one row with a total column. */
static void check_row(struct arena *arena, money unit, const money *exact, const int64_t *expected, int count)
{
    int totals[16];
    for (int i = 0; i < count; i++)
        totals[i] = i < count - 1 ? count - 1 : -1;
    struct doc_table *table = table_of(arena, totals, count);
    row_with(arena, table, -1, 1, exact);
    const int64_t *shown = rounded(arena, table, unit);
    for (int i = 0; i < count; i++)
        assert_int_equal(shown[i], expected[i]);
}

static const struct {
    money unit, exact[8];
    int64_t expected[8];
    int count;
} lists[] = {
    /* worked-figures.md: 100 000,00 in three, 613 over six weights, 5 over 0, 7, 3. */
    { 100, { 3333334, 3333333, 3333333, 10000000 }, { 33334, 33333, 33333, 100000 }, 4 },
    { 100000, { 3333334, 3333333, 3333333, 10000000 }, { 34, 33, 33, 100 }, 4 },
    { 100, { 9929, 9322, 9929, 12463, 10335, 9322, 61300 }, { 99, 93, 99, 125, 104, 93, 613 }, 7 },
    { 100, { 0, 350, 150, 500 }, { 0, 4, 1, 5 }, 4 },
    /* The total half away from zero first; a negative list mirrors its opposite. */
    { 100, { 25, 25, 50 }, { 1, 0, 1 }, 3 },
    { 100, { -25, -25, -50 }, { -1, 0, -1 }, 3 },
    { 100, { -350, 0, -150, -500 }, { -4, 0, -1, -5 }, 4 },
    { 100, { 175, -50, 125 }, { 2, -1, 1 }, 3 },
    { 100, { 50, -50, 0 }, { 1, -1, 0 }, 3 },
    { 100, { 100, 300, 400 }, { 1, 3, 4 }, 3 },
};

static void lists_use_the_largest_remainder(void **state)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        check_list(*state, lists[i].unit, lists[i].exact, lists[i].expected, lists[i].count);
        check_row(*state, lists[i].unit, lists[i].exact, lists[i].expected, lists[i].count);
    }
}

/* Two subtotals of 1,40 under 2,80: 3 = 2 + 1, the first of equals goes up, and its parts
   0,70 + 0,70 become 1 + 1; the second's 0,90 + 0,50 become 1 + 0. */
static void a_list_in_three_levels(void **state)
{
    static const money exact[] = { 70, 70, 140, 90, 50, 140, 280 };
    static const int total[] = { 2, 2, 6, 5, 5, 6, -1 };
    static const int64_t expected[] = { 1, 1, 2, 1, 0, 1, 3 };
    struct doc_table *table = table_of(*state, (int[]){ -1 }, 1);
    for (int i = 0; i < 7; i++)
        row_with(*state, table, total[i], 1, &exact[i]);
    const int64_t *shown = rounded(*state, table, 100);
    for (int i = 0; i < 7; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* All halves: every row and column has room for one krona, and the first takes it. */
static void a_square_of_halves(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 2, 2, -1 }, 3);
    row_with(*state, table, 2, 1, (money[]){ 50, 50, 100 });
    row_with(*state, table, 2, 1, (money[]){ 50, 50, 100 });
    row_with(*state, table, -1, 1, (money[]){ 100, 100, 200 });
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 1, 0, 1, 0, 1, 1, 1, 1, 2 };
    for (int i = 0; i < 9; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* The first row would show one krona too many: of its 0,60 the second gives it up, not 0,80. */
static void figures_near_a_half_give_way(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 3, 3, 3, -1 }, 4);
    row_with(*state, table, 2, 1, (money[]){ 80, 60, 60, 200 });
    row_with(*state, table, 2, 1, (money[]){ 20, 40, 40, 100 });
    row_with(*state, table, -1, 1, (money[]){ 100, 100, 100, 300 });
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 1, 1, 0, 2, 0, 0, 1, 1, 1, 1, 1, 3 };
    for (int i = 0; i < 12; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* Cost 1,50 + 1,50, financing 2,40 and deficit 0,60: 3 on both sides. */
static void both_sides_show_the_same(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ -1 }, 1);
    static const money exact[] = { 150, 150, 300, 240, 240, 60 };
    static const int total[] = { 2, 2, 6, 4, 6, 6 };
    static const int64_t expected[] = { 2, 1, 3, 2, 2, 1, 0 };
    for (int i = 0; i < 6; i++)
        row_with(*state, table, total[i], i < 4 ? 1 : -1, &exact[i]);
    table->rows.items[row_of(*state, table, -1, 1)].hidden = true;
    const int64_t *shown = rounded(*state, table, 100);
    for (int i = 0; i < 7; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* What is not known takes its own sums out; the first column and the second row still hold. */
static void unknown_cells_leave_the_other_sums(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 2, 2, -1 }, 3);
    row_with(*state, table, 2, 1, (money[]){ 50, 0, 0 });
    row_with(*state, table, 2, 1, (money[]){ 50, 50, 100 });
    row_with(*state, table, -1, 1, (money[]){ 100, 0, 0 });
    static const int unknown[][2] = { { 0, 1 }, { 0, 2 }, { 2, 1 }, { 2, 2 } };
    for (int i = 0; i < 4; i++)
        table->rows.items[unknown[i][0]].cells[unknown[i][1]].unknown = true;
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 1, 0, 0, 0, 1, 1, 1, 0, 0 };
    for (int i = 0; i < 9; i++)
        assert_int_equal(shown[i], expected[i]);
}

/* A balance has no total over the years: its cell is empty and states nothing. */
static void an_empty_total_states_no_sum(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 2, 2, -1 }, 3);
    row_with(*state, table, -1, 1, (money[]){ 50, 150, 0 });
    table->rows.items[0].cells[2] = (struct doc_cell){ .kind = CELL_EMPTY };
    const int64_t *shown = rounded(*state, table, 100);
    assert_int_equal(shown[0], 1);
    assert_int_equal(shown[1], 2);
    assert_int_equal(shown[2], 0);
}

/* An empty total over 0 is 0: 0,50 + 0,50 − 1,00 shows as 1 + 0 − 1. */
static void an_empty_total_over_nothing_is_zero(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 3, 3, 3, -1 }, 4);
    row_with(*state, table, -1, 1, (money[]){ 50, 50, -100, 0 });
    table->rows.items[0].cells[3] = (struct doc_cell){ .kind = CELL_EMPTY };
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 1, 0, -1, 0 };
    for (int i = 0; i < 4; i++)
        assert_int_equal(shown[i], expected[i]);
}

static void only_what_differs_in_sight_is_rounded(void **state)
{
    int64_t shown[4];
    struct doc_table *table = table_of(*state, (int[]){ -1 }, 1);
    row_with(*state, table, -1, 1, (money[]){ 12300 });
    row_with(*state, table, -1, 1, (money[]){ 12345 });
    row_with(*state, table, -1, 1, (money[]){ 99 });
    row_with(*state, table, -1, 1, (money[]){ 99 });
    table->rows.items[1].hidden = true;
    table->rows.items[2].cells[0].exact = true;
    table->rows.items[3].cells[0].unknown = true;
    assert_false(table_round(table, 100, shown, *state));
    assert_int_equal(shown[0], 123);
    assert_int_equal(shown[1], 123);
    assert_int_equal(shown[2], 1);
    assert_int_equal(shown[3], 0);
    table->rows.items[1].hidden = false;
    assert_true(table_round(table, 100, shown, *state));
}

/* Of a total's parts; see first_against. */
static int sign_of(const struct doc_table *table, int column)
{
    bool is_first = true;
    for (int i = 0; i < column; i++)
        is_first = is_first && table->columns[i].part_of != table->columns[column].part_of;
    return table->first_against && is_first ? -1 : 1;
}

static void total_across(struct doc_table *table, int row)
{
    for (int total = 0; total < table->column_count; total++) {
        bool started = false;
        for (int column = 0; column < table->column_count; column++) {
            if (table->columns[column].part_of != total)
                continue;
            if (!started)
                *cell_of(table, row, total) = cell_money(0, false, NULL);
            started = true;
            add_to(cell_of(table, row, total), cell_of(table, row, column), sign_of(table, column));
        }
    }
}

/* What one side lacks beside the other: max(0, other − own) in each part column. */
static void balance(struct doc_table *table, int row, int own, int other)
{
    for (int column = 0; column < table->column_count; column++) {
        const struct doc_cell *have = cell_of(table, own, column), *need = cell_of(table, other, column);
        money lacking = need->number - have->number;
        *cell_of(table, row, column) = cell_money(lacking > 0 ? lacking : 0, have->unknown || need->unknown, NULL);
    }
    total_across(table, row);
}

static int add_leaves(struct arena *arena, struct doc_table *table, uint64_t *seed, int count)
{
    int first = table->rows.count;
    for (int i = 0; i < count; i++) {
        int row = row_of(arena, table, -1, draw_below(seed, 6) ? 1 : -1);
        draw_leaf(table, row, seed);
        total_across(table, row);
    }
    return first;
}

/* A total of all rows from `first` on that are not yet part of another. */
static int add_total(struct arena *arena, struct doc_table *table, int first)
{
    int total = row_of(arena, table, -1, 1);
    for (int row = first; row < total; row++)
        if (table->rows.items[row].part_of < 0)
            table->rows.items[row].part_of = total;
    total_down(table, total);
    return total;
}

/* Costs in groups and single rows under a total, financing under another, surplus, deficit,
   and the hidden row that ties them; before them a row of its own. */
static struct doc_table *draw_table(struct arena *arena, uint64_t *seed, const int *columns, int count, bool against)
{
    struct doc_table *table = table_of(arena, columns, count);
    table->first_against = against;
    add_leaves(arena, table, seed, 1);
    int costs = table->rows.count;
    for (int group = draw_below(seed, 3); group > 0; group--)
        add_total(arena, table, add_leaves(arena, table, seed, 1 + draw_below(seed, 4)));
    add_leaves(arena, table, seed, 1 + draw_below(seed, 5));
    int cost = add_total(arena, table, costs);
    int financing = add_total(arena, table, add_leaves(arena, table, seed, 1 + draw_below(seed, 6)));
    int surplus = row_of(arena, table, -1, 1), deficit = row_of(arena, table, -1, -1);
    balance(table, surplus, cost, financing);
    balance(table, deficit, financing, cost);
    table->rows.items[financing].sign = -1;
    int tie = row_of(arena, table, -1, 1);
    table->rows.items[tie].hidden = true;
    table->rows.items[cost].part_of = table->rows.items[financing].part_of = tie;
    table->rows.items[surplus].part_of = table->rows.items[deficit].part_of = tie;
    return table;
}

static void check_across(struct doc_table *table, const int64_t *shown, int row, int total)
{
    int64_t sum = 0;
    bool known = !cell_of(table, row, total)->unknown, any = false;
    for (int column = 0; column < table->column_count; column++) {
        if (table->columns[column].part_of != total)
            continue;
        any = true;
        known = known && !cell_of(table, row, column)->unknown;
        sum += sign_of(table, column) * shown[row * table->column_count + column];
    }
    if (any && known)
        assert_int_equal(sum, shown[row * table->column_count + total]);
}

static void check_table(struct arena *arena, struct doc_table *table, money unit)
{
    const int64_t *shown = rounded(arena, table, unit);
    check_neighbours(table, unit, shown);
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            check_down(table, shown, row, column);
            check_across(table, shown, row, column);
        }
    size_t size = (size_t)(table->rows.count * table->column_count) * sizeof *shown;
    assert_memory_equal(shown, rounded(arena, table, unit), size);
}

static void random_tables_add_up(struct arena *arena, uint64_t seed, const int *columns, int count, bool against)
{
    for (int i = 0; i < 200; i++) {
        struct doc_table *table = draw_table(arena, &seed, columns, count, against);
        check_table(arena, table, 100);
        check_table(arena, table, 100000);
    }
}

static void random_columns_add_up(void **state)
{
    random_tables_add_up(*state, 20210101, (int[]){ -1, -1 }, 2, false);
}

static void random_years_add_up(void **state)
{
    random_tables_add_up(*state, 20220101, (int[]){ 3, 3, 3, -1, -1 }, 5, false);
}

static void random_totals_in_front_add_up(void **state)
{
    random_tables_add_up(*state, 20230101, (int[]){ -1, 0, 0, -1, 3, 3, 3, -1 }, 8, false);
}

/* As cost, financing, financing less cost, and cash. */
static void random_differences_add_up(void **state)
{
    random_tables_add_up(*state, 20250101, (int[]){ 2, 2, -1, -1 }, 4, true);
}

/* Cost 1,50, financing 1,50 and then 0,49: every figure shows as its nearest, since 2 − 2 = 0 in
   both the first row and the last. */
static void a_difference_is_tied_across(void **state)
{
    struct doc_table *table = table_of(*state, (int[]){ 2, 2, -1 }, 3);
    table->first_against = true;
    row_with(*state, table, 2, 1, (money[]){ 150, 150, 0 });
    row_with(*state, table, 2, 1, (money[]){ 0, 49, 49 });
    row_with(*state, table, -1, 1, (money[]){ 150, 199, 49 });
    const int64_t *shown = rounded(*state, table, 100);
    static const int64_t expected[] = { 2, 2, 0, 0, 0, 0, 2, 2, 0 };
    for (int i = 0; i < 9; i++)
        assert_int_equal(shown[i], expected[i]);
}

static void a_large_table_adds_up(void **state)
{
    enum { MONTHS = 120, LINES = 28 };
    int columns[MONTHS + 1];
    for (int i = 0; i < MONTHS; i++)
        columns[i] = MONTHS;
    columns[MONTHS] = -1;
    uint64_t seed = 20240101;
    struct doc_table *table = table_of(*state, columns, MONTHS + 1);
    int cost = add_total(*state, table, add_leaves(*state, table, &seed, LINES));
    int financing = add_total(*state, table, add_leaves(*state, table, &seed, LINES));
    add_total(*state, table, cost);
    assert_int_equal(table->rows.items[cost].part_of, table->rows.items[financing].part_of);
    check_table(*state, table, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lists_use_the_largest_remainder),
        ARENA_TEST(a_list_in_three_levels),
        ARENA_TEST(a_square_of_halves),
        ARENA_TEST(figures_near_a_half_give_way),
        ARENA_TEST(both_sides_show_the_same),
        ARENA_TEST(unknown_cells_leave_the_other_sums),
        ARENA_TEST(an_empty_total_states_no_sum),
        ARENA_TEST(an_empty_total_over_nothing_is_zero),
        ARENA_TEST(only_what_differs_in_sight_is_rounded),
        ARENA_TEST(random_columns_add_up),
        ARENA_TEST(random_years_add_up),
        ARENA_TEST(random_totals_in_front_add_up),
        ARENA_TEST(random_differences_add_up),
        ARENA_TEST(a_difference_is_tied_across),
        ARENA_TEST(a_large_table_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

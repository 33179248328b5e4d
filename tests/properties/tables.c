/* The tables of real budgets, by year, quarter and month, in kr, tkr and mnkr: they add up as
   printed, down and across. */

#include <medfin/contents/budget.h>
#include <medfin/doc/rounding.h>

#include "random_project.h"

enum { PROJECTS = 150 };

/* A table with the figures that it shows. */
struct shown {
    const struct trial *trial;
    const struct doc_table *table;
    money unit;
    int64_t *figures;
};

static const struct doc_cell *cell_of(const struct shown *shown, int row, int column)
{
    return &shown->table->rows.items[row].cells[column];
}

static bool is_money(const struct doc_cell *cell)
{
    return cell_is_rounded(cell) && !cell->unknown;
}

static int64_t figure(const struct shown *shown, int row, int column)
{
    return shown->figures[row * shown->table->column_count + column];
}

static void fails(const struct shown *shown, const char *why, int row, int column)
{
    trial_fails(shown->trial,
                arena_text(shown->trial->arena, "%s, %s, in units of %lld öre, column %d: %s", shown->table->caption,
                           shown->table->rows.items[row].label, (long long)shown->unit, column, why));
}

/* What a sum has gathered: its parts as shown, unless one of them is unknown. */
struct gathered {
    int parts;
    bool unknown;
    int64_t sum;
};

static void gather(struct gathered *gathered, const struct doc_cell *cell, int64_t figure)
{
    gathered->parts++;
    gathered->unknown = gathered->unknown || cell->unknown;
    gathered->sum += is_money(cell) ? figure : 0;
}

/* A hidden row holds no figures: its parts add up to nothing. */
static bool adds_up(const struct gathered *gathered, const struct doc_row *row, const struct doc_cell *total,
                    int64_t figure)
{
    if (!gathered->parts || gathered->unknown || (!row->hidden && !is_money(total)))
        return true;
    return gathered->sum == (row->hidden ? 0 : figure);
}

static void check_down(const struct shown *shown)
{
    const struct doc_table *table = shown->table;
    for (int total = 0; total < table->rows.count; total++)
        for (int column = 0; column < table->column_count; column++) {
            struct gathered gathered = { 0 };
            for (int row = 0; row < total; row++) {
                const struct doc_row *part = &table->rows.items[row];
                if (part->part_of == total)
                    gather(&gathered, &part->cells[column], part->sign * figure(shown, row, column));
            }
            if (!adds_up(&gathered, &table->rows.items[total], cell_of(shown, total, column),
                         figure(shown, total, column)))
                fails(shown, "does not add up downwards", total, column);
        }
}

static void check_across(const struct shown *shown)
{
    const struct doc_table *table = shown->table;
    for (int row = 0; row < table->rows.count; row++)
        for (int total = 0; total < table->column_count; total++) {
            struct gathered gathered = { 0 };
            for (int column = 0; column < table->column_count; column++)
                if (table->columns[column].part_of == total)
                    gather(&gathered, cell_of(shown, row, column), figure(shown, row, column));
            const struct doc_row *at = &table->rows.items[row];
            if (!at->hidden && !adds_up(&gathered, at, cell_of(shown, row, total), figure(shown, row, total)))
                fails(shown, "does not add up across", row, total);
        }
}

static int check_table(const struct trial *trial, const struct doc_table *table, money unit)
{
    size_t cells = (size_t)table->rows.count * (size_t)table->column_count;
    struct shown shown = { trial, table, unit, arena_take(trial->arena, cells + 1, sizeof *shown.figures) };
    table_round(table, unit, shown.figures, trial->arena);
    check_down(&shown);
    check_across(&shown);
    return 1;
}

static void tables_add_up(struct trial *trial, struct dice *dice)
{
    enum report_by by = (enum report_by)roll(dice, BY_MONTH + 1);
    for (const struct doc_unit *unit = doc_units; unit->name; unit++) {
        struct doc *doc = doc_new(trial->arena, LANGUAGE_EN, unit);
        budget_contents(doc, trial->plan, by);
        int tables = 0;
        for (int i = 0; i < doc->blocks.count; i++)
            if (doc->blocks.items[i].kind == BLOCK_TABLE)
                tables += check_table(trial, doc->blocks.items[i].table, unit->ore);
        assert_true(tables >= 2);
    }
}

static void tables_add_up_as_printed(void **state)
{
    try_projects(state, PROJECTS, 11, ALL_KNOWN, tables_add_up);
}

/* What is unknown states no sum; all others add up still. */
static void tables_with_unknowns_add_up_where_they_can(void **state)
{
    try_projects(state, PROJECTS, 12, SOME_UNKNOWN, tables_add_up);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(tables_add_up_as_printed),
        ARENA_TEST(tables_with_unknowns_add_up_where_they_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

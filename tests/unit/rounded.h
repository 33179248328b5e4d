#ifndef MEDFIN_TESTS_ROUNDED_H
#define MEDFIN_TESTS_ROUNDED_H

/* Tables of money whose rounding is tested: made by hand or at random, and held against the
   sums that they state, counted here once more. */

#include "unit.h"

#include <medfin/doc/rounding.h>

static inline struct doc_table *table_of(struct arena *arena, const int *column_totals, int count)
{
    struct doc *doc = doc_new(arena, LANGUAGE_SV, &doc_units[0]);
    struct doc_column *columns = arena_take(arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < count; i++)
        columns[i] = (struct doc_column){ .title = "", .part_of = column_totals[i] };
    return doc_table(doc, "", "", columns, count);
}

/* A row without figures; returns its number. */
static inline int row_of(struct arena *arena, struct doc_table *table, int part_of, int sign)
{
    struct doc_row *row = doc_row(doc_new(arena, LANGUAGE_SV, &doc_units[0]), table, "", 0);
    row->part_of = part_of;
    row->sign = sign;
    return table->rows.count - 1;
}

static inline void row_with(struct arena *arena, struct doc_table *table, int part_of, int sign, const money *figures)
{
    int row = row_of(arena, table, part_of, sign);
    for (int i = 0; i < table->column_count; i++)
        table->rows.items[row].cells[i] = cell_money(figures[i], false, NULL);
}

static inline int64_t *rounded(struct arena *arena, const struct doc_table *table, money unit)
{
    int64_t *shown = arena_take(arena, (size_t)(table->rows.count * table->column_count), sizeof *shown);
    table_round(table, unit, shown, arena);
    return shown;
}

/* Random tables. */

static inline uint64_t draw(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static inline int draw_below(uint64_t *seed, int limit)
{
    return (int)(draw(seed) % (uint64_t)limit);
}

static inline struct doc_cell *cell_of(struct doc_table *table, int row, int column)
{
    return &table->rows.items[row].cells[column];
}

static inline bool is_part_column(const struct doc_table *table, int column)
{
    return table->columns[column].part_of >= 0;
}

/* Figures of a leaf row; its totals over the columns come later. */
static inline void draw_leaf(struct doc_table *table, int row, uint64_t *seed)
{
    for (int column = 0; column < table->column_count; column++) {
        money size = draw_below(seed, 4) ? draw_below(seed, 100000) : 50 * draw_below(seed, 7);
        money figure = draw_below(seed, 8) ? size : -size;
        *cell_of(table, row, column) = cell_money(figure, draw_below(seed, 60) == 0, NULL);
        if (draw_below(seed, 12) == 0 && is_part_column(table, column))
            *cell_of(table, row, column) = (struct doc_cell){ .kind = CELL_EMPTY };
    }
}

static inline void add_to(struct doc_cell *total, const struct doc_cell *part, int sign)
{
    total->unknown = total->unknown || part->unknown;
    total->number += sign * part->number;
}

static inline void total_down(struct doc_table *table, int row)
{
    for (int column = 0; column < table->column_count; column++) {
        *cell_of(table, row, column) = cell_money(0, false, NULL);
        for (int part = 0; part < row; part++)
            if (table->rows.items[part].part_of == row)
                add_to(cell_of(table, row, column), cell_of(table, part, column), table->rows.items[part].sign);
    }
}

static inline void check_neighbours(struct doc_table *table, money unit, const int64_t *shown)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const struct doc_cell *cell = cell_of(table, row, column);
            int64_t figure = shown[row * table->column_count + column];
            if (!cell_is_rounded(cell) || cell->unknown)
                assert_int_equal(figure, 0);
            else
                assert_true(llabs(figure * unit - cell->number) < unit);
        }
}

static inline void check_down(struct doc_table *table, const int64_t *shown, int total, int column)
{
    int64_t sum = 0;
    bool known = !cell_of(table, total, column)->unknown, any = false;
    for (int row = 0; row < total; row++) {
        if (table->rows.items[row].part_of != total)
            continue;
        any = true;
        known = known && !cell_of(table, row, column)->unknown;
        sum += table->rows.items[row].sign * shown[row * table->column_count + column];
    }
    if (any && known)
        assert_int_equal(sum, shown[total * table->column_count + column]);
}

#endif

#include <medfin/doc/rounding.h>

#include <assert.h>

#include <medfin/base/controlled.h>

/* The figures of one kind in a table. */
struct sums {
    const struct doc_table *table;
    enum kind kind; /* money or percents */
    int64_t unit;
    bool *row_total, *column_total; /* others are part of it */
    int *facing;                    /* a row's sign in the total at the top of its tree */
    struct arena *arena;
};

/* At most two decimals of a percent. */
static const share least_percent = SHARE_ONE / 10000;

static bool is_of(const struct doc_cell *cell, enum kind kind)
{
    return cell->kind == CELL_FIGURE && cell->of == kind && !cell->exact;
}

static const struct doc_cell *cell_at(const struct sums *sums, int row, int column)
{
    return &sums->table->rows.items[row].cells[column];
}

static int part_of(const struct sums *sums, int row)
{
    return sums->table->rows.items[row].part_of;
}

static bool counts(const struct sums *sums, const struct doc_cell *cell)
{
    return !cell->unknown && (is_of(cell, sums->kind) || cell->kind == CELL_EMPTY);
}

static int64_t amount(const struct sums *sums, const struct doc_cell *cell)
{
    return is_of(cell, sums->kind) ? cell->number : 0;
}

/* The column that holds the total over this one, itself if it does, or -1. */
static int total_column(const struct sums *sums, int column)
{
    return sums->column_total[column] ? column : sums->table->columns[column].part_of;
}

static int column_sign(const struct sums *sums, int column)
{
    const struct doc_table *table = sums->table;
    int total = table->columns[column].part_of;
    bool is_first = true;
    for (int c = 0; c < column; c++)
        is_first = is_first && table->columns[c].part_of != total;
    return table->first_against && total >= 0 && is_first ? -1 : 1;
}

/* Percents are of billionths, and their sum need not be one to the last. */
static bool states(const struct sums *sums, const struct doc_cell *total, int64_t sum, int parts, bool ties)
{
    int64_t off = sum - amount(sums, total);
    if (!counts(sums, total) || (total->kind == CELL_EMPTY && sum && !ties))
        return false;
    if (sums->kind == KIND_SHARE)
        return parts && off <= parts && off >= -parts;
    assert(!off);
    return true;
}

/* True if the table states that this cell is the sum of its part rows, all known. */
static bool adds_down(const struct sums *sums, int total, int column)
{
    int64_t sum = 0;
    int parts = 0;
    for (int row = 0; row < total; row++) {
        if (part_of(sums, row) != total)
            continue;
        if (!counts(sums, cell_at(sums, row, column)))
            return false;
        sum += sums->table->rows.items[row].sign * amount(sums, cell_at(sums, row, column));
        parts++;
    }
    return states(sums, cell_at(sums, total, column), sum, parts, sums->table->rows.items[total].hidden);
}

static bool adds_across(const struct sums *sums, int row, int total)
{
    int64_t sum = 0;
    int parts = 0;
    for (int column = 0; column < sums->table->column_count; column++) {
        if (sums->table->columns[column].part_of != total)
            continue;
        if (!counts(sums, cell_at(sums, row, column)))
            return false;
        sum += column_sign(sums, column) * amount(sums, cell_at(sums, row, column));
        parts++;
    }
    return states(sums, cell_at(sums, row, total), sum, parts, false);
}

/* A cell stands in two sums at most: a leaf row's in that row's own sum and in its column's, a total row's in the sum
   of its parts and in the sum that it is part of. A total row's own sum over the columns follows from these. A sum that
   is not stated or not known is the ground. */

static int node_at(const struct sums *sums, int row, int column)
{
    return row * sums->table->column_count + column;
}

static int *state_sums(const struct sums *sums, struct controlled *network)
{
    const struct doc_table *table = sums->table;
    int *nodes = arena_take(sums->arena, (size_t)(table->rows.count * table->column_count), sizeof *nodes);
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            bool stated = sums->row_total[row]         ? adds_down(sums, row, column)
                          : sums->column_total[column] ? adds_across(sums, row, column)
                                                       : false;
            nodes[node_at(sums, row, column)] = stated ? controlled_sum(network) : CONTROLLED_GROUND;
        }
    return nodes;
}

static enum controlled_rank rank_of(const struct sums *sums, int row, int column)
{
    bool is_part = sums->table->columns[column].part_of >= 0, is_whole = part_of(sums, row) < 0;
    if (sums->row_total[row])
        return !is_whole ? RANK_GROUP : is_part ? RANK_YEAR : RANK_WHOLE;
    return sums->column_total[column] ? RANK_LINE : RANK_CELL;
}

static int add_cell(const struct sums *sums, struct controlled *network, const int *nodes, int row, int column)
{
    const struct doc_cell *cell = cell_at(sums, row, column);
    int total = total_column(sums, column), outer = part_of(sums, row);
    int own = sums->row_total[row] ? nodes[node_at(sums, row, column)]
              : total >= 0         ? nodes[node_at(sums, row, total)]
                                   : CONTROLLED_GROUND;
    int other = outer >= 0 ? nodes[node_at(sums, outer, column)] : CONTROLLED_GROUND;
    bool outward = (sums->facing[row] * column_sign(sums, column) > 0) != sums->column_total[column];
    int figure = controlled_figure(network, outward ? own : other, outward ? other : own, cell->number,
                                   rank_of(sums, row, column));
    if (cell->is_set)
        controlled_fix(network, figure, cell->whole);
    return figure;
}

static void round_kind(const struct sums *sums, int64_t *shown)
{
    const struct doc_table *table = sums->table;
    struct controlled *network = controlled_new(sums->unit, sums->arena);
    const int *nodes = state_sums(sums, network);
    int *figures = arena_take(sums->arena, (size_t)(table->rows.count * table->column_count), sizeof *figures);
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const struct doc_cell *cell = cell_at(sums, row, column);
            if (counts(sums, cell) && cell->kind != CELL_EMPTY)
                figures[node_at(sums, row, column)] = 1 + add_cell(sums, network, nodes, row, column);
        }
    controlled_round(network);
    for (int at = 0; at < table->rows.count * table->column_count; at++)
        if (figures[at])
            shown[at] = controlled_whole(network, figures[at] - 1);
}

static struct sums sums_of(const struct doc_table *table, struct arena *arena)
{
    size_t rows = (size_t)table->rows.count, columns = (size_t)table->column_count;
    struct sums sums = { .table = table, .arena = arena };
    sums.row_total = arena_take(arena, rows, sizeof *sums.row_total);
    sums.column_total = arena_take(arena, columns, sizeof *sums.column_total);
    sums.facing = arena_take(arena, rows, sizeof *sums.facing);
    for (int row = table->rows.count - 1; row >= 0; row--) {
        int total = part_of(&sums, row);
        assert(total < 0 || (total > row && total < table->rows.count));
        sums.facing[row] = total < 0 ? 1 : table->rows.items[row].sign * sums.facing[total];
        if (total >= 0)
            sums.row_total[total] = true;
    }
    for (int column = 0; column < table->column_count; column++) {
        int total = table->columns[column].part_of;
        assert(total < 0 || table->columns[total].part_of < 0);
        if (total >= 0)
            sums.column_total[total] = true;
    }
    return sums;
}

int64_t cell_shown(const struct doc_cell *cell, money unit)
{
    if (cell->unknown || cell->kind != CELL_FIGURE)
        return 0;
    if (cell->is_set)
        return cell->whole;
    if (cell->of != KIND_MONEY && cell->of != KIND_SHARE)
        return 0;
    return round_quotient(cell->number, cell->of == KIND_MONEY ? unit : least_percent);
}

bool table_has_money(const struct doc_table *table)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++)
            if (cell_is_rounded(&table->rows.items[row].cells[column]))
                return true;
    return false;
}

/* Whether sums have to be looked at: figures of the kind stand in some that are not all decided. */
static bool any_open(const struct sums *sums)
{
    bool any = false;
    for (int row = 0; row < sums->table->rows.count; row++)
        for (int column = 0; column < sums->table->column_count && !any; column++) {
            const struct doc_cell *cell = cell_at(sums, row, column);
            bool stands = sums->row_total[row] || part_of(sums, row) >= 0 || total_column(sums, column) >= 0;
            any = stands && is_of(cell, sums->kind) && !cell->unknown && !cell->is_set;
        }
    return any;
}

static bool any_rounded(const struct doc_table *table, money unit, const int64_t *shown)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            if (cell_is_rounded(cell) && !cell->unknown && !table->rows.items[row].hidden &&
                cell->number != shown[row * table->column_count + column] * unit)
                return true;
        }
    return false;
}

bool table_round(const struct doc_table *table, money unit, int64_t *shown, struct arena *arena)
{
    static const enum kind kinds[] = { KIND_MONEY, KIND_SHARE };
    assert(unit > 0);
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++)
            shown[row * table->column_count + column] = cell_shown(&table->rows.items[row].cells[column], unit);
    struct sums sums = sums_of(table, arena);
    for (int i = 0; i < 2; i++) {
        sums.kind = kinds[i];
        sums.unit = kinds[i] == KIND_MONEY ? unit : least_percent;
        if (any_open(&sums))
            round_kind(&sums, shown);
    }
    return any_rounded(table, unit, shown);
}

bool row_left_out(const struct doc_table *table, int row, const int64_t *shown)
{
    const struct doc_row *of = &table->rows.items[row];
    if (of->hidden || !of->optional)
        return of->hidden || of->readers == FOR_DATA;
    for (int column = 0; column < table->column_count; column++) {
        const struct doc_cell *cell = &of->cells[column];
        if (cell->unknown ||
            (cell_is_rounded(cell) && (shown ? shown[row * table->column_count + column] : cell->number)))
            return false;
    }
    return true;
}

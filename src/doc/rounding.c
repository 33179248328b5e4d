#include <medfin/doc/rounding.h>

#include <assert.h>
#include <string.h>

struct sums {
    const struct doc_table *table;
    money unit;
    int64_t *shown;
    bool *row_total, *column_total; /* others are part of it */
    int *facing;                    /* a row's sign in the total at the top of its tree */
    struct arena *arena;
};

static const struct doc_cell *cell_at(const struct sums *sums, int row, int column)
{
    return &sums->table->rows.items[row].cells[column];
}

static int64_t *shown_at(const struct sums *sums, int row, int column)
{
    return &sums->shown[row * sums->table->column_count + column];
}

static int part_of(const struct sums *sums, int row)
{
    return sums->table->rows.items[row].part_of;
}

static bool counts(const struct doc_cell *cell)
{
    return !cell->unknown && (cell_is_rounded(cell) || cell->kind == CELL_EMPTY);
}

static money amount(const struct doc_cell *cell)
{
    return cell_is_rounded(cell) ? cell->number : 0;
}

static int64_t whole_below(money exact, money unit)
{
    return exact / unit - (exact % unit < 0);
}

/* The column that holds the total over this one, itself if it does, or -1. */
static int total_column(const struct sums *sums, int column)
{
    return sums->column_total[column] ? column : sums->table->columns[column].part_of;
}

static bool is_tied(const struct sums *sums, int row)
{
    return sums->table->runs || sums->row_total[row] || part_of(sums, row) >= 0;
}

static int column_sign(const struct sums *sums, int column)
{
    const struct doc_table *table = sums->table;
    int total = table->columns[column].part_of;
    bool is_first = true;
    for (int c = 0; c < column; c++)
        is_first = is_first && table->columns[c].part_of != total;
    return (table->runs && column == 0) || (table->first_against && total >= 0 && is_first) ? -1 : 1;
}

static bool states(const struct doc_cell *total, money sum, bool ties)
{
    if (!counts(total) || (total->kind == CELL_EMPTY && sum && !ties))
        return false;
    assert(sum == amount(total));
    return true;
}

/* True if the table states that this cell is the sum of its part rows, all known. */
static bool adds_down(const struct sums *sums, int total, int column)
{
    const struct doc_cell *cell = cell_at(sums, total, column);
    money sum = 0;
    for (int row = 0; row < total; row++) {
        if (part_of(sums, row) != total)
            continue;
        if (!counts(cell_at(sums, row, column)))
            return false;
        sum += sums->table->rows.items[row].sign * amount(cell_at(sums, row, column));
    }
    return states(cell, sum, sums->table->rows.items[total].hidden);
}

static bool adds_across(const struct sums *sums, int row, int total)
{
    const struct doc_cell *cell = cell_at(sums, row, total);
    bool runs = sums->table->runs;
    if (runs && (row == 0 || !counts(cell_at(sums, row - 1, total))))
        return false;
    money sum = runs ? amount(cell_at(sums, row - 1, total)) : 0;
    for (int column = 0; column < sums->table->column_count; column++) {
        if (sums->table->columns[column].part_of != total)
            continue;
        if (!counts(cell_at(sums, row, column)))
            return false;
        sum += column_sign(sums, column) * amount(cell_at(sums, row, column));
    }
    return states(cell, sum, false);
}

/* One direction: the largest remainder. */

struct part {
    int row, column, sign;
    int64_t whole;
    money rest;
};

static void share_out(const struct sums *sums, money exact, int64_t shown, struct part *parts, int count)
{
    /* A negative total is split as its opposite is. */
    int turn = exact < 0 ? -1 : 1;
    int64_t left = turn * shown;
    for (int i = 0; i < count; i++) {
        money part = turn * parts[i].sign * amount(cell_at(sums, parts[i].row, parts[i].column));
        parts[i].whole = whole_below(part, sums->unit);
        parts[i].rest = part - parts[i].whole * sums->unit;
        left -= parts[i].whole;
    }
    assert(left >= 0);
    for (; left > 0; left--) {
        int largest = 0;
        for (int i = 1; i < count; i++)
            if (parts[i].rest > parts[largest].rest)
                largest = i;
        assert(count && parts[largest].rest > 0);
        parts[largest].whole++;
        parts[largest].rest = 0;
    }
    for (int i = 0; i < count; i++)
        *shown_at(sums, parts[i].row, parts[i].column) = turn * parts[i].sign * parts[i].whole;
}

static void round_row(const struct sums *sums, int row, int total, struct part *parts)
{
    if (!adds_across(sums, row, total))
        return;
    int count = 0;
    for (int column = 0; column < sums->table->column_count; column++)
        if (sums->table->columns[column].part_of == total)
            parts[count++] = (struct part){ .row = row, .column = column, .sign = column_sign(sums, column) };
    share_out(sums, amount(cell_at(sums, row, total)), *shown_at(sums, row, total), parts, count);
}

/* From the last row up, so that a total stands before its parts are shared out. */
static void round_column(const struct sums *sums, int column, struct part *parts)
{
    for (int total = sums->table->rows.count - 1; total >= 0; total--) {
        if (!sums->row_total[total] || !adds_down(sums, total, column))
            continue;
        int count = 0;
        for (int row = 0; row < total; row++)
            if (part_of(sums, row) == total)
                parts[count++] = (struct part){ row, column, sums->table->rows.items[row].sign, 0, 0 };
        share_out(sums, amount(cell_at(sums, total, column)), *shown_at(sums, total, column), parts, count);
    }
}

/* Two directions: a circulation. A cell is an edge, a stated sum a node, and each cell stands
   in two sums at most: a leaf row's in that row's own sum and in its column's, a total row's
   in the sum of its parts and in the sum that it is part of. A total row's own sum over the
   columns follows from these. A balance that runs stands in its own row's sum and in that of the
   row below. A sum that is not stated or not known is the ground. */

enum { GROUND };

struct edge {
    int from, to;
    int64_t *shown;
    money rest;  /* above the whole unit below */
    bool raised; /* shows the whole unit above */
    int rank;    /* 0: a part; 1: of a total row; 2: of its grand total */
};

struct network {
    LIST(struct edge) edges;
    int node_count;
    money unit;
    bool *stated;    /* by node */
    int64_t *excess; /* by node: what flows in above what flows out */
    int *starts;     /* by node: its first place in `ways`; one more at the end */
    int *ways;       /* edges, in reading order for each node */
    int *reached_by; /* by node: the edge that a search came by, + 1 */
    int *queue;
};

static int node_at(const struct sums *sums, int row, int column)
{
    return 1 + row * sums->table->column_count + column;
}

static void state_sums(const struct sums *sums, struct network *network)
{
    for (int row = 0; row < sums->table->rows.count; row++) {
        for (int column = 0; is_tied(sums, row) && column < sums->table->column_count; column++) {
            bool *stated = &network->stated[node_at(sums, row, column)];
            if (total_column(sums, column) < 0)
                *stated = false;
            else if (sums->row_total[row])
                *stated = adds_down(sums, row, column);
            else if (sums->column_total[column])
                *stated = adds_across(sums, row, column);
        }
    }
}

/* The other sum that a cell stands in, beside its row's or its parts'. */
static int outer_node(const struct sums *sums, int row, int column)
{
    if (sums->table->runs && sums->column_total[column]) {
        bool is_last = row + 1 == sums->table->rows.count || sums->row_total[row + 1];
        return is_last ? GROUND : node_at(sums, row + 1, column);
    }
    return part_of(sums, row) >= 0 ? node_at(sums, part_of(sums, row), column) : GROUND;
}

static void add_edge(const struct sums *sums, struct network *network, int row, int column)
{
    const struct doc_cell *cell = cell_at(sums, row, column);
    if (!counts(cell) || cell->kind == CELL_EMPTY)
        return;
    int own = node_at(sums, row, sums->row_total[row] ? column : total_column(sums, column));
    int outer = outer_node(sums, row, column);
    own = network->stated[own] ? own : GROUND;
    outer = network->stated[outer] ? outer : GROUND;
    bool outward = (sums->facing[row] * column_sign(sums, column) > 0) != sums->column_total[column];

    struct edge *edge = list_add(&network->edges, sums->arena);
    edge->from = outward ? own : outer;
    edge->to = outward ? outer : own;
    edge->shown = shown_at(sums, row, column);
    int64_t below = whole_below(amount(cell), sums->unit);
    edge->rest = amount(cell) - below * sums->unit;
    edge->raised = *edge->shown > below;
    edge->rank = sums->row_total[row] ? 1 + sums->column_total[column] : 0;
    network->excess[edge->from] -= *edge->shown;
    network->excess[edge->to] += *edge->shown;
}

/* Orders the edges by node. */
static void link_edges(struct network *network, struct arena *arena)
{
    int *starts = network->starts = arena_take(arena, (size_t)network->node_count + 2, sizeof *starts);
    network->ways = arena_take(arena, 2 * (size_t)network->edges.count, sizeof *network->ways);
    for (int i = 0; i < network->edges.count; i++) {
        starts[network->edges.items[i].from + 2]++;
        starts[network->edges.items[i].to + 2]++;
    }
    for (int node = 0; node <= network->node_count; node++)
        starts[node + 1] += starts[node];
    for (int i = 0; i < network->edges.count; i++) {
        network->ways[starts[network->edges.items[i].from + 1]++] = i;
        network->ways[starts[network->edges.items[i].to + 1]++] = i;
    }
}

static struct network network_of(const struct sums *sums)
{
    struct network network = { .unit = sums->unit };
    size_t nodes = 1 + (size_t)(sums->table->rows.count * sums->table->column_count);
    network.node_count = (int)nodes;
    network.stated = arena_take(sums->arena, nodes, sizeof *network.stated);
    network.excess = arena_take(sums->arena, nodes, sizeof *network.excess);
    network.reached_by = arena_take(sums->arena, nodes, sizeof *network.reached_by);
    network.queue = arena_take(sums->arena, nodes, sizeof *network.queue);
    state_sums(sums, &network);
    for (int row = 0; row < sums->table->rows.count; row++)
        for (int column = 0; column < sums->table->column_count; column++)
            if (is_tied(sums, row) && total_column(sums, column) >= 0)
                add_edge(sums, &network, row, column);
    link_edges(&network, sums->arena);
    return network;
}

/* What the other whole unit adds to the distance from the exact figure. A total gives way
   only when no part can, and a grand total last, so that two tables of the same report show
   the same totals. */
static money cost_of_turning(const struct edge *edge, money unit)
{
    money farther = edge->raised ? 2 * edge->rest - unit : unit - 2 * edge->rest;
    return farther + edge->rank * unit;
}

static int other_end(const struct edge *edge, int node)
{
    return edge->from == node ? edge->to : edge->from;
}

/* The nearest node that can take what `start` has too much of, or give what it lacks, over
   cells that may turn to their other whole unit at `limit` each; -1 if there is none. */
static int search(struct network *network, int start, money limit)
{
    bool gives = network->excess[start] > 0;
    memset(network->reached_by, 0, (size_t)network->node_count * sizeof *network->reached_by);
    int head = 0, tail = 0;
    network->queue[tail++] = start;
    while (head < tail) {
        int node = network->queue[head++];
        for (int at = network->starts[node]; at < network->starts[node + 1]; at++) {
            const struct edge *edge = &network->edges.items[network->ways[at]];
            int next = other_end(edge, node);
            bool raise = (edge->from == node) == gives;
            if (!edge->rest || edge->raised == raise || cost_of_turning(edge, network->unit) > limit || next == start ||
                network->reached_by[next])
                continue;
            network->reached_by[next] = network->ways[at] + 1;
            if (next == GROUND || (gives ? network->excess[next] < 0 : network->excess[next] > 0))
                return next;
            network->queue[tail++] = next;
        }
    }
    return -1;
}

static void turn_path(struct network *network, int start, int end)
{
    int step = network->excess[start] > 0 ? 1 : -1;
    network->excess[start] -= step;
    network->excess[end] += step;
    for (int node = end; node != start;) {
        struct edge *edge = &network->edges.items[network->reached_by[node] - 1];
        *edge->shown += edge->raised ? -1 : 1;
        edge->raised = !edge->raised;
        node = other_end(edge, node);
    }
}

/* Brings what a node has too much or too little of to others, over cells that turn at so many
   quarters of a unit at most. A path of figures near a half is taken before a shorter one that
   turns a figure far from it. */
static void settle(struct network *network, int node, int most_quarters)
{
    while (network->stated[node] && network->excess[node]) {
        int end = -1;
        for (int quarters = 1; quarters <= most_quarters && end < 0; quarters++)
            end = search(network, node, network->unit * quarters / 4);
        if (end < 0)
            return;
        turn_path(network, node, end);
    }
}

/* Parts give way first, everywhere; only what they cannot settle moves a total. */
static void repair(struct network *network)
{
    for (int most_quarters = 4; most_quarters <= 12; most_quarters += 4)
        for (int node = GROUND + 1; node < network->node_count; node++)
            settle(network, node, most_quarters);
    for (int node = GROUND + 1; node < network->node_count; node++)
        assert(!network->stated[node] || !network->excess[node]);
}

static struct sums sums_of(const struct doc_table *table, money unit, int64_t *shown, struct arena *arena)
{
    size_t rows = (size_t)table->rows.count, columns = (size_t)table->column_count;
    struct sums sums = { .table = table, .unit = unit, .shown = shown, .arena = arena };
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

static void round_to_nearest(const struct sums *sums)
{
    for (int row = 0; row < sums->table->rows.count; row++) {
        for (int column = 0; column < sums->table->column_count; column++) {
            const struct doc_cell *cell = cell_at(sums, row, column);
            bool known = cell_is_rounded(cell) && !cell->unknown;
            *shown_at(sums, row, column) = known ? round_quotient(cell->number, sums->unit) : 0;
        }
    }
}

bool table_has_money(const struct doc_table *table)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++)
            if (cell_is_rounded(&table->rows.items[row].cells[column]))
                return true;
    return false;
}

static bool any_rounded(const struct sums *sums)
{
    for (int row = 0; row < sums->table->rows.count; row++)
        for (int column = 0; column < sums->table->column_count; column++) {
            const struct doc_cell *cell = cell_at(sums, row, column);
            if (cell_is_rounded(cell) && !cell->unknown && !sums->table->rows.items[row].hidden &&
                cell->number % sums->unit)
                return true;
        }
    return false;
}

bool table_round(const struct doc_table *table, money unit, int64_t *shown, struct arena *arena)
{
    assert(unit > 0);
    struct sums sums = sums_of(table, unit, shown, arena);
    round_to_nearest(&sums);
    /* Long tables of members hold none. */
    if (!table_has_money(table))
        return false;

    int longest = table->rows.count > table->column_count ? table->rows.count : table->column_count;
    struct part *parts = arena_take(arena, (size_t)longest, sizeof *parts);
    for (int column = 0; column < table->column_count; column++) {
        if (total_column(&sums, column) < 0)
            round_column(&sums, column, parts);
        for (int row = 0; sums.column_total[column] && row < table->rows.count; row++)
            if (!is_tied(&sums, row))
                round_row(&sums, row, column, parts);
    }

    struct network network = network_of(&sums);
    repair(&network);
    return any_rounded(&sums);
}

bool row_left_out(const struct doc_table *table, int row, const int64_t *shown)
{
    const struct doc_row *of = &table->rows.items[row];
    if (of->hidden || !of->optional)
        return of->hidden || of->readers == FOR_DATA;
    for (int column = 0; column < table->column_count; column++) {
        const struct doc_cell *cell = &of->cells[column];
        if (cell->unknown || (cell_is_rounded(cell) && shown[row * table->column_count + column]))
            return false;
    }
    return true;
}

#include "shown_grid.h"

#include <medfin/base/controlled.h>
#include <medfin/plan/sums.h>

/* A sum, and the node that it is in the network; what is unknown is none. */
struct total {
    money exact;
    bool unknown;
    int node;
};

/* Rows of cost or of financing in groups: categories, funders with their cash and in kind. */
struct grouped {
    int group_count;
    int *group;             /* by row; −1: none of the side's */
    struct total *by_group; /* over the whole … */
    struct total *parts;    /* … and by part: group × count + part */
    struct total *years;    /* by part, of all groups */
    struct total whole;
    bool is_income; /* it flows the other way: out of the years */
};

struct work {
    const struct plan *plan;
    struct shown_grid *grid;
    const int64_t *above;
    struct arena *arena;
    struct cell *exact; /* as `whole` */
    struct controlled *network;
    int *figures;         /* of the cells, as `whole`; −1: in no network */
    bool in_kind_decided; /* what is in kind is */
};

static const struct section *group_section(const struct row *row)
{
    return row->side == SIDE_COST && row->category ? &row->category->section : row_payer(row);
}

static const struct section *bearer(const struct row *row)
{
    return row_payer(row);
}

static void add_exact(struct total *total, struct cell cell)
{
    total->exact += cell.amount;
    total->unknown = total->unknown || !cell_is_known(cell);
}

/* Which rows a side takes. */
static bool is_cost(const struct row *row)
{
    return row->side == SIDE_COST;
}

static bool is_financing(const struct row *row)
{
    return row->side == SIDE_FINANCING;
}

static bool is_borne(const struct row *row)
{
    return row->side == SIDE_COST && row->in_kind;
}

static int highest_order(const struct work *work, const struct section *(*section_of)(const struct row *row))
{
    int highest = 0;
    for (int r = 0; r < work->plan->row_count; r++) {
        const struct section *section = section_of(&work->plan->rows[r]);
        highest = section && section->order > highest ? section->order : highest;
    }
    return highest;
}

static struct grouped side_new(const struct work *work, bool (*takes)(const struct row *row),
                               const struct section *(*section_of)(const struct row *row))
{
    int rows = work->plan->row_count, count = work->grid->count, orders = highest_order(work, section_of);
    struct grouped side = { .is_income = takes == is_financing };
    int *numbers = arena_take(work->arena, (size_t)orders + 2, sizeof *numbers);
    side.group = arena_take(work->arena, (size_t)rows + 1, sizeof *side.group);
    for (int r = 0; r < rows; r++) {
        const struct section *section = section_of(&work->plan->rows[r]);
        int *number = &numbers[section ? section->order + 1 : 0];
        side.group[r] = -1;
        if (!takes(&work->plan->rows[r]))
            continue;
        *number = *number ? *number : ++side.group_count;
        side.group[r] = *number - 1;
    }
    side.by_group = arena_take(work->arena, (size_t)side.group_count + 1, sizeof *side.by_group);
    side.parts = arena_take(work->arena, (size_t)(side.group_count * count) + 1, sizeof *side.parts);
    side.years = arena_take(work->arena, (size_t)count, sizeof *side.years);
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < count && side.group[r] >= 0; p++) {
            const struct cell cell = work->exact[r * count + p];
            add_exact(&side.parts[side.group[r] * count + p], cell);
            add_exact(&side.by_group[side.group[r]], cell);
            add_exact(&side.years[p], cell);
            add_exact(&side.whole, cell);
        }
    return side;
}

static void place(const struct work *work, struct total *total)
{
    total->node = total->unknown ? CONTROLLED_GROUND : controlled_sum(work->network);
}

/* A figure of the side, which flows from the whole to its groups, rows and years, or back. */
static int flow(const struct work *work, const struct grouped *side, int from, int to, money exact,
                enum controlled_rank rank)
{
    return controlled_figure(work->network, side->is_income ? to : from, side->is_income ? from : to, exact, rank);
}

static int64_t row_whole(const struct work *work, int row)
{
    int64_t sum = 0;
    for (int p = 0; p < work->grid->count; p++)
        sum += work->grid->whole[row * work->grid->count + p];
    return sum;
}

static void add_row(const struct work *work, const struct grouped *side, int row)
{
    int count = work->grid->count, group = side->group[row];
    const struct cell *cells = &work->exact[row * count];
    bool decided = work->in_kind_decided && work->plan->rows[row].in_kind;
    struct total total = { 0 };
    for (int p = 0; p < count; p++)
        add_exact(&total, cells[p]);
    place(work, &total);
    int above = work->above ? CONTROLLED_GROUND : side->by_group[group].node;
    if (!total.unknown) {
        int figure = flow(work, side, above, total.node, total.exact, RANK_LINE);
        if (work->above || decided)
            controlled_fix(work->network, figure, decided ? row_whole(work, row) : work->above[row]);
    }
    for (int p = 0; p < count; p++) {
        if (!cell_is_known(cells[p]))
            continue;
        int figure = flow(work, side, total.node, side->parts[group * count + p].node, cells[p].amount, RANK_CELL);
        if (decided)
            controlled_fix(work->network, figure, work->grid->whole[row * count + p]);
        work->figures[row * count + p] = figure;
    }
}

/* The whole's own figure is the caller's, and so are those of the years. */
static void add_side(const struct work *work, struct grouped *side)
{
    int count = work->grid->count;
    place(work, &side->whole);
    for (int p = 0; p < count; p++)
        place(work, &side->years[p]);
    for (int g = 0; g < side->group_count; g++) {
        struct total *group = &side->by_group[g];
        place(work, group);
        if (!group->unknown && !work->above)
            flow(work, side, side->whole.node, group->node, group->exact, RANK_GROUP);
        for (int p = 0; p < count; p++) {
            struct total *part = &side->parts[g * count + p];
            place(work, part);
            if (!part->unknown)
                flow(work, side, part->node, side->years[p].node, part->exact, RANK_GROUP);
        }
    }
    for (int r = 0; r < work->plan->row_count; r++)
        if (side->group[r] >= 0)
            add_row(work, side, r);
}

/* Cost and financing and what they differ by, as three figures of one sum: `cost` from its node, `financing` to its. */
static void tie(const struct work *work, const struct total *cost, const struct total *financing,
                enum controlled_rank rank, bool is_whole)
{
    struct total gap = { financing->exact - cost->exact, cost->unknown || financing->unknown, 0 };
    place(work, &gap);
    const struct grouped forth = { .is_income = is_whole };
    if (!cost->unknown)
        flow(work, &forth, cost->node, gap.node, cost->exact, rank);
    if (!financing->unknown)
        flow(work, &forth, gap.node, financing->node, financing->exact, rank);
    if (!gap.unknown)
        flow(work, &forth, CONTROLLED_GROUND, gap.node, gap.exact, RANK_GAP);
}

static void read_wholes(const struct work *work)
{
    for (int i = 0; i < work->plan->row_count * work->grid->count; i++)
        if (work->figures[i] >= 0)
            work->grid->whole[i] = controlled_whole(work->network, work->figures[i]);
}

static void begin(struct work *work, money unit)
{
    work->network = controlled_new(unit, work->arena);
    for (int i = 0; i < work->plan->row_count * work->grid->count; i++)
        work->figures[i] = -1;
}

/* Borne in kind, by funder; what finances it is the same. */
static void round_in_kind(struct work *work, money unit)
{
    int count = work->grid->count;
    begin(work, unit);
    struct grouped side = side_new(work, is_borne, bearer);
    if (!side.group_count)
        return;
    add_side(work, &side);
    if (!side.whole.unknown && !work->above)
        flow(work, &side, CONTROLLED_GROUND, side.whole.node, side.whole.exact, RANK_WHOLE);
    for (int p = 0; p < count; p++)
        if (!side.years[p].unknown)
            flow(work, &side, side.years[p].node, CONTROLLED_GROUND, side.years[p].exact, RANK_YEAR);
    controlled_round(work->network);
    read_wholes(work);
    for (int r = 0; r < work->plan->row_count; r++)
        for (int p = 0; p < count && row_is_mirror(&work->plan->rows[r]); p++)
            work->grid->whole[r * count + p] = work->grid->whole[(r - 1) * count + p];
    work->in_kind_decided = true;
}

static void round_sides(struct work *work, money unit)
{
    begin(work, unit);
    struct grouped cost = side_new(work, is_cost, group_section);
    struct grouped financing = side_new(work, is_financing, group_section);
    add_side(work, &cost);
    add_side(work, &financing);
    if (!work->above)
        tie(work, &cost.whole, &financing.whole, RANK_WHOLE, true);
    for (int p = 0; p < work->grid->count; p++)
        tie(work, &cost.years[p], &financing.years[p], RANK_YEAR, false);
    controlled_round(work->network);
    read_wholes(work);
}

void shown_grid_round(struct shown_grid *grid, const struct plan *plan, money unit, const int64_t *above,
                      struct arena *arena)
{
    size_t cells = (size_t)(plan->row_count * grid->count) + 1;
    struct arena *own = arena_like(arena);
    struct work work = { .plan = plan, .grid = grid, .above = above, .arena = own };
    grid->whole = arena_take(arena, cells, sizeof *grid->whole);
    work.exact = arena_take(own, cells, sizeof *work.exact);
    work.figures = arena_take(own, cells, sizeof *work.figures);
    bool is_exact = true;
    for (int r = 0; r < plan->row_count; r++)
        for (int p = 0; p < grid->count; p++) {
            struct cell cell = row_sum(plan, &plan->rows[r], grid->parts[p].first, grid->parts[p].last);
            int at = r * grid->count + p;
            work.exact[at] = cell;
            grid->whole[at] = cell_is_known(cell) ? cell.amount / unit : 0;
            is_exact = is_exact && (!cell_is_known(cell) || cell.amount % unit == 0);
        }
    if (!is_exact) {
        round_in_kind(&work, unit);
        round_sides(&work, unit);
    }
    arena_free(own);
}

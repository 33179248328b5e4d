#include "shown_agree.h"

#include <medfin/plan/sums.h>

enum { MOST_LINES = 40 };

/* What a line or category shows of a part or in all, and the same of the other plan. */
struct held {
    int64_t whole, other_whole;
    money exact, other_exact;
};

/* A cost in both. */
struct both {
    int row; /* in the grid */
    const struct category *category;
    bool moves;              /* it is in no other sum than those of costs */
    struct held *line, *sum; /* by part, the last of all; the category's are its lines' together */
};

struct agreeing {
    struct shown_grid *grid;
    money unit;
    struct both *all;
    int count;
};

static bool is_off(const struct agreeing *of, int64_t whole, money exact)
{
    money apart = whole * of->unit - exact;
    return apart >= of->unit || apart <= -of->unit;
}

static int faults_of(const struct agreeing *of, const struct held *held)
{
    return is_off(of, held->whole, held->exact) +
           is_off(of, held->other_whole - held->whole, held->other_exact - held->exact);
}

static bool is_any_off(const struct agreeing *of)
{
    for (int i = 0; i < of->count; i++)
        for (int part = 0; part <= of->grid->count; part++)
            if (faults_of(of, &of->all[i].line[part]) || faults_of(of, &of->all[i].sum[part]))
                return true;
    return false;
}

/* What a move in a part between two lines can change: they and their categories, there and in all. */
static int faults_around(const struct agreeing *of, const struct both *one, const struct both *other, int part)
{
    const int parts[] = { part, of->grid->count };
    int faults = 0;
    for (int i = 0; i < 2; i++)
        faults += faults_of(of, &one->line[parts[i]]) + faults_of(of, &other->line[parts[i]]) +
                  faults_of(of, &one->sum[parts[i]]) +
                  (one->sum == other->sum ? 0 : faults_of(of, &other->sum[parts[i]]));
    return faults;
}

static void move(const struct agreeing *of, const struct both *both, int part, int by)
{
    const int parts[] = { part, of->grid->count };
    of->grid->whole[both->row * of->grid->count + part] += by;
    for (int i = 0; i < 2; i++) {
        both->line[parts[i]].whole += by;
        both->sum[parts[i]].whole += by;
    }
}

/* One unit from one line to another, where less is off with it. */
static bool is_better(const struct agreeing *of, const struct both *to, const struct both *from, int part)
{
    const int before = to != from && to->moves && from->moves ? faults_around(of, to, from, part) : 0;
    if (!before)
        return false;
    move(of, to, part, 1);
    move(of, from, part, -1);
    if (faults_around(of, to, from, part) < before)
        return true;
    move(of, to, part, -1);
    move(of, from, part, 1);
    return false;
}

static bool move_one(const struct agreeing *of)
{
    for (int part = 0; part < of->grid->count; part++)
        for (int i = 0; i < of->count; i++)
            for (int k = 0; k < of->count; k++)
                if (is_better(of, &of->all[i], &of->all[k], part))
                    return true;
    return false;
}

/* The row of the other plan that is the same cost; −1: it has none. */
static int same_row(const struct plan *other, const struct row *row)
{
    const struct section *line = project_find(other->project, row->line->kind, row->line->id);
    for (int r = 0; line && r < other->row_count; r++)
        if (other->rows[r].line == line && other->rows[r].side == row->side && other->rows[r].in_kind == row->in_kind)
            return r;
    return -1;
}

static void hold(struct held *held, const struct held *more)
{
    held->whole += more->whole;
    held->other_whole += more->other_whole;
    held->exact += more->exact;
    held->other_exact += more->other_exact;
}

/* The sums of its category, with those of the lines before it. */
static struct held *sums_of(const struct agreeing *of, const struct both *both, struct arena *arena)
{
    for (int i = 0; i < of->count - 1; i++)
        if (of->all[i].category == both->category)
            return of->all[i].sum;
    return arena_take(arena, (size_t)of->grid->count + 1, sizeof(struct held));
}

static void add_row(struct agreeing *of, const struct plan *plan, int row, const struct shown_grid *other,
                    const struct plan *other_plan, struct arena *arena)
{
    const int parts = of->grid->count, same = same_row(other_plan, &plan->rows[row]);
    struct both *both = &of->all[of->count++];
    *both = (struct both){ .row = row, .category = plan->rows[row].category, .moves = !plan->rows[row].in_kind };
    both->line = arena_take(arena, (size_t)parts + 1, sizeof *both->line);
    both->sum = sums_of(of, both, arena);
    for (int p = 0; p < parts; p++) {
        const struct months over = of->grid->parts[p];
        const struct cell sum = row_sum(plan, &plan->rows[row], over.first, over.last);
        const struct cell before =
            same < 0 ? (struct cell){ 0 } : row_sum(other_plan, &other_plan->rows[same], over.first, over.last);
        both->line[p] = (struct held){ .whole = of->grid->whole[row * parts + p],
                                       .other_whole = same < 0 ? 0 : other->whole[same * parts + p],
                                       .exact = sum.amount,
                                       .other_exact = before.amount };
        both->moves = both->moves && cell_is_known(sum) && cell_is_known(before);
        hold(&both->line[parts], &both->line[p]);
        hold(&both->sum[p], &both->line[p]);
        hold(&both->sum[parts], &both->line[p]);
    }
}

void shown_grid_agree(struct shown_grid *grid, const struct plan *plan, const struct shown_grid *other,
                      const struct plan *other_plan, money unit, struct arena *arena)
{
    struct agreeing of = { .grid = grid, .unit = unit };
    int lines = 0;
    for (int r = 0; r < plan->row_count; r++)
        lines += plan->rows[r].side == SIDE_COST;
    if (lines > MOST_LINES || grid->count != other->count)
        return;
    of.all = arena_take(arena, (size_t)lines + 1, sizeof *of.all);
    for (int r = 0; r < plan->row_count; r++)
        if (plan->rows[r].side == SIDE_COST)
            add_row(&of, plan, r, other, other_plan, arena);
    while (is_any_off(&of) && move_one(&of))
        continue;
}

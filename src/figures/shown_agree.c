#include "shown_agree.h"

#include <medfin/plan/sums.h>

enum { MOST_LINES = 40 };

/* A cost in both. */
struct both {
    int row; /* in the grid */
    const struct category *category;
    bool is_first; /* of its category */
    bool moves;    /* it is in no other sum than those of costs */
    money *exact, *other_exact;
    int64_t *other_whole;
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

static int64_t *shown_at(const struct agreeing *of, const struct both *both, int part)
{
    return &of->grid->whole[both->row * of->grid->count + part];
}

/* What a line or category shows, and what that is less than the other, as far as summed. */
struct held {
    int64_t whole, other_whole;
    money exact, other_exact;
};

static void hold(struct held *held, const struct agreeing *of, const struct both *both, int part)
{
    held->whole += *shown_at(of, both, part);
    held->other_whole += both->other_whole[part];
    held->exact += both->exact[part];
    held->other_exact += both->other_exact[part];
}

static int faults_of(const struct agreeing *of, const struct held *held)
{
    return is_off(of, held->whole, held->exact) +
           is_off(of, held->other_whole - held->whole, held->other_exact - held->exact);
}

/* Of a line, or of the category that it is the first of. */
static int faults_from(const struct agreeing *of, const struct both *first, bool of_category)
{
    struct held all = { 0 };
    int faults = 0;
    for (int part = 0; part < of->grid->count; part++) {
        struct held held = { 0 };
        for (int i = 0; i < of->count; i++) {
            const struct both *both = &of->all[i];
            if (of_category ? both->category == first->category : both == first) {
                hold(&held, of, both, part);
                hold(&all, of, both, part);
            }
        }
        faults += faults_of(of, &held);
    }
    return faults + faults_of(of, &all);
}

static int faults_in(const struct agreeing *of)
{
    int faults = 0;
    for (int i = 0; i < of->count; i++)
        faults += faults_from(of, &of->all[i], false) + (of->all[i].is_first ? faults_from(of, &of->all[i], true) : 0);
    return faults;
}

/* One unit from one line to another; true where less is off than before. */
static bool move_one(const struct agreeing *of, int before)
{
    for (int part = 0; part < of->grid->count; part++)
        for (int i = 0; i < of->count; i++)
            for (int k = 0; k < of->count; k++) {
                if (i == k || !of->all[i].moves || !of->all[k].moves)
                    continue;
                ++*shown_at(of, &of->all[i], part);
                --*shown_at(of, &of->all[k], part);
                if (faults_in(of) < before)
                    return true;
                --*shown_at(of, &of->all[i], part);
                ++*shown_at(of, &of->all[k], part);
            }
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

static void add_row(struct agreeing *of, const struct plan *plan, int row, const struct shown_grid *other,
                    const struct plan *other_plan, struct arena *arena)
{
    const size_t parts = (size_t)of->grid->count;
    struct both *both = &of->all[of->count++];
    const int same = same_row(other_plan, &plan->rows[row]);
    *both = (struct both){ .row = row, .category = plan->rows[row].category, .is_first = true };
    both->moves = !plan->rows[row].in_kind;
    both->exact = arena_take(arena, parts, sizeof *both->exact);
    both->other_exact = arena_take(arena, parts, sizeof *both->other_exact);
    both->other_whole = arena_take(arena, parts, sizeof *both->other_whole);
    for (int i = 0; i < of->count - 1; i++)
        both->is_first = both->is_first && of->all[i].category != both->category;
    for (int p = 0; p < of->grid->count; p++) {
        const struct months over = of->grid->parts[p];
        const struct cell sum = row_sum(plan, &plan->rows[row], over.first, over.last);
        both->exact[p] = sum.amount;
        both->moves = both->moves && cell_is_known(sum);
        if (same < 0)
            continue;
        const struct cell before = row_sum(other_plan, &other_plan->rows[same], over.first, over.last);
        both->other_exact[p] = before.amount;
        both->other_whole[p] = other->whole[same * other->count + p];
        both->moves = both->moves && cell_is_known(before);
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
    for (int faults = faults_in(&of); faults && move_one(&of, faults);)
        faults = faults_in(&of);
}

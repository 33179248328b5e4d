#include <medfin/analysis/sweep.h>

/* Figures outlive the trial's arena: of what they need only that they need something. */
static void keep(struct sweep_point *point, const struct rerun *trial, const struct needs *unknown, struct arena *arena)
{
    point->stands = trial->project != NULL;
    point->figures = arena_take(arena, (size_t)compared_figure_count, sizeof *point->figures);
    point->rules = arena_take(arena, (size_t)rule_count, sizeof *point->rules);
    if (!point->stands)
        return;
    for (int i = 0; i < compared_figure_count; i++) {
        struct cell cell = compared_figures[i].measure(trial->plan);
        point->figures[i] = (struct cell){ cell.amount, cell.needs ? unknown : NULL };
    }
    for (int i = 0; i < trial->findings.count; i++) {
        const struct finding *finding = &trial->findings.items[i];
        enum verdict *of_rule = &point->rules[finding->rule - rule_rows];
        *of_rule = finding->verdict > *of_rule ? finding->verdict : *of_rule;
    }
    point->verdict = findings_verdict(&trial->findings);
}

static void set_axis(statement_list *tried, const struct sweep_axis *axis, int at, int layer, struct arena *arena)
{
    struct statement *set = list_add(tried, arena);
    *set = axis->varied;
    set->layer = layer;
    set->value.number = axis->numbers[at];
}

struct sweep sweep_run(const statement_list *statements, const struct sweep_axis *axes, int axis_count,
                       struct arena *arena)
{
    struct sweep sweep = { .axes = axes, .axis_count = axis_count, .count = 1 };
    for (int i = 0; i < axis_count; i++)
        sweep.count *= axes[i].count;
    struct sweep_point *points = arena_take(arena, (size_t)sweep.count, sizeof *points);
    const struct needs *unknown = needs_one(arena, 0, 1);
    for (int p = 0; p < sweep.count; p++) {
        struct arena *own = arena_like(arena);
        int layer, rest = p;
        statement_list tried = trial_statements(statements, &layer, own);
        for (int i = axis_count - 1; i >= 0; i--) {
            set_axis(&tried, &axes[i], rest % axes[i].count, layer + i, own);
            rest /= axes[i].count;
        }
        const struct rerun trial = trial_run(&tried, NULL, own);
        keep(&points[p], &trial, unknown, arena);
        arena_free(own);
    }
    sweep.points = points;
    return sweep;
}

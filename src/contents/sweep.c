/* Sweeps over stated values, and what a search found. */

#include <medfin/contents/sweep.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>

static const char *failing_rules(struct doc *doc, const struct sweep_point *point)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (point->rules[r] == VERDICT_FAIL)
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* Of a rule, what its two columns say. */
static const char *const rule_parts[] = { "verdict", "margin" };

static const char *rule_label(struct doc *doc, const struct rule *rule, int of_margin)
{
    return of_margin ? arena_text(doc->arena, "%s, %s", tr(rule->title), tr(N_("margin"))) : tr(rule->title);
}

/* Rule number `rule` of those asked for by name: its verdict, or its margin. */
static struct doc_cell rule_cell(const struct sweep *sweep, const struct sweep_point *point, int rule, int of_margin,
                                 const char *key)
{
    const struct sweep_margin *margin = &point->margins[rule];
    if (!of_margin)
        return cell_verdict(point->rules[sweep->rules[rule] - rule_rows], key);
    return margin->is_there ? cell_number(margin->kind, margin->margin, false, key) : (struct doc_cell){ .key = NULL };
}

/* What is swept; for programs the paths and their values. */
static void add_axes(struct doc *doc, const struct plan *plan, const struct sweep *sweep)
{
    for (int i = 0; i < sweep->axis_count; i++) {
        const struct sweep_axis *axis = &sweep->axes[i];
        const struct statement *varied = &axis->varied;
        const struct section *section = project_find(plan->project, varied->section, varied->id);
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Varied: %s.")), stated_title_with_path(doc, section, varied)));
        doc_value(doc, cell_text(statement_path(doc->arena, &axis->varied, LANGUAGE_EN),
                                 arena_text(doc->arena, "axes[%d].path", i)));
        for (int v = 0; v < axis->count; v++)
            doc_value(doc, cell_tried(doc, &axis->varied, &axis->values[v],
                                      arena_text(doc->arena, "axes[%d].values[%d]", i, v)));
    }
}

static void add_point(struct doc *doc, struct doc_table *table, const struct sweep *sweep, int number)
{
    const struct sweep_axis *axis = &sweep->axes[0];
    const struct sweep_point *point = &sweep->points[number];
    const char *path = arena_text(doc->arena, "points[%d]", number);
    int figures = sweep->figure_count;
    struct doc_row *row = doc_row(doc, table, tried_text(doc, &axis->varied, &axis->values[number]), 0);
    if (!point->stands)
        return;
    for (int f = 0; f < figures; f++)
        row->cells[f] =
            cell_asked(&sweep->figures[f], point->figures[f],
                       arena_text(doc->arena, "%s.%s", path, asked_figure_path(doc->arena, &sweep->figures[f])));
    for (int r = 0; r < sweep->rule_count; r++)
        for (int of_margin = 0; of_margin < 2; of_margin++)
            row->cells[figures + 2 * r + of_margin] =
                rule_cell(sweep, point, r, of_margin,
                          arena_text(doc->arena, "%s.rules.%s.%s", path, sweep->rules[r]->id, rule_parts[of_margin]));
    if (!sweep->judges)
        return;
    struct doc_cell *last = &row->cells[figures + 2 * sweep->rule_count];
    last[0] = cell_verdict(point->verdict, arena_text(doc->arena, "%s.verdict", path));
    last[1] = cell_text(failing_rules(doc, point), NULL);
}

static void add_rule_columns(struct doc *doc, const struct sweep *sweep, struct doc_column *columns)
{
    for (int r = 0; r < sweep->rule_count; r++)
        for (int of_margin = 0; of_margin < 2; of_margin++)
            columns[2 * r + of_margin] = (struct doc_column){ rule_label(doc, sweep->rules[r], of_margin), -1, true };
    if (!sweep->judges)
        return;
    columns[2 * sweep->rule_count] = (struct doc_column){ tr(N_("Verdict")), -1, false };
    columns[2 * sweep->rule_count + 1] = (struct doc_column){ tr(N_("rules that fail")), -1, true };
}

static void add_line(struct doc *doc, const struct sweep *sweep)
{
    int figures = sweep->figure_count, count = figures + 2 * sweep->rule_count + (sweep->judges ? 2 : 0);
    const struct sweep_axis *axis = &sweep->axes[0];
    for (int p = 0; p < sweep->count; p++)
        doc_value(doc, cell_tried(doc, &axis->varied, &axis->values[p], arena_text(doc->arena, "points[%d].value", p)));
    struct doc_column *columns = arena_take(doc->arena, (size_t)count + 1, sizeof *columns);
    for (int f = 0; f < figures; f++)
        columns[f] = (struct doc_column){ asked_figure_title(doc, &sweep->figures[f]), -1, true };
    add_rule_columns(doc, sweep, columns + figures);
    struct doc_table *table = doc_table(doc, tr(N_("One value, step by step")),
                                        text_capital(doc->arena, stated_key(doc, &axis->varied)), columns, count);
    table->labels_wrap = table->no_sums = true;
    for (int p = 0; p < sweep->count; p++)
        add_point(doc, table, sweep, p);
}

/* What the cells of a grid hold: a figure, a rule's verdict or margin, or all rules' verdict. */
struct grid {
    const char *label, *id;
    int figure, rule; /* their numbers; −1: not of one */
    int of_margin;
};

static struct doc_cell grid_cell(const struct sweep *sweep, const struct sweep_point *point, const struct grid *grid,
                                 const char *key)
{
    if (grid->figure >= 0)
        return cell_asked(&sweep->figures[grid->figure], point->figures[grid->figure], key);
    return grid->rule >= 0 ? rule_cell(sweep, point, grid->rule, grid->of_margin, key)
                           : cell_verdict(point->verdict, key);
}

static void add_grid(struct doc *doc, const struct sweep *sweep, const struct grid *grid)
{
    const struct sweep_axis *down = &sweep->axes[0], *across = &sweep->axes[1];
    struct doc_column *columns = arena_take(doc->arena, (size_t)across->count, sizeof *columns);
    for (int c = 0; c < across->count; c++)
        columns[c] = (struct doc_column){ tried_text(doc, &across->varied, &across->values[c]), -1, false };
    const char *rows = stated_title(doc, NULL, &down->varied);
    const char *caption =
        arena_text(doc->arena, tr(N_("%s (rows: %s; columns: %s)")), text_capital(doc->arena, grid->label), rows,
                   stated_title(doc, NULL, &across->varied));
    struct doc_table *table = doc_table(doc, caption, text_capital(doc->arena, rows), columns, across->count);
    table->labels_wrap = table->no_sums = true;
    for (int d = 0; d < down->count; d++) {
        struct doc_row *row = doc_row(doc, table, tried_text(doc, &down->varied, &down->values[d]), 0);
        for (int c = 0; c < across->count; c++) {
            const struct sweep_point *point = &sweep->points[d * across->count + c];
            if (point->stands)
                row->cells[c] =
                    grid_cell(sweep, point, grid, arena_text(doc->arena, "grid.%s[%d][%d]", grid->id, d, c));
        }
    }
}

static void add_grids(struct doc *doc, const struct sweep *sweep)
{
    for (int f = 0; f < sweep->figure_count; f++)
        add_grid(doc, sweep,
                 &(struct grid){ asked_figure_title(doc, &sweep->figures[f]),
                                 asked_figure_path(doc->arena, &sweep->figures[f]), f, -1, 0 });
    for (int r = 0; r < sweep->rule_count; r++)
        for (int of_margin = 0; of_margin < 2; of_margin++) {
            const struct rule *rule = sweep->rules[r];
            const char *id = arena_text(doc->arena, "rules.%s.%s", rule->id, rule_parts[of_margin]);
            add_grid(doc, sweep, &(struct grid){ rule_label(doc, rule, of_margin), id, -1, r, of_margin });
        }
    if (sweep->judges)
        add_grid(doc, sweep, &(struct grid){ tr(N_("Verdict")), "verdict", -1, -1, 0 });
}

/* Where a rule's verdict turns: the last value with the one and the first with the other. */
static void add_turns(struct doc *doc, const struct sweep *sweep)
{
    const struct statement *varied = &sweep->axes[0].varied;
    for (int t = 0; t < sweep->turn_count; t++) {
        const struct sweep_turn *turn = &sweep->turns[t];
        const char *path = arena_text(doc->arena, "turns[%d]", t);
        doc_value(doc, cell_text(turn->rule->id, arena_text(doc->arena, "%s.rule", path)));
        doc_value(doc, cell_text(verdict_id(turn->from), arena_text(doc->arena, "%s.from", path)));
        doc_value(doc, cell_text(verdict_id(turn->to), arena_text(doc->arena, "%s.to", path)));
        doc_value(doc, cell_tried(doc, varied, &turn->last, arena_text(doc->arena, "%s.last", path)));
        doc_value(doc, cell_tried(doc, varied, &turn->first, arena_text(doc->arena, "%s.first", path)));
        const char *sentence = turn->is_forgiven ? N_("%s turns from %s to %s between %s and %s, with its tolerance.")
                                                 : N_("%s turns from %s to %s between %s and %s.");
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(sentence), tr(turn->rule->title), tr(verdict_title(turn->from)),
                            tr(verdict_title(turn->to)), tried_text(doc, varied, &turn->last),
                            tried_text(doc, varied, &turn->first)));
    }
    bool asks_rules = sweep->judges || sweep->rule_count;
    if (!sweep->turn_count && asks_rules && sweep->count > 1)
        doc_text(doc, TONE_NEUTRAL, tr(N_("No rule turns between these values.")));
}

static void add_refused(struct doc *doc, const struct sweep *sweep)
{
    int refused = 0;
    for (int p = 0; p < sweep->count; p++)
        refused += !sweep->points[p].stands;
    if (refused)
        doc_text(
            doc, TONE_WARNING,
            arena_text(
                doc->arena,
                tr(N_(
                    "Points that the project does not take, with nothing to show: %d. Try one with --set to see why.")),
                refused));
}

void sweep_contents(struct doc *doc, const struct plan *plan, const struct sweep *sweep)
{
    title_contents(doc, plan->project, tr(N_("Sweep")));
    add_axes(doc, plan, sweep);
    if (sweep->axis_count == 1) {
        add_line(doc, sweep);
        add_turns(doc, sweep);
    }
    if (sweep->axis_count > 1)
        add_grids(doc, sweep);
    add_refused(doc, sweep);
}

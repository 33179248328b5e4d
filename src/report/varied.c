/* Sweeps over stated values, and what a search found. */

#include "budget.h"
#include "stated.h"

#include <medfin/base/text.h>

static const char *value_of(struct doc *doc, const struct statement *varied, const struct value *value)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return value_text(doc->arena, &plain, varied->key->words, doc->language);
}

static const char *number_of(struct doc *doc, const struct statement *varied, int64_t number)
{
    struct value value = varied->value;
    value.number = number;
    return value_of(doc, varied, &value);
}

/* The same as data. */
static struct doc_cell value_cell(struct doc *doc, const struct statement *varied, const struct value *value,
                                  const char *key)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return cell_stated(doc, varied->key, &plain, key);
}

static struct doc_cell number_cell(struct doc *doc, const struct statement *varied, int64_t number, const char *key)
{
    struct value value = varied->value;
    value.number = number;
    return value_cell(doc, varied, &value, key);
}

static const char *failing_rules(struct doc *doc, const struct sweep_point *point)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (point->rules[r] == VERDICT_FAIL)
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* "cost", "cost, 2022". */
static const char *figure_label(struct doc *doc, const struct asked_figure *figure)
{
    const char *label = tr(figure->of->label);
    return figure->year ? arena_text(doc->arena, "%s, %d", label, figure->year) : label;
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
    return margin->is_there ? cell_figure(margin->unit, margin->margin, false, key) : (struct doc_cell){ .key = NULL };
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
        doc_value(doc,
                  cell_text(statement_path(doc->arena, &axis->varied), arena_text(doc->arena, "axes[%d].path", i)));
        for (int v = 0; v < axis->count; v++)
            doc_value(doc, value_cell(doc, &axis->varied, &axis->values[v],
                                      arena_text(doc->arena, "axes[%d].values[%d]", i, v)));
    }
}

static void add_point(struct doc *doc, struct doc_table *table, const struct sweep *sweep, int number)
{
    const struct sweep_axis *axis = &sweep->axes[0];
    const struct sweep_point *point = &sweep->points[number];
    const char *path = arena_text(doc->arena, "points[%d]", number);
    int figures = sweep->figure_count;
    struct doc_row *row = doc_row(doc, table, value_of(doc, &axis->varied, &axis->values[number]), 0);
    if (!point->stands)
        return;
    for (int f = 0; f < figures; f++)
        row->cells[f] = cell_compared(sweep->figures[f].of, point->figures[f],
                                      arena_text(doc->arena, "%s.%s", path, sweep->figures[f].path));
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
        doc_value(doc, value_cell(doc, &axis->varied, &axis->values[p], arena_text(doc->arena, "points[%d].value", p)));
    struct doc_column *columns = arena_take(doc->arena, (size_t)count + 1, sizeof *columns);
    for (int f = 0; f < figures; f++)
        columns[f] = (struct doc_column){ figure_label(doc, &sweep->figures[f]), -1, true };
    add_rule_columns(doc, sweep, columns + figures);
    struct doc_table *table =
        doc_table(doc, tr(N_("One value, step by step")), statement_path(doc->arena, &axis->varied), columns, count);
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
        return cell_compared(sweep->figures[grid->figure].of, point->figures[grid->figure], key);
    return grid->rule >= 0 ? rule_cell(sweep, point, grid->rule, grid->of_margin, key)
                           : cell_verdict(point->verdict, key);
}

static void add_grid(struct doc *doc, const struct sweep *sweep, const struct grid *grid)
{
    const struct sweep_axis *down = &sweep->axes[0], *across = &sweep->axes[1];
    struct doc_column *columns = arena_take(doc->arena, (size_t)across->count, sizeof *columns);
    for (int c = 0; c < across->count; c++)
        columns[c] = (struct doc_column){ value_of(doc, &across->varied, &across->values[c]), -1, false };
    const char *caption =
        arena_text(doc->arena, "%s; %s × %s", text_capital(doc->arena, grid->label),
                   statement_path(doc->arena, &down->varied), statement_path(doc->arena, &across->varied));
    struct doc_table *table =
        doc_table(doc, caption, statement_path(doc->arena, &down->varied), columns, across->count);
    table->labels_wrap = table->no_sums = true;
    for (int d = 0; d < down->count; d++) {
        struct doc_row *row = doc_row(doc, table, value_of(doc, &down->varied, &down->values[d]), 0);
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
        add_grid(doc, sweep, &(struct grid){ figure_label(doc, &sweep->figures[f]), sweep->figures[f].path, f, -1, 0 });
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
        doc_value(doc, value_cell(doc, varied, &turn->last, arena_text(doc->arena, "%s.last", path)));
        doc_value(doc, value_cell(doc, varied, &turn->first, arena_text(doc->arena, "%s.first", path)));
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("%s turns from %s to %s between %s and %s.")), tr(turn->rule->title),
                            tr(verdict_title(turn->from)), tr(verdict_title(turn->to)),
                            value_of(doc, varied, &turn->last), value_of(doc, varied, &turn->first)));
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

/* A sentence whose marks {1}, {2}, {3} may stand in any order, as languages need. */
static const char *filled(struct doc *doc, const char *sentence, const char *const *words)
{
    struct text out = text_new(doc->arena);
    for (const char *at = sentence; *at;) {
        bool is_mark = at[0] == '{' && at[1] >= '1' && at[1] <= '3' && at[2] == '}';
        if (is_mark)
            text_add(&out, words[at[1] - '1']);
        else
            text_add_bytes(&out, at, 1);
        at += is_mark ? 3 : 1;
    }
    return out.bytes;
}

static const char *aim_text(struct doc *doc, const struct aim *aim)
{
    if (!aim->rule) {
        const struct doc_cell bound = cell_compared(aim->figure.of, cell_known(aim->bound), NULL);
        return arena_text(doc->arena, "%s %s %s", figure_label(doc, &aim->figure), aim->at_most ? "≤" : "≥",
                          bound.kind == CELL_NUMBER ? number_text(doc->arena, bound.number, doc->language)
                                                    : money_text(doc->arena, bound.number, doc->language));
    }
    return aim->subject ? arena_text(doc->arena, "%s (%s)", tr(aim->rule->title), aim->subject) : tr(aim->rule->title);
}

static const char *aims_text(struct doc *doc, const struct search *search)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < search->aim_count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", aim_text(doc, &search->aims[i]));
    return out.bytes;
}

/* What is missing, in the unit of what binds. */
static const char *missing_text(struct doc *doc, const struct search_binding *binding)
{
    int64_t missing = -binding->margin;
    switch (binding->unit) {
    case UNIT_SHARE:
        return share_text(doc->arena, missing, doc->language);
    case UNIT_COUNT:
        return count_text(doc->arena, missing);
    default:
        return money_text(doc->arena, missing, doc->language);
    }
}

static void add_neighbour(struct doc *doc, const struct search *search, const struct search_answer *answer)
{
    doc_value(doc, number_cell(doc, search->varied, answer->neighbour, "neighbour"));
    doc_value(doc, cell_figure(answer->binding.unit, answer->binding.margin, false, "margin_at_neighbour"));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("At %s, one step away, it fails: %s is missing.")),
                        number_of(doc, search->varied, answer->neighbour), missing_text(doc, &answer->binding)));
}

static void add_binding(struct doc *doc, const struct search_answer *answer)
{
    const struct aim *aim = answer->binding.aim;
    if (!aim || answer->outcome == SEARCH_NEVER_TURNS || answer->outcome == SEARCH_AT_BOUND)
        return;
    doc_value(doc, cell_text(aim->rule ? aim->rule->id : aim->figure.path, "binds"));
    if (answer->binding.verdict == VERDICT_UNDETERMINED)
        doc_text(doc, TONE_OPEN,
                 tr(N_("It cannot be told while something that the rule needs is unknown: check says what.")));
    else
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What binds: %s.")), aim_text(doc, aim)));
}

/* How far "smallest" is promised. */
static void add_promise(struct doc *doc, const struct search_answer *answer)
{
    doc_value(doc, (struct doc_cell){ .kind = CELL_YES_NO, .number = answer->monotone, .key = "monotone" });
    if (answer->monotone)
        doc_text(doc, TONE_NEUTRAL,
                 tr(N_("Tried at 65 points on the way, the margin moves one way only: this is the nearest value.")));
    else
        doc_text(doc, TONE_WARNING,
                 tr(N_("On the way there the margin both rises and falls, so a nearer answer is not ruled out.")));
}

void search_contents(struct doc *doc, const struct plan *plan, const struct search *search,
                     const struct search_answer *answer)
{
    static const char *const sentences[] = {
        [SEARCH_FOUND] = N_("{1} has to be at least {2} for this to hold: {3}."),
        [SEARCH_HOLDS] = N_("{3} holds as it is, and does up to {1} at {2}."),
        [SEARCH_AT_BOUND] = N_("At {2}, the bound nearest to where {1} stands, this holds: {3}."),
        [SEARCH_NO_ANSWER] = N_("No value of {1} that was tried within its bounds makes this hold: {3}."),
        [SEARCH_NEVER_TURNS] = N_("{3} holds at every value of {1} that was tried within its bounds."),
    };
    title_contents(doc, plan->project, tr(N_("Answer")));
    bool turned = answer->outcome == SEARCH_FOUND || answer->outcome == SEARCH_HOLDS;
    bool downwards = turned && answer->number < answer->neighbour;
    /* What is unknown holds nothing as it is. */
    bool is_asked = answer->outcome == SEARCH_FOUND || (turned && search->varied->value.unknown);
    const char *sentence = !is_asked   ? sentences[answer->outcome]
                           : downwards ? N_("{1} has to be at most {2} for this to hold: {3}.")
                                       : sentences[SEARCH_FOUND];
    const struct statement *varied = search->varied;
    const char *title = stated_title_with_path(doc, project_find(plan->project, varied->section, varied->id), varied);
    doc_value(doc, cell_text(statement_path(doc->arena, varied), "vary"));
    doc_text(
        doc, TONE_NEUTRAL,
        text_capital(doc->arena, filled(doc, tr(sentence),
                                        (const char *const[]){ title, number_of(doc, search->varied, answer->number),
                                                               aims_text(doc, search) })));
    if (turned || answer->outcome == SEARCH_AT_BOUND)
        doc_value(doc, number_cell(doc, search->varied, answer->number, "answer"));
    if (turned)
        add_neighbour(doc, search, answer);
    add_binding(doc, answer);
    if (turned)
        add_promise(doc, answer);
}

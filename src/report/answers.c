/* Answers: every outcome of the undecided, sweeps over stated values, and what a search found. */

#include "budget.h"

#include <medfin/base/text.h>

static const char *rules_text(struct doc *doc, unsigned failing)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (failing >> r & 1)
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* The same for programs: ids. */
static const char *rule_ids(struct doc *doc, unsigned failing)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (failing >> r & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", rule_rows[r].id);
    return out.bytes;
}

static const char *refused_ids(struct doc *doc, const struct outcomes *outcomes, unsigned refused)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (refused >> i & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", outcomes->undecided[i]->section.id);
    return out.bytes;
}

static const char *answers_text(struct doc *doc, const struct outcomes *outcomes, unsigned refused)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        text_addf(&out, "%s%s: %s", i ? ", " : "", section_title(&outcomes->undecided[i]->section),
                  refused >> i & 1 ? tr(N_("no")) : tr(N_("yes")));
    return out.bytes;
}

static void add_outcome(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct outcome *outcome = &outcomes->rows[number];
    const char *path = arena_text(doc->arena, "outcomes[%d]", number);
    struct doc_row *row = doc_row(doc, table, answers_text(doc, outcomes, outcome->refused), 0);
    row->cells[0] = cell_plan(outcome->gap, arena_text(doc->arena, "%s.gap", path));
    row->cells[1] = cell_plan(outcome->worst_year, arena_text(doc->arena, "%s.worst_year", path));
    row->cells[2] = cell_plan(outcome->lowest_cash, arena_text(doc->arena, "%s.lowest_cash", path));
    if (outcome->probability >= 0)
        row->cells[3] = cell_share(outcome->probability, false, arena_text(doc->arena, "%s.probability", path));
    row->cells[4] = cell_text(rules_text(doc, outcome->failing), arena_text(doc->arena, "%s.failing", path));
    row->cells[4].id = rule_ids(doc, outcome->failing);
}

static const struct outcome *outcome_of(const struct outcomes *outcomes, unsigned refused)
{
    for (int i = 0; i < outcomes->count; i++)
        if (outcomes->rows[i].refused == refused)
            return &outcomes->rows[i];
    return NULL;
}

/* Which single no breaks which rule that a yes from all would keep. */
static void add_single_refusals(struct doc *doc, const struct outcomes *outcomes)
{
    unsigned before = outcome_of(outcomes, 0)->failing;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct outcome *outcome = outcome_of(outcomes, 1u << i);
        unsigned broken = outcome->failing & ~before;
        const char *title = section_title(&outcomes->undecided[i]->section);
        if (!cell_is_known(outcome->gap))
            doc_text(doc, TONE_OPEN, arena_text(doc->arena, tr(N_("What a no from %s breaks cannot be told: figures are unknown.")), title));
        else if (broken)
            doc_text(doc, TONE_BAD, arena_text(doc->arena, tr(N_("A no from %s alone also breaks: %s.")), title, rules_text(doc, broken)));
        else
            doc_text(doc, TONE_GOOD, arena_text(doc->arena, tr(N_("A no from %s alone breaks no further rule.")), title));
    }
}

/* What is safe to start: what would still be paid if everything undecided is refused. */
static void add_safe(struct doc *doc, const struct plan *plan)
{
    struct cell secured = { 0 };
    const struct selection cost = { .side = COST_SIDE };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side == SIDE_FINANCING && row->funder && funder_kind(row->funder) == FUNDER_FIXED &&
            status_is_secured((enum status)row->funder->status.value.number))
            secured = cell_plus(doc->arena, secured, row_sum(plan, row, plan->first, plan_last(plan)));
    }
    struct cell all = plan_sum(plan, &cost, plan->first, plan_last(plan));
    if (!cell_is_known(secured) || !cell_is_known(all))
        return;
    doc_value(doc, cell_money(secured.amount, false, "secured"));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Safe to start before the rest is decided: %s of %s is granted or decided.")),
                        money_text(doc->arena, secured.amount, doc->language),
                        money_text(doc->arena, all.amount, doc->language)));
}

void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes)
{
    title_contents(doc, plan->project, tr(N_("Every outcome of the undecided")));
    add_safe(doc, plan);
    add_single_refusals(doc, outcomes);
    for (int i = 0; i < outcomes->count; i++)
        doc_value(doc, cell_text(refused_ids(doc, outcomes, outcomes->rows[i].refused),
                                 arena_text(doc->arena, "outcomes[%d].refused", i)));
    const struct doc_column columns[] = { { tr(N_("financing less cost")), -1, true },
                                          { tr(N_("worst year")), -1, true },
                                          { tr(N_("lowest cash")), -1, true },
                                          { tr(N_("probability")), -1, false },
                                          { tr(N_("rules that fail")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Worst first")), tr(N_("Answers")), columns, 5);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->count; i++)
        add_outcome(doc, table, outcomes, i);
}

static const char *number_of(struct doc *doc, const struct statement *varied, int64_t number)
{
    struct value value = varied->value;
    value.number = number;
    value.unknown = false;
    value.spread = NULL;
    return value_text(doc->arena, &value, varied->key->words, doc->language);
}

/* The same as data: money in kronor, a percent as its fraction. */
static struct doc_cell number_cell(const struct statement *varied, int64_t number, const char *key)
{
    enum value_kind kind = varied->value.kind;
    if (kind == VALUE_PERCENT || kind == VALUE_PERCENT_OR_NAME)
        return cell_share(number, false, key);
    if (kind == VALUE_NUMBER)
        return (struct doc_cell){ .kind = CELL_NUMBER, .number = number, .key = key };
    return kind == VALUE_COUNT ? cell_count(number, key) : cell_money(number, false, key);
}

static void add_line(struct doc *doc, const struct sweep *sweep)
{
    const struct sweep_axis *axis = &sweep->axes[0];
    int figures = compared_figure_count;
    struct doc_column *columns = arena_take(doc->arena, (size_t)figures + 2, sizeof *columns);
    for (int f = 0; f < figures; f++)
        columns[f] = (struct doc_column){ tr(compared_figures[f].label), -1, true };
    for (int p = 0; p < sweep->count; p++)
        doc_value(doc, number_cell(&axis->varied, axis->numbers[p], arena_text(doc->arena, "points[%d].value", p)));
    columns[figures] = (struct doc_column){ tr(N_("Verdict")), -1, false };
    columns[figures + 1] = (struct doc_column){ tr(N_("rules that fail")), -1, true };
    struct doc_table *table = doc_table(doc, tr(N_("One value, step by step")), statement_path(doc->arena, &axis->varied), columns, figures + 2);
    table->labels_wrap = true;
    for (int p = 0; p < sweep->count; p++) {
        const struct sweep_point *point = &sweep->points[p];
        struct doc_row *row = doc_row(doc, table, number_of(doc, &axis->varied, axis->numbers[p]), 0);
        unsigned failing = 0;
        for (int f = 0; point->stands && f < figures; f++)
            row->cells[f] = cell_plan(point->figures[f], arena_text(doc->arena, "points[%d].%s", p, compared_figures[f].id));
        for (int r = 0; point->stands && r < rule_count; r++)
            failing |= point->rules[r] == VERDICT_FAIL ? 1u << r : 0;
        if (!point->stands)
            continue;
        row->cells[figures] = cell_verdict(point->verdict, arena_text(doc->arena, "points[%d].verdict", p));
        row->cells[figures + 1] = cell_text(rules_text(doc, failing), NULL);
    }
}

static void add_grid(struct doc *doc, const struct sweep *sweep, const struct compared_figure *figure)
{
    const struct sweep_axis *down = &sweep->axes[0], *across = &sweep->axes[1];
    struct doc_column *columns = arena_take(doc->arena, (size_t)across->count, sizeof *columns);
    for (int c = 0; c < across->count; c++)
        columns[c] = (struct doc_column){ number_of(doc, &across->varied, across->numbers[c]), -1, false };
    const char *caption = arena_text(doc->arena, "%s; %s × %s", figure ? tr(figure->label) : tr(N_("Verdict")),
                                     statement_path(doc->arena, &down->varied), statement_path(doc->arena, &across->varied));
    struct doc_table *table = doc_table(doc, caption, statement_path(doc->arena, &down->varied), columns, across->count);
    table->labels_wrap = true;
    for (int d = 0; d < down->count; d++) {
        struct doc_row *row = doc_row(doc, table, number_of(doc, &down->varied, down->numbers[d]), 0);
        for (int c = 0; c < across->count; c++) {
            int p = d * across->count + c;
            const struct sweep_point *point = &sweep->points[p];
            const char *key = arena_text(doc->arena, "grid.%s[%d][%d]", figure ? figure->id : "verdict", d, c);
            if (point->stands)
                row->cells[c] = figure ? cell_plan(point->figures[figure - compared_figures], key) : cell_verdict(point->verdict, key);
        }
    }
}

/* Where a rule's verdict turns from one point to the next. */
static void add_turns(struct doc *doc, const struct sweep *sweep)
{
    const struct sweep_axis *axis = &sweep->axes[0];
    for (int r = 0; r < rule_count; r++)
        for (int p = 1; p < sweep->count; p++) {
            const struct sweep_point *before = &sweep->points[p - 1], *now = &sweep->points[p];
            if (!before->stands || !now->stands || before->rules[r] == now->rules[r])
                continue;
            doc_text(doc, TONE_NEUTRAL,
                     arena_text(doc->arena, tr(N_("%s turns from %s to %s between %s and %s.")), tr(rule_rows[r].title),
                                tr(verdict_title(before->rules[r])), tr(verdict_title(now->rules[r])),
                                number_of(doc, &axis->varied, axis->numbers[p - 1]),
                                number_of(doc, &axis->varied, axis->numbers[p])));
        }
}

void sweep_contents(struct doc *doc, const struct plan *plan, const struct sweep *sweep, const struct compared_figure *by)
{
    title_contents(doc, plan->project, tr(N_("Sweep")));
    if (sweep->axis_count == 1) {
        add_line(doc, sweep);
        add_turns(doc, sweep);
        return;
    }
    add_grid(doc, sweep, by);
    add_grid(doc, sweep, NULL);
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

static const char *aim_text(struct doc *doc, const struct search *search)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < search->aim_count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", tr(search->aims[i].rule->title));
    return out.bytes;
}

void search_contents(struct doc *doc, const struct plan *plan, const struct search *search,
                     const struct search_answer *answer)
{
    static const char *const sentences[] = {
        [SEARCH_FOUND] = N_("{1} has to be at least {2} for this to hold: {3}."),
        [SEARCH_HOLDS] = N_("{3} holds as it is, and does up to {1} at {2}."),
        [SEARCH_NO_ANSWER] = N_("No value of {1} that was tried within its bounds makes this hold: {3}."),
        [SEARCH_NEVER_TURNS] = N_("{3} holds whatever {1} is within its bounds."),
    };
    title_contents(doc, plan->project, tr(N_("Answer")));
    const char *path = statement_path(doc->arena, search->varied);
    bool turned = answer->outcome == SEARCH_FOUND || answer->outcome == SEARCH_HOLDS;
    bool downwards = turned && answer->number < answer->neighbour;
    const char *sentence = answer->outcome == SEARCH_FOUND && downwards
                               ? N_("{1} has to be at most {2} for this to hold: {3}.")
                               : sentences[answer->outcome];
    doc_value(doc, cell_text(path, "vary"));
    doc_text(doc, TONE_NEUTRAL,
             filled(doc, tr(sentence),
                    (const char *const[]){ path, number_of(doc, search->varied, answer->number), aim_text(doc, search) }));
    if (turned) {
        doc_value(doc, number_cell(search->varied, answer->number, "answer"));
        doc_value(doc, number_cell(search->varied, answer->neighbour, "neighbour"));
        doc_value(doc, cell_money(answer->margin_at_neighbour, false, "margin_at_neighbour"));
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("At %s, one step away, it fails: %s is missing.")),
                            number_of(doc, search->varied, answer->neighbour),
                            money_text(doc->arena, -answer->margin_at_neighbour, doc->language)));
    }
    if (answer->binding)
        doc_value(doc, cell_text(answer->binding->rule->id, "binds"));
    if (answer->binding && answer->binding->verdict == VERDICT_UNDETERMINED)
        doc_text(doc, TONE_OPEN, tr(N_("It cannot be told while something that the rule needs is unknown: check says what.")));
    else if (answer->binding && answer->outcome != SEARCH_NEVER_TURNS)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What binds: %s.")), tr(answer->binding->rule->title)));
    if (turned && !answer->monotone)
        doc_text(doc, TONE_WARNING,
                 tr(N_("On the way there the margin both rises and falls, so a nearer answer is not ruled out.")));
}

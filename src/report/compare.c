/* Scenarios side by side: figures in all and by year, verdicts, and where the difference
   comes from. */

#include "budget.h"

#include <string.h>

#include <medfin/analysis/compare.h>

static const char *case_path(struct doc *doc, const struct scenario_case *scenario)
{
    return arena_text(doc->arena, "scenarios.%s", key_name(doc->arena, scenario->id));
}

static struct doc_table *case_table(struct doc *doc, const struct comparison *comparison, const char *caption)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)comparison->count, sizeof *columns);
    for (int i = 0; i < comparison->count; i++)
        columns[i] = (struct doc_column){ comparison->cases[i].title, -1, true };
    struct doc_table *table = doc_table(doc, caption, "", columns, comparison->count);
    table->labels_wrap = true;
    return table;
}

/* A reserve that nobody has to keep has no margin to show. */
static bool figure_applies(const struct comparison *comparison, int figure)
{
    bool keeps = false;
    for (int i = 0; i < comparison->count; i++)
        keeps = keeps || comparison->cases[i].trial.project->keeps_reserve;
    return keeps || strcmp(compared_figures[figure].id, "reserve") != 0;
}

static void add_totals(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = case_table(doc, comparison, tr(N_("The whole project")));
    for (int f = 0; f < compared_figure_count; f++) {
        if ((comparison->only && comparison->only != &compared_figures[f]) || !figure_applies(comparison, f))
            continue;
        struct doc_row *row = doc_row(doc, table, tr(compared_figures[f].label), 0);
        for (int i = 0; i < comparison->count; i++)
            row->cells[i] = cell_plan(compared_figures[f].measure(comparison->cases[i].trial.plan),
                                      arena_text(doc->arena, "%s.total.%s",
                                                 case_path(doc, &comparison->cases[i]), compared_figures[f].id));
    }
}

static void add_year(struct doc *doc, struct doc_table *table, const struct comparison *comparison, int year)
{
    static const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct {
        const char *key, *label;
    } rows[] = { { "cost", N_("cost") }, { "financing", N_("financing") }, { "gap", N_("financing less cost") } };
    doc_row(doc, table, arena_text(doc->arena, "%d", year), 0)->is_heading = true;
    for (int r = 0; r < 3; r++) {
        struct doc_row *row = doc_row(doc, table, tr(rows[r].label), 1);
        for (int i = 0; i < comparison->count; i++) {
            const struct plan *plan = comparison->cases[i].trial.plan;
            struct cell spent = plan_sum(plan, &cost, month_of(year, 1), month_of(year, 12));
            struct cell paid = plan_sum(plan, &financing, month_of(year, 1), month_of(year, 12));
            struct cell cell = r == 0 ? spent : r == 1 ? paid : cell_minus(doc->arena, paid, spent);
            row->cells[i] = cell_plan(cell, arena_text(doc->arena, "%s.years.%d.%s",
                                                       case_path(doc, &comparison->cases[i]), year, rows[r].key));
        }
    }
}

static void add_years(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = case_table(doc, comparison, tr(N_("Year by year")));
    int first = LAST_YEAR, last = FIRST_YEAR;
    for (int i = 0; i < comparison->count; i++) {
        const struct plan *plan = comparison->cases[i].trial.plan;
        first = month_year(plan->first) < first ? month_year(plan->first) : first;
        last = month_year(plan_last(plan)) > last ? month_year(plan_last(plan)) : last;
    }
    for (int year = first; year <= last; year++)
        add_year(doc, table, comparison, year);
}

/* The gravest finding of a rule, with the margin of that finding. */
static const struct finding *gravest(const struct scenario_case *scenario, const struct rule *rule)
{
    const struct finding *gravest = NULL;
    for (int i = 0; i < scenario->trial.findings.count; i++) {
        const struct finding *finding = &scenario->trial.findings.items[i];
        if (finding->rule == rule && (!gravest || finding->verdict > gravest->verdict))
            gravest = finding;
    }
    return gravest;
}

static void add_verdicts(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = case_table(doc, comparison, tr(N_("The rules")));
    for (int r = 0; r < rule_count; r++) {
        bool applies = false;
        for (int i = 0; i < comparison->count; i++)
            applies = applies || gravest(&comparison->cases[i], &rule_rows[r])->verdict != VERDICT_NOT_APPLICABLE;
        if (!applies)
            continue;
        struct doc_row *row = doc_row(doc, table, tr(rule_rows[r].title), 0);
        for (int i = 0; i < comparison->count; i++)
            row->cells[i] = cell_verdict(gravest(&comparison->cases[i], &rule_rows[r])->verdict,
                                         arena_text(doc->arena, "%s.rules.%s.verdict",
                                                    case_path(doc, &comparison->cases[i]), rule_rows[r].id));
        row = doc_row(doc, table, tr(N_("margin")), 1);
        for (int i = 0; i < comparison->count; i++) {
            const struct finding *finding = gravest(&comparison->cases[i], &rule_rows[r]);
            if (finding->has_margin)
                row->cells[i] = cell_figure(finding->unit, finding->margin, false,
                                            arena_text(doc->arena, "%s.rules.%s.margin",
                                                       case_path(doc, &comparison->cases[i]), rule_rows[r].id));
        }
    }
}

static const char *cause_label(struct doc *doc, const struct cause *cause)
{
    const struct statement *first = cause->first;
    static const char *const signs[] = { "=", "+=", "-=", "*=", "=" };
    const char *value = first->operation == OPERATION_REMOVE
                            ? "none"
                            : value_text(doc->arena, &first->value, first->key->words, doc->language);
    const char *label = arena_text(doc->arena, "%s %s %s", statement_path(doc->arena, first), signs[first->operation], value);
    return cause->figures == 1 ? label
                               : arena_text(doc->arena, tr(N_("%s and %d more, valid only together")), label, cause->figures - 1);
}

static void add_causes(struct doc *doc, const struct scenario_case *scenario, const struct compared_figure *only)
{
    const cause_list causes = compare_causes(scenario, doc->arena);
    struct doc_column *columns = arena_take(doc->arena, (size_t)compared_figure_count, sizeof *columns);
    const char *path = case_path(doc, scenario);
    int shown[16], count = 0;
    for (int f = 0; f < compared_figure_count; f++)
        if (only ? only == &compared_figures[f] : f < 3) {
            shown[count] = f;
            columns[count++] = (struct doc_column){ tr(compared_figures[f].label), -1, false };
        }
    for (int i = 0; i < causes.count; i++)
        doc_value(doc, cell_text(statement_path(doc->arena, causes.items[i].first),
                                 arena_text(doc->arena, "%s.causes[%d].path", path, i)));
    struct doc_table *table = doc_table(
        doc, arena_text(doc->arena, tr(N_("What makes the difference: %s")), scenario->title),
        tr(N_("In the order of the file, each on top of the ones before")), columns, count);
    table->labels_wrap = true;
    struct cell *sum = arena_take(doc->arena, (size_t)count, sizeof *sum);
    for (int i = 0; i < causes.count; i++) {
        struct doc_row *row = doc_row(doc, table, cause_label(doc, &causes.items[i]), 0);
        for (int c = 0; c < count; c++) {
            struct cell change = causes.items[i].changes[shown[c]];
            row->cells[c] = cell_plan(change, arena_text(doc->arena, "%s.causes[%d].%s", path, i, compared_figures[shown[c]].id));
            sum[c] = cell_plus(doc->arena, sum[c], change);
        }
    }
    struct doc_row *row = doc_row(doc, table, tr(N_("The whole difference")), 0);
    row->is_total = true;
    for (int c = 0; c < count; c++)
        row->cells[c] = cell_plan(sum[c], NULL);
    for (int i = 0; i < causes.count; i++)
        table->rows.items[i].part_of = causes.count;
}

void compare_contents(struct doc *doc, const struct comparison *comparison)
{
    title_contents(doc, comparison->cases[0].trial.project, tr(N_("Comparison")));
    add_totals(doc, comparison);
    add_years(doc, comparison);
    add_verdicts(doc, comparison);
    for (int i = 0; i < comparison->count; i++)
        if (comparison->cases[i].own < comparison->cases[i].statements.count)
            add_causes(doc, &comparison->cases[i], comparison->only);
}

#include <medfin/contents/compare.h>

#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/causes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/check.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/plan/sums.h>

struct doc_table *compared_table(struct doc *doc, const struct comparison *comparison, const char *caption)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)comparison->count, sizeof *columns);
    for (int i = 0; i < comparison->count; i++)
        columns[i] = (struct doc_column){ comparison->cases[i].title, -1, true };
    struct doc_table *table = doc_table(doc, caption, "", columns, comparison->count);
    table->labels_wrap = true;
    return table;
}

/* A figure that says nothing of any of the projects is left out. */
static bool is_shown(const struct comparison *comparison, int figure)
{
    bool applies = false;
    for (int i = 0; i < comparison->count; i++)
        applies = applies || compared_applies(comparison, figure, &comparison->cases[i]);
    applies = applies || (comparison->asked && comparison->asked[figure]);
    return applies && (!comparison->shown || comparison->shown[figure]);
}

static const struct figure_row *row_of(const struct comparison *comparison, int figure)
{
    return comparison->figures.items[figure].row;
}

const char *compared_path(const struct doc *doc, const struct comparison *comparison, int number)
{
    return key_below(doc->arena, "scenarios", comparison->cases[number].id);
}

struct years compared_years(const struct comparison *comparison)
{
    struct years years = { LAST_YEAR, FIRST_YEAR };
    for (int i = 0; i < comparison->count; i++) {
        const struct plan *plan = comparison->cases[i].trial.plan;
        const struct years own = plan_years(plan);
        years.first = own.first < years.first ? own.first : years.first;
        years.last = own.last > years.last ? own.last : years.last;
    }
    return years;
}

static bool reaches(const struct plan *plan, int year)
{
    return years_hold(plan_years(plan), year);
}

/* When cash is lowest, in the row below. */
static void add_lowest_month(struct doc *doc, struct doc_table *table, const struct comparison *comparison)
{
    struct doc_row *row = doc_row(doc, table, tr(N_("in the month")), 1);
    for (int i = 0; i < comparison->count; i++) {
        const struct plan *plan = comparison->cases[i].trial.plan;
        const struct figure cash = { .row = figure_row("lowest_cash") };
        month lowest = lowest_cash_month(plan, &cash);
        row->cells[i] =
            cell_month(lowest, arena_text(doc->arena, "%s.total.lowest_cash_month", compared_path(doc, comparison, i)));
        row->cells[i].unknown = lowest < 0;
    }
}

struct doc_cell compared_shown(struct doc *doc, const struct comparison *comparison, int figure, int year,
                               const struct plan *plan, const char *key)
{
    struct figure of = compared_in(comparison, figure, year);
    const struct cell exact = compared_cell(comparison, figure, year, plan);
    const struct doc_cell cell = cell_of_row(of.row, exact, key);
    bool has_figure = cell_is_money(&cell) && !cell.unknown && figure_rebind(plan, &of);
    return has_figure ? cell_showing(cell, shown_figure(shown_of(doc, plan), &of)) : cell;
}

static void add_figure(struct doc *doc, struct doc_table *table, const struct comparison *comparison, int year,
                       int figure)
{
    const struct figure of = compared_in(comparison, figure, year);
    struct doc_row *row = doc_row(doc, table, figure_title(doc, &comparison->figures.items[figure]), year ? 1 : 0);
    for (int i = 0; i < comparison->count; i++) {
        const struct plan *plan = comparison->cases[i].trial.plan;
        bool is_told = !year || (reaches(plan, year) && !of.row->only_total);
        if (is_told)
            row->cells[i] = compared_shown(
                doc, comparison, figure, year, plan,
                arena_text(doc->arena, "%s.%s", compared_path(doc, comparison, i), figure_path(doc->arena, &of)));
    }
}

/* A row for each figure, of a year or, with 0, in all; what adds up is tied. */
static void add_figures(struct doc *doc, struct doc_table *table, const struct comparison *comparison, int year)
{
    int figures = comparison->figures.count;
    bool *shown = arena_take(doc->arena, (size_t)figures, sizeof *shown);
    int *rows = arena_take(doc->arena, (size_t)figures, sizeof *rows);
    for (int f = 0; f < figures; f++) {
        if (!is_shown(comparison, f))
            continue;
        add_figure(doc, table, comparison, year, f);
        rows[f] = table->rows.count - 1;
        shown[f] = true;
        if (row_of(comparison, f) == figure_row("lowest_cash") && !year)
            add_lowest_month(doc, table, comparison);
    }
    for (int f = 0; f < figures; f++) {
        int total = shown[f] ? figure_total(&comparison->figures, f, shown) : -1;
        if (total < 0)
            continue;
        table->rows.items[rows[f]].part_of = rows[total];
        table->rows.items[rows[f]].sign = row_of(comparison, f)->against ? -1 : 1;
    }
}

static void add_totals(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = compared_table(doc, comparison, tr(N_("The whole project")));
    add_figures(doc, table, comparison, 0);
}

static void add_years(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = compared_table(doc, comparison, tr(N_("Year by year")));
    const struct years years = compared_years(comparison);
    for (int year = years.first; year <= years.last; year++) {
        doc_row(doc, table, arena_text(doc->arena, "%d", year), 0)->is_heading = true;
        add_figures(doc, table, comparison, year);
    }
}

static const struct finding *gravest(const struct scenario_case *scenario, const struct rule *rule)
{
    return finding_gravest(&scenario->trial.findings, rule);
}

static bool rule_applies(const struct comparison *comparison, int rule)
{
    if (comparison->rules && !comparison->rules[rule])
        return false;
    for (int i = 0; i < comparison->count; i++)
        if (gravest(&comparison->cases[i], &rule_rows[rule])->verdict != VERDICT_NOT_APPLICABLE)
            return true;
    return false;
}

static const char *subject_of(const struct finding *finding)
{
    if (finding->person)
        return finding->person;
    return finding->subject ? section_title(finding->subject) : NULL;
}

/* Whether it has to be said whose margin is shown. */
static bool has_several(const struct scenario_case *scenario, const struct rule *rule)
{
    int count = 0;
    for (int i = 0; i < scenario->trial.findings.count; i++)
        count += scenario->trial.findings.items[i].rule == rule &&
                 scenario->trial.findings.items[i].verdict != VERDICT_NOT_APPLICABLE;
    return count > 1;
}

/* For programs, each finding at its own path; the table has the gravest of each rule. */
static void add_findings(struct doc *doc, const struct comparison *comparison, int number)
{
    const finding_list *findings = &comparison->cases[number].trial.findings;
    bool *applies = arena_take(doc->arena, (size_t)rule_count, sizeof *applies);
    for (int r = 0; r < rule_count; r++)
        applies[r] = rule_applies(comparison, r);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!applies[finding->rule - rule_rows])
            continue;
        const char *path =
            arena_text(doc->arena, "%s.%s", compared_path(doc, comparison, number), finding_path(doc->arena, finding));
        finding_values(doc, finding, path);
        const struct rule_reading *reading = NULL;
        while (finding->deciding && (reading = finding_reading(finding, reading))) {
            const struct rule_figure *margin = finding_in_reading(finding, reading, "margin");
            doc_value(doc,
                      cell_rule_figure(doc, NULL, margin,
                                       arena_text(doc->arena, "%s.%s", path, rule_figure_path(doc->arena, margin))));
        }
    }
}

/* The reading that decides in every scenario where the rule applies; NULL where they differ, or there is none. */
static const struct rule_reading *deciding(const struct comparison *comparison, const struct rule *rule)
{
    const struct rule_reading *one = NULL;
    for (int i = 0; i < comparison->count; i++) {
        const struct rule_reading *reading = gravest(&comparison->cases[i], rule)->deciding;
        if (one && reading && reading != one)
            return NULL;
        one = reading ? reading : one;
    }
    return one;
}

static void add_reading(struct doc *doc, struct doc_table *table, const struct comparison *comparison,
                        const struct rule *rule, const struct rule_reading *reading)
{
    const char *title = tr(reading->title);
    struct doc_row *row = doc_row(
        doc, table,
        reading == deciding(comparison, rule) ? arena_text(doc->arena, tr(N_("%s (decides)")), title) : title, 2);
    for (int i = 0; i < comparison->count; i++) {
        const struct rule_figure *margin = finding_in_reading(gravest(&comparison->cases[i], rule), reading, "margin");
        if (margin)
            row->cells[i] = cell_rule_figure(doc, comparison->cases[i].trial.plan, margin, NULL);
    }
}

/* The margin of each reading, and which decides where scenarios read the rule differently. */
static void add_readings(struct doc *doc, struct doc_table *table, const struct comparison *comparison,
                         const struct rule *rule)
{
    const struct finding *finding = gravest(&comparison->cases[0], rule);
    for (int i = 1; i < comparison->count && !finding->deciding; i++)
        finding = gravest(&comparison->cases[i], rule);
    if (!finding->deciding)
        return;
    const struct rule_reading *reading = NULL;
    while ((reading = finding_reading(finding, reading)))
        add_reading(doc, table, comparison, rule, reading);
    if (deciding(comparison, rule))
        return;
    struct doc_row *row = doc_row(doc, table, tr(N_("decides")), 1);
    for (int i = 0; i < comparison->count; i++) {
        const struct rule_reading *decides = gravest(&comparison->cases[i], rule)->deciding;
        row->cells[i] = cell_text(decides ? tr(decides->title) : "", NULL);
    }
}

static void add_rule(struct doc *doc, struct doc_table *table, const struct comparison *comparison,
                     const struct rule *rule)
{
    bool several = false;
    struct doc_row *row = doc_row(doc, table, tr(rule->title), 0);
    for (int i = 0; i < comparison->count; i++) {
        const struct finding *finding = gravest(&comparison->cases[i], rule);
        several = several || has_several(&comparison->cases[i], rule);
        row->cells[i] = cell_verdict(finding->verdict, NULL);
    }
    row = doc_row(doc, table, tr(N_("margin")), 1);
    for (int i = 0; i < comparison->count; i++) {
        const struct finding *finding = gravest(&comparison->cases[i], rule);
        if (finding->has_margin)
            row->cells[i] = cell_margin(doc, comparison->cases[i].trial.plan, finding, NULL);
    }
    add_readings(doc, table, comparison, rule);
    if (!several)
        return;
    row = doc_row(doc, table, tr(N_("concerns")), 1);
    for (int i = 0; i < comparison->count; i++)
        row->cells[i] = cell_text(subject_of(gravest(&comparison->cases[i], rule)), NULL);
}

static void add_verdicts(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = compared_table(doc, comparison, tr(N_("The rules")));
    for (int r = 0; r < rule_count; r++)
        if (rule_applies(comparison, r))
            add_rule(doc, table, comparison, &rule_rows[r]);
    for (int i = 0; i < comparison->count; i++)
        add_findings(doc, comparison, i);
}

static void add_names(struct doc *doc, const struct comparison *comparison)
{
    for (int i = 0; i < comparison->count; i++)
        doc_value(doc, cell_text(comparison->cases[i].title,
                                 arena_text(doc->arena, "%s.title", compared_path(doc, comparison, i))));
    if (comparison->count > 1)
        doc_value(doc, cell_text(comparison->cases[0].id, "against"));
}

void compared_totals(struct doc *doc, const struct comparison *comparison)
{
    add_names(doc, comparison);
    if (!comparison->shown || marks_count(comparison->shown, comparison->figures.count))
        add_totals(doc, comparison);
}

void compared_proofs(struct doc *doc, const struct comparison *comparison)
{
    if (!comparison->shown || marks_count(comparison->shown, comparison->figures.count))
        add_years(doc, comparison);
    if (!comparison->rules || marks_count(comparison->rules, rule_count))
        add_verdicts(doc, comparison);
    bool is_split = comparison->split && marks_count(comparison->split, comparison->figures.count);
    for (int i = 1; is_split && i < comparison->count; i++)
        causes_contents(doc, comparison, i);
}

void compare_contents(struct doc *doc, const struct comparison *comparison)
{
    heading_contents(doc, comparison->cases[0].trial.project, tr(N_("Comparison")));
    compared_totals(doc, comparison);
    compared_proofs(doc, comparison);
    if (!doc->depth)
        tables_contents(doc, comparison->cases[0].trial.project);
}

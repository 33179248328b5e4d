/* What the documents of every scenario show, in kr, tkr and mnkr, in Swedish and in English: a figure, by its path, has
   one shown value in a document; tables add up as printed, percents to the 100 % below them; and cost and financing
   that are equal to the öre are shown equal. Sums are counted here once more. */

#include <dirent.h>
#include <stdlib.h>

#include <medfin/base/diag_text.h>
#include <medfin/books/books.h>
#include <medfin/contents/agenda.h>
#include <medfin/contents/budget.h>
#include <medfin/contents/budget_terms.h>
#include <medfin/contents/check.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/fees.h>
#include <medfin/contents/liquidity.h>
#include <medfin/contents/prioritise.h>
#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>
#include <medfin/papers/report.h>
#include <medfin/whatif/compare.h>

#include "random_project.h"

/* Everything that a project's documents are made of. */
struct made {
    const struct trial *trial;
    finding_list findings;
    const struct unknown_answer *answers;
    const cure_list *cures;
    struct comparison comparison; /* with the project below the scenario; of one case: with nothing */
};

struct seen {
    const char *path, *text;
};

struct paper {
    const struct trial *trial;
    const struct doc *doc;
    LIST(struct seen) seen;
    int repeated; /* figures that stand in several places */
};

static void fails(const struct paper *paper, const char *what, const char *one, const char *other)
{
    trial_fails(paper->trial,
                arena_text(paper->doc->arena, "in %s: %s: %s, %s", paper->doc->unit->name, what, one, other));
}

/* A comparison tells each scenario's figures below its name: those of the last are the document's own. */
static const char *path_of(const struct paper *paper, const struct doc_block *block, const struct doc_row *row,
                           const struct doc_cell *cell, const struct comparison *comparison)
{
    const char *key = cell->key ? cell_key(paper->doc->arena, row, cell) : cell->figure;
    const char *last = arena_text(paper->doc->arena, "scenarios.%s.", comparison->cases[comparison->count - 1].id);
    if (!key)
        return NULL;
    if (strncmp(key, last, strlen(last)) == 0)
        return key + strlen(last);
    /* Cash stands below its part in a report, and is the plan's all the same. */
    bool is_own = !block->part || strcmp(block->part, "liquidity") == 0;
    return is_own ? key : arena_text(paper->doc->arena, "%s.%s", block->part, key);
}

static void see(struct paper *paper, const char *path, const char *text)
{
    for (int i = 0; i < paper->seen.count; i++) {
        if (strcmp(paper->seen.items[i].path, path) != 0)
            continue;
        paper->repeated++;
        if (strcmp(paper->seen.items[i].text, text) != 0)
            fails(paper, path, paper->seen.items[i].text, text);
        return;
    }
    *list_add(&paper->seen, paper->doc->arena) = (struct seen){ path, text };
}

/* Money and percents that are rounded add up; percents only where all of them are there. */
static bool adds(const struct doc_cell *cell, enum kind kind)
{
    return cell->kind == CELL_FIGURE && cell->of == kind && !cell->exact && !cell->unknown;
}

static void check_down(const struct paper *paper, const struct doc_table *table, const int64_t *whole, int total,
                       int column, enum kind kind)
{
    const int columns = table->column_count;
    const struct doc_cell *of = &table->rows.items[total].cells[column];
    int64_t sum = 0, exact = 0, parts = 0;
    for (int row = 0; row < total; row++) {
        const struct doc_row *part = &table->rows.items[row];
        if (part->part_of != total || part->cells[column].kind == CELL_EMPTY)
            continue;
        if (!adds(&part->cells[column], kind))
            return;
        sum += part->sign * whole[row * columns + column];
        exact += part->sign * part->cells[column].number;
        parts++;
    }
    bool is_hundred = kind == KIND_SHARE && of->number == SHARE_ONE && llabs(exact - SHARE_ONE) <= parts;
    if (parts && adds(of, kind) && (kind == KIND_MONEY || is_hundred) && sum != whole[total * columns + column])
        fails(paper, table->caption, table->rows.items[total].label, table->columns[column].title);
}

static void check_across(const struct paper *paper, const struct doc_table *table, const int64_t *whole, int row,
                         int total)
{
    int64_t sum = 0;
    int parts = 0;
    const struct doc_row *of = &table->rows.items[row];
    for (int column = 0; column < table->column_count; column++) {
        if (table->columns[column].part_of != total || of->cells[column].kind == CELL_EMPTY)
            continue;
        if (!adds(&of->cells[column], KIND_MONEY))
            return;
        int sign = table->first_against && !parts ? -1 : 1;
        sum += sign * whole[row * table->column_count + column];
        parts++;
    }
    if (parts && adds(&of->cells[total], KIND_MONEY) && sum != whole[row * table->column_count + total])
        fails(paper, table->caption, of->label, table->columns[total].title);
}

static void check_table(struct paper *paper, const struct doc_block *block, const struct comparison *comparison)
{
    const struct doc_table *table = block->table;
    const struct table_text shown = shown_table(paper->doc, table, paper->doc->arena);
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            const char *path = path_of(paper, block, &table->rows.items[row], cell, comparison);
            int64_t whole = shown.whole[row * table->column_count + column];
            if (path && cell->kind == CELL_FIGURE && !table->rows.items[row].hidden)
                see(paper, path, shown_cell(paper->doc, cell, whole, paper->doc->arena));
            check_down(paper, table, shown.whole, row, column, KIND_MONEY);
            check_down(paper, table, shown.whole, row, column, KIND_SHARE);
            if (!table->rows.items[row].hidden)
                check_across(paper, table, shown.whole, row, column);
        }
}

static const char *shown_at(const struct paper *paper, const char *path)
{
    for (int i = 0; i < paper->seen.count; i++)
        if (strcmp(paper->seen.items[i].path, path) == 0)
            return paper->seen.items[i].text;
    return NULL;
}

/* In every year and in all. */
static void check_both_sides(const struct paper *paper)
{
    const struct plan *plan = paper->trial->plan;
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last + 1; year++) {
        bool is_year = year <= years.last;
        const struct months over = is_year ? months_of_year(year) : plan_months(plan);
        const char *when = is_year ? arena_text(paper->doc->arena, "years.%d", year) : "total";
        const char *one = shown_at(paper, arena_text(paper->doc->arena, "%s.cost.total", when));
        const char *other = shown_at(paper, arena_text(paper->doc->arena, "%s.financing.total", when));
        const struct cell spent = plan_sum(plan, &cost, over.first, over.last);
        const struct cell paid = plan_sum(plan, &financing, over.first, over.last);
        bool is_equal = cell_is_known(spent) && cell_is_known(paid) && spent.amount == paid.amount;
        if (one && other && is_equal && strcmp(one, other) != 0)
            fails(paper, when, one, other);
    }
}

/* The documents. */

static void budget_by_year(struct doc *doc, const struct made *made)
{
    budget_contents(doc, made->trial->plan, BY_YEAR);
    side_contents(doc, made->trial->plan, SIDE_COST);
    side_contents(doc, made->trial->plan, SIDE_FINANCING);
}

static void budget_by_quarter(struct doc *doc, const struct made *made)
{
    budget_contents(doc, made->trial->plan, BY_QUARTER);
}

static void budget_by_month(struct doc *doc, const struct made *made)
{
    budget_contents(doc, made->trial->plan, BY_MONTH);
}

static void liquidity(struct doc *doc, const struct made *made)
{
    liquidity_contents(doc, made->trial->plan);
}

static void check(struct doc *doc, const struct made *made)
{
    check_contents(doc, made->trial->plan, &made->findings, made->answers, made->cures, NULL);
}

static void fees(struct doc *doc, const struct made *made)
{
    if (made->trial->project->of[SECTION_TARIFF].count)
        fees_contents(doc, made->trial->plan, plan_years(made->trial->plan).first);
}

static void priorities(struct doc *doc, const struct made *made)
{
    const struct prioritisation all = prioritise(made->trial->plan, true, doc->arena);
    prioritise_contents(doc, &all);
}

static void agenda(struct doc *doc, const struct made *made)
{
    agenda_contents(doc, made->trial->plan, AGENDA_WHOLE);
}

static void agenda_by_responsible(struct doc *doc, const struct made *made)
{
    agenda_contents(doc, made->trial->plan, AGENDA_BY_RESPONSIBLE);
}

static void compared(struct doc *doc, const struct made *made)
{
    if (made->comparison.count > 1)
        compare_contents(doc, &made->comparison);
}

static void report(struct doc *doc, const struct made *made)
{
    const struct report_parts parts = { .plan = made->trial->plan,
                                        .findings = &made->findings,
                                        .answers = made->answers,
                                        .cures = made->cures,
                                        .comparison = made->comparison.count > 1 ? &made->comparison : NULL };
    report_contents(doc, &parts);
}

static void (*const documents[])(struct doc *doc, const struct made *made) = {
    budget_by_year, budget_by_quarter,     budget_by_month, liquidity, check, fees, priorities,
    agenda,         agenda_by_responsible, compared,        report,
};
enum { DOCUMENTS = sizeof documents / sizeof *documents };

static int check_document(const struct made *made, int number, const struct doc_unit *unit, enum language language)
{
    struct doc *doc = doc_new(made->trial->arena, language, unit);
    struct paper paper = { .trial = made->trial, .doc = doc };
    documents[number](doc, made);
    for (int i = 0; i < doc->blocks.count; i++)
        if (doc->blocks.items[i].kind == BLOCK_TABLE)
            check_table(&paper, &doc->blocks.items[i], &made->comparison);
    check_both_sides(&paper);
    return paper.repeated;
}

static struct made made_of(const struct trial *trial, const struct scenario_case *cases, int count)
{
    struct made made = { .trial = trial };
    struct rerun rerun = { .project = trial->project, .plan = trial->plan };
    LIST(struct unknown_answer) answers = { 0 };
    trial_judge(&rerun, NULL, trial->arena);
    made.findings = rerun.findings;
    for (int i = 0; i < made.findings.count; i++)
        if (finding_asks(&made.findings.items[i]))
            *list_add(&answers, trial->arena) =
                solve_unknown(&trial->statements, trial->project, &made.findings, i, trial->arena);
    made.answers = answers.items;
    made.cures = cures_find(&trial->statements, trial->plan, &made.findings, NULL, trial->arena);
    made.comparison = (struct comparison){ .cases = cases, .count = count, .figures = compared_figures(trial->arena) };
    made.comparison.split = figures_split(&made.comparison, trial->arena);
    return made;
}

/* Returns how many figures stood in several places. */
static int check_documents(const struct made *made, int first, int step)
{
    int repeated = 0;
    for (const struct doc_unit *unit = doc_units; unit->name; unit++)
        for (int number = first; number < DOCUMENTS; number += step)
            repeated += check_document(made, number, unit, number % 2 ? LANGUAGE_EN : LANGUAGE_SV);
    return repeated;
}

static struct trial read_stack(struct arena *arena, const char *const *paths, int count)
{
    struct trial trial = { .text = paths[count - 1], .arena = arena };
    struct diags *diags = diags_new(arena);
    if (!read_project(paths, count, &trial.statements, &(read_file_list){ 0 }, arena, diags))
        trial_fails(&trial, diags_text(diags, LANGUAGE_EN, true, arena));
    trial_build(&trial);
    return trial;
}

static struct scenario_case case_of(const struct trial *trial, const char *id)
{
    struct scenario_case scenario = { .id = id, .title = id, .statements = trial->statements };
    scenario.settings = trial->statements.count;
    scenario.trial = trial_run(&scenario.statements, NULL, trial->arena);
    return scenario;
}

/* A file of a scenario's folder: a project by itself, or one read on top of the folder's. */
static int check_file(struct arena *arena, const char *folder, const char *name)
{
    const char *paths[] = { arena_text(arena, "%s/project.ini", folder), arena_text(arena, "%s/%s", folder, name) };
    struct diags *diags = diags_new(arena);
    statement_list alone = { 0 };
    bool is_project = read_files(&paths[1], 1, &alone, &(read_file_list){ 0 }, arena, diags);
    const struct trial trial = is_project ? read_stack(arena, &paths[1], 1) : read_stack(arena, paths, 2);
    struct scenario_case *cases = arena_take(arena, 2, sizeof *cases);
    int count = 0;
    if (!is_project) {
        const struct trial below = read_stack(arena, paths, 1);
        cases[count++] = case_of(&below, "below");
    }
    cases[count++] = case_of(&trial, "on-top");
    const struct made made = made_of(&trial, cases, count);
    return check_documents(&made, 0, 1);
}

static void scenarios_show_each_figure_once(void **state)
{
    const char *root = arena_text(*state, "%s/scenarios", getenv("MEDFIN_SOURCE"));
    int files = 0, repeated = 0;
    DIR *folders = opendir(root);
    assert_non_null(folders);
    for (struct dirent *folder; (folder = readdir(folders));) {
        const char *path = arena_text(*state, "%s/%s", root, folder->d_name);
        DIR *names = folder->d_name[0] == '.' ? NULL : opendir(path);
        for (struct dirent *file; names && (file = readdir(names));) {
            size_t size = strlen(file->d_name);
            if (size < 4 || strcmp(file->d_name + size - 4, ".ini") != 0 || strcmp(file->d_name, "portfolj.ini") == 0)
                continue; /* several projects have documents of their own */
            struct arena *arena = arena_like(*state);
            repeated += check_file(arena, path, file->d_name);
            arena_free(arena);
            files++;
        }
        if (names)
            closedir(names);
    }
    closedir(folders);
    assert_true(files > 10);
    assert_true(repeated > 1000);
}

static void random_one(struct trial *trial, struct dice *dice)
{
    const struct scenario_case scenario = case_of(trial, "on-top");
    const struct made made = made_of(trial, &scenario, 1);
    check_documents(&made, (int)roll(dice, 3), 3);
}

static void random_projects_show_each_figure_once(void **state)
{
    try_projects(state, 30, 31, ALL_KNOWN, random_one);
    try_projects(state, 30, 32, SOME_UNKNOWN, random_one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(scenarios_show_each_figure_once),
        ARENA_TEST(random_projects_show_each_figure_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <medfin/versions/frozen.h>

#include <medfin/base/text.h>
#include <medfin/figures/figure_path.h>
#include <medfin/versions/folder.h>

#include "files.h"
#include "stated.h"

/* "1185000.00", "0.435", "40"; "?". */
static const char *figure_said(struct arena *arena, enum kind kind, int64_t number, bool unknown)
{
    if (unknown)
        return "?";
    if (kind == KIND_MONEY)
        return money_plain(arena, number, '.');
    char plain[PLAIN_ROOM];
    const bool is_whole = kind_unit(kind) == 1;
    const size_t size = is_whole ? count_write(plain, number) : fraction_write(plain, number, '.');
    return arena_copy(arena, plain, size);
}

static void add_head(entry_list *entries, const struct frozen *of, struct arena *arena)
{
    const struct project *project = of->plan->project;
    const struct {
        const char *key;
        const struct fact *fact;
    } said[] = { { "title", project->section.title },
                 { "version", project->version },
                 { "decided", project->decided },
                 { "reference", project->reference } };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (fact_is_stated(said[i].fact))
            entry_add(entries, PART_HEAD, said[i].key, text_tidy(arena, said[i].fact->value.text), arena);
    entry_add(entries, PART_HEAD, "form", arena_text(arena, "%d", MANIFEST_FORM), arena);
    entry_add(entries, PART_HEAD, "medfin", of->medfin, arena);
    if (of->scenario)
        entry_add(entries, PART_HEAD, "scenario", of->scenario, arena);
    if (!of->simulation)
        return;
    entry_add(entries, PART_HEAD, "seed", arena_text(arena, "%llu", (unsigned long long)of->simulation->seed), arena);
    entry_add(entries, PART_HEAD, "trials", arena_text(arena, "%lld", (long long)of->simulation->trials), arena);
}

static const char *numbered(struct arena *arena, int number)
{
    return arena_text(arena, "%04d", number + 1);
}

static void add_request(entry_list *entries, const struct frozen *of, struct arena *arena)
{
    for (int i = 0; i < of->named_count; i++)
        entry_add(entries, PART_NAMED, numbered(arena, i), folder_sees(arena, of->folder, of->named[i]), arena);
    for (int i = 0; i < of->setting_count; i++)
        entry_add(entries, PART_SET, numbered(arena, i), of->settings[i], arena);
}

static const char *subject_title(struct arena *arena, const struct section *subject, enum language language)
{
    const bool is_built_in = subject->kind == SECTION_CATEGORY && ((const struct category *)subject)->built_in;
    if (!is_built_in || fact_is_stated(subject->title))
        return section_title(subject);
    return text_capital(arena, language == LANGUAGE_SV ? ((const struct category *)subject)->swedish : subject->id);
}

/* "Kostnad: Personal 2022". */
static const char *figure_shown(struct arena *arena, const struct figure *figure, enum language language)
{
    struct text shown = text_new(arena);
    text_add(&shown, text_capital(arena, tr(figure->row->label)));
    if (figure->subject)
        text_addf(&shown, ": %s", subject_title(arena, figure->subject, language));
    if (figure->time == TIME_YEAR)
        text_addf(&shown, " %d", month_year(figure->first));
    return shown.bytes;
}

/* Not what a plan is compared by, nor what a funder pays or a category costs. */
static bool is_part(const struct figure *figure)
{
    const bool is_split = figure_is(figure, "cost.by_category.*") || figure_is(figure, "financing.by_funder.*");
    return figure->form != FORM_TOTAL || !(figure->row->is_compared || is_split);
}

static void add_figure(entry_list *entries, const struct plan *plan, const struct figure *figure,
                       enum language language, struct arena *arena)
{
    const struct cell cell = figure_cell(plan, figure);
    entry_add(entries, PART_FIGURES, figure_path(arena, figure),
              figure_said(arena, figure->row->kind, cell.amount, !cell_is_known(cell)), arena);
    struct manifest_entry *entry = &entries->items[entries->count - 1];
    entry->shown = figure_shown(arena, figure, language);
    entry->kind = figure->row->kind;
    entry->is_part = is_part(figure);
}

/* Lines, payments and members are many, and are in these sums. */
static bool is_headline(const struct figure_row *row, const struct project *project)
{
    return row->of != OF_LINE && row->of != OF_POST && row->number == NUMBER_NONE && figure_applies(row, project);
}

static void add_figures(entry_list *entries, const struct frozen *of, struct arena *arena)
{
    const struct plan *plan = of->plan;
    const plan_figure_list all = plan_figures(plan, arena);
    const struct years years = project_years(plan->project);
    for (int i = 0; i < all.count; i++) {
        struct figure figure = all.items[i];
        if (!is_headline(figure.row, plan->project))
            continue;
        add_figure(entries, plan, &figure, of->language, arena);
        figure.time = TIME_YEAR;
        for (int year = years.first; year <= years.last && !figure.row->only_total; year++) {
            figure.first = year_first(year);
            add_figure(entries, plan, &figure, of->language, arena);
        }
    }
}

static const char *rule_shown(struct arena *arena, const struct rule *rule, const char *about)
{
    return about ? arena_text(arena, "%s: %s", tr(rule->title), about) : tr(rule->title);
}

static void add_rules(entry_list *entries, const finding_list *findings, struct arena *arena)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        const char *verdict = verdict_id(finding->verdict);
        if (finding->has_margin)
            verdict = arena_text(arena, "%s %s", verdict, figure_said(arena, finding->kind, finding->margin, false));
        entry_add(entries, PART_RULES, finding_path(arena, finding), verdict, arena);
        struct manifest_entry *entry = &entries->items[entries->count - 1];
        entry->kind = finding->kind;
        entry->shown = rule_shown(arena, finding->rule, finding_about(finding));
    }
}

static void add_chances(entry_list *entries, const struct simulation *simulation, struct arena *arena)
{
    for (int i = 0; i < simulation->rule_count; i++) {
        const struct simulated_rule *rule = &simulation->rules[i];
        const char *about = rule->person ? rule->person : rule->subject ? rule->subject->id : NULL;
        entry_add(entries, PART_CHANCES, rule_path(arena, rule->rule, about),
                  rule->unknown ? "?" : arena_text(arena, "%lld", (long long)rule->broken), arena);
        entries->items[entries->count - 1].shown = rule_shown(arena, rule->rule, about);
    }
}

entry_list frozen_entries(const struct frozen *of, struct arena *arena)
{
    entry_list entries = { 0 };
    add_files(&entries, of, arena);
    add_request(&entries, of, arena);
    add_head(&entries, of, arena);
    add_stated(&entries, of, arena);
    add_figures(&entries, of, arena);
    add_rules(&entries, of->findings, arena);
    if (of->simulation)
        add_chances(&entries, of->simulation, arena);
    entries_sort(&entries, arena);
    return entries;
}

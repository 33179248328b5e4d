/* What a reader must know beside the figures: in kind in hours, work that is lost, VAT, what is
   unknown, what is assumed, and what says no source. */

#include <medfin/contents/budget_notes.h>

#include <assert.h>
#include <stddef.h>

#include <medfin/base/text.h>
#include <medfin/contents/activities.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/stated_values.h>
#include <medfin/plan/sums.h>

static void add_hours(struct doc *doc, const struct plan *plan, const struct funder *funder)
{
    const struct selection of = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = &funder->section };
    const struct doc_cell in_kind = cell_sum(doc, plan, &of, plan_months(plan), NULL);
    const struct fact *rate = funder->in_kind_hourly_rate;
    if (!fact_is_stated(rate) || in_kind.unknown || !in_kind.number)
        return;
    const int64_t tenth = SHARE_ONE / 10;
    int64_t tenths = round_quotient((wide)in_kind.number * 10, rate->value.number);
    /* Beyond a billion, hours are no answer. */
    if (tenths > 10 * SHARE_ONE)
        return;
    int64_t hours = tenths * tenth;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s contributes %s in kind: %s hours at %s.")),
                        section_title(&funder->section), amount_shown(doc, &in_kind),
                        number_text(doc->arena, hours, doc->language),
                        money_text(doc->arena, rate->value.number, doc->language)));
}

static void add_lost_work(struct doc *doc, const struct plan *plan, const struct funder *funder)
{
    struct cell lost = plan_lost_in_kind(plan, funder);
    if (cell_is_known(lost) && !lost.amount)
        return;
    const char *sentence =
        funder->status->value.second
            ? N_("%s has not decided: its work in kind, %s, counts neither as cost nor as financing.")
            : N_("%s has refused: its work in kind, %s, counts neither as cost nor as financing.");
    doc_text(doc, TONE_WARNING,
             arena_text(doc->arena, tr(sentence), section_title(&funder->section),
                        cell_is_known(lost) ? money_text(doc->arena, lost.amount, doc->language) : "?"));
}

/* A salary that says no on-cost is an hour's pay and no hour's cost, unless that is meant. */
static void add_bare_salaries(struct doc *doc, const struct project *project)
{
    const struct section_list *staff = &project->of[SECTION_STAFF];
    struct text names = text_new(doc->arena);
    for (int i = 0; i < staff->count; i++)
        if (!fact_is_stated(((const struct staff *)staff->items[i])->employer_rate))
            text_addf(&names, "%s%s", names.size ? ", " : "", section_title(staff->items[i]));
    if (names.size)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Salaries without an employer's on-cost: %s.")), names.bytes));
}

static void add_vat(struct doc *doc, const struct project *project)
{
    if (project->vat->value.number == VAT_EXCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts exclude VAT.")));
    if (project->vat->value.number == VAT_INCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts include VAT.")));
}

void unknowns_contents(struct doc *doc, const struct project *project)
{
    for (int i = 0; i < project->unknown_count; i++)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("Unknown: %s (%s)")), stated_title_in(doc, project, project->unknowns[i]),
                            place_short(doc->arena, project->unknowns[i]->place)));
}

static const char *stated_text(struct doc *doc, const struct fact *fact)
{
    return value_text(doc->arena, &fact->value, fact->by->key->words, doc->language);
}

static void add_values(struct doc *doc, const struct figure_list *figures, const char *name)
{
    for (int i = 0; i < figures->count; i++) {
        const struct fact *fact = figures->items[i].fact;
        const struct {
            const char *key, *text;
        } values[] = { { "path", statement_path(doc->arena, fact->by, LANGUAGE_EN) },
                       { "stated", stated_text(doc, fact) },
                       { "place", place_text(doc->arena, fact->by->place) } };
        for (size_t v = 0; v < sizeof values / sizeof *values; v++)
            doc_value(doc, cell_text(values[v].text, arena_text(doc->arena, "%s[%d].%s", name, i, values[v].key)));
        doc_value(doc, cell_stated(doc, fact->by->key, &fact->value, arena_text(doc->arena, "%s[%d].value", name, i)));
    }
}

/* What a stated figure rests on. */
enum ground { ASSUMED, UNSOURCED, SOURCED };

static enum ground ground_of(const char *source)
{
    return !source ? UNSOURCED : source_is_assumption(source) ? ASSUMED : SOURCED;
}

static const char *origin_text(struct doc *doc, const struct statement *by)
{
    const char *place = place_short(doc->arena, by->place);
    return ground_of(by->source) == SOURCED ? arena_text(doc->arena, "%s, %s", place, by->source) : place;
}

/* For programs under the name, which may be NULL. */
static void add_list(struct doc *doc, const struct project *project, enum ground ground, const char *name,
                     const char *caption)
{
    struct figure_list figures = { 0 };
    const struct figure_list all = project_figures(project, doc->arena);
    for (int i = 0; i < all.count; i++) {
        if (ground_of(all.items[i].fact->by->source) == ground)
            *list_add(&figures, doc->arena) = all.items[i];
    }
    if (!figures.count)
        return;
    if (name && !doc->for_people)
        add_values(doc, &figures, name);
    const bool sourced = ground == SOURCED;
    const struct doc_column columns[] = { { tr(N_("Stated")), -1, true },
                                          { sourced ? tr(N_("Place and source")) : tr(N_("Place")), -1, sourced } };
    struct doc_table *table = doc_table(doc, caption, tr(N_("Value")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < figures.count; i++) {
        const struct fact *fact = figures.items[i].fact;
        struct doc_row *row = doc_row(doc, table, stated_title_in(doc, project, fact->by), 0);
        row->cells[0] = cell_text(stated_text(doc, fact), NULL);
        row->cells[1] = cell_text(origin_text(doc, fact->by), NULL);
    }
}

void sourced_contents(struct doc *doc, const struct project *project)
{
    add_list(doc, project, SOURCED, NULL, tr(N_("Figures with a source")));
}

/* Why rows of a table are left aside. */
static const struct {
    const char *key, *label;
    size_t field;
} reasons[] = {
    { "above", N_("above the headings"), offsetof(struct table_record, above) },
    { "headings", N_("rows of headings"), offsetof(struct table_record, headings) },
    { "titles", N_("titles of parts"), offsetof(struct table_record, titles) },
    { "sums", N_("sums of other rows"), offsetof(struct table_record, sums) },
    { "notes", N_("sources and footnotes"), offsetof(struct table_record, notes) },
    { "not_known", N_("without a figure, or of one age"), offsetof(struct table_record, aside) },
};

enum { REASONS = sizeof reasons / sizeof *reasons };

static const struct {
    const char *key, *label;
} kinds[TABLE_KINDS] = {
    [TABLE_OF_ACTIVITIES] = { "activities", N_("Activities") },
    [TABLE_OF_MEMBERS] = { "members", N_("Members") },
    [TABLE_OF_POPULATION] = { "population", N_("Inhabitants") },
};

/* "Members, read from m.csv: 5 rows, 2 of them used and 3 left aside (rows of headings: 1, …)." */
static void add_record(struct doc *doc, const struct table_record *read)
{
    struct text why = text_new(doc->arena), columns = text_new(doc->arena);
    const char *path = arena_text(doc->arena, "tables.%s", kinds[read->kind].key);
    int aside = 0;
    for (int i = 0; i < REASONS; i++) {
        const int count = *(const int *)((const char *)read + reasons[i].field);
        aside += count;
        doc_value(doc, cell_count(count, arena_text(doc->arena, "%s.%s", path, reasons[i].key)));
        if (count)
            text_addf(&why, "%s%s: %d", why.size ? ", " : "", tr(reasons[i].label), count);
    }
    for (int i = 0; i < read->aside_count; i++)
        text_addf(&columns, "%s%s", i ? ", " : "", read->columns_aside[i]);
    const int used = read->continued + read->joined + read->records;
    assert(used + aside == read->rows);
    doc_value(doc, cell_count(read->rows, arena_text(doc->arena, "%s.read", path)));
    doc_value(doc, cell_count(used, arena_text(doc->arena, "%s.used", path)));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s, read from %s: %d rows, %d of them used and %d left aside (%s).")),
                        tr(kinds[read->kind].label), read->file, read->rows, used, aside, why.bytes));
    if (columns.size)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, "%s: %s", tr(N_("Columns left aside")), columns.bytes));
}

void tables_contents(struct doc *doc, const struct project *project)
{
    for (int kind = 0; kind < TABLE_KINDS; kind++)
        if (project->tables[kind])
            add_record(doc, project->tables[kind]);
}

void notes_contents(struct doc *doc, const struct plan *plan)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        add_hours(doc, plan, (const struct funder *)funders->items[i]);
        add_lost_work(doc, plan, (const struct funder *)funders->items[i]);
    }
    activities_note(doc, plan);
    add_bare_salaries(doc, plan->project);
    add_vat(doc, plan->project);
    unknowns_contents(doc, plan->project);
    add_list(doc, plan->project, ASSUMED, "assumptions", tr(N_("Assumptions")));
    add_list(doc, plan->project, UNSOURCED, "unsourced", tr(N_("Figures without a source")));
}

/* What a reader must know beside the figures: in kind in hours, work that is lost, VAT, what is
   unknown, what is assumed, and what says no source. */

#include "budget.h"

#include <medfin/base/text.h>

static void add_hours(struct doc *doc, const struct plan *plan, const struct funder *funder)
{
    const struct selection of = { .side = FINANCING_SIDE, .form = IN_KIND, .funder = funder };
    struct cell in_kind = plan_sum(plan, &of, plan->first, plan_last(plan));
    const struct fact *rate = &funder->in_kind_hourly_rate;
    if (!fact_is_stated(rate) || !cell_is_known(in_kind) || !in_kind.amount)
        return;
    const int64_t tenth = SHARE_ONE / 10;
    int64_t hours = round_quotient((wide)in_kind.amount * 10, rate->value.number) * tenth;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s contributes %s in kind: %s hours at %s.")),
                        section_title(&funder->section), money_text(doc->arena, in_kind.amount, doc->language),
                        number_text(doc->arena, hours, doc->language),
                        money_text(doc->arena, rate->value.number, doc->language)));
}

static void add_lost_work(struct doc *doc, const struct plan *plan, const struct funder *funder)
{
    struct cell lost = plan_lost_in_kind(plan, funder);
    if (cell_is_known(lost) && !lost.amount)
        return;
    doc_text(doc, TONE_WARNING,
             arena_text(doc->arena, tr(N_("%s is rejected: work in kind worth %s falls away on both sides.")),
                        section_title(&funder->section),
                        cell_is_known(lost) ? money_text(doc->arena, lost.amount, doc->language) : "?"));
}

static void add_vat(struct doc *doc, const struct project *project)
{
    if (project->vat.value.number == VAT_EXCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts exclude VAT.")));
    if (project->vat.value.number == VAT_INCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts include VAT.")));
}

static void add_unknowns(struct doc *doc, const struct project *project)
{
    for (int i = 0; i < project->unknown_count; i++)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("Unknown: %s (%s)")),
                            statement_path(doc->arena, project->unknowns[i]),
                            place_short(doc->arena, project->unknowns[i]->place)));
}

static bool is_assumption(const char *source)
{
    return source && (text_same(source, "assumption") || text_same(source, "antagande"));
}

/* A stated value that figures rest on: money, percents, numbers; not words and texts. */
static bool is_figure(const struct fact *fact)
{
    return fact_is_stated(fact) && fact->by->key && !(fact->by->key->flags & KEY_DESCRIBES) &&
           fact->value.kind <= VALUE_COUNT && fact->value.kind >= VALUE_MONEY && !fact->value.count;
}

/* Facts of one kind: what is assumed, or what has no source. */
struct listing {
    struct arena *arena;
    bool assumed;
    LIST(const struct fact *) facts;
};

static void list_fact(struct listing *listing, const struct fact *fact)
{
    if (!is_figure(fact))
        return;
    const char *source = fact->by->source;
    if (listing->assumed ? is_assumption(source) : !source)
        *list_add(&listing->facts, listing->arena) = fact;
}

/* Every figure of a section, by the table of keys. */
static void list_section(struct listing *listing, const struct section *section)
{
    for (int k = 0; k < key_count; k++) {
        const struct key *key = &key_rows[k];
        if (key->section != section->kind)
            continue;
        const char *field = (const char *)section + key->offset;
        if (key->date == DATE_NONE) {
            list_fact(listing, (const struct fact *)field);
            continue;
        }
        const struct series *series = (const struct series *)field;
        for (int i = 0; i < series->count; i++)
            list_fact(listing, &series->items[i].fact);
    }
}

static const char *stated_text(struct doc *doc, const struct fact *fact)
{
    return value_text(doc->arena, &fact->value, fact->by->key->words, doc->language);
}

static void add_values(struct doc *doc, const struct listing *listing, const char *name)
{
    for (int i = 0; i < listing->facts.count; i++) {
        const struct fact *fact = listing->facts.items[i];
        const struct {
            const char *key, *text;
        } values[] = { { "path", statement_path(doc->arena, fact->by) },
                       { "value", stated_text(doc, fact) },
                       { "place", place_text(doc->arena, fact->by->place) } };
        for (size_t v = 0; v < sizeof values / sizeof *values; v++)
            doc_value(doc, cell_text(values[v].text, arena_text(doc->arena, "%s[%d].%s", name, i, values[v].key)));
    }
}

static void add_list(struct doc *doc, const struct project *project, bool assumed, const char *name,
                     const char *caption)
{
    struct listing listing = { .arena = doc->arena, .assumed = assumed };
    for (int i = 0; i < project->all.count; i++)
        list_section(&listing, project->all.items[i]);
    if (!listing.facts.count)
        return;
    add_values(doc, &listing, name);
    const struct doc_column columns[] = { { tr(N_("Stated")), -1, true }, { tr(N_("Place")), -1, false } };
    struct doc_table *table = doc_table(doc, caption, tr(N_("Value")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < listing.facts.count; i++) {
        const struct fact *fact = listing.facts.items[i];
        struct doc_row *row = doc_row(doc, table, statement_path(doc->arena, fact->by), 0);
        row->cells[0] = cell_text(stated_text(doc, fact), NULL);
        row->cells[1] = cell_text(place_short(doc->arena, fact->by->place), NULL);
    }
}

void notes_contents(struct doc *doc, const struct plan *plan)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        add_hours(doc, plan, (const struct funder *)funders->items[i]);
        add_lost_work(doc, plan, (const struct funder *)funders->items[i]);
    }
    add_vat(doc, plan->project);
    add_unknowns(doc, plan->project);
    add_list(doc, plan->project, true, "assumptions", tr(N_("Assumptions")));
    add_list(doc, plan->project, false, "unsourced", tr(N_("Figures without a source")));
}

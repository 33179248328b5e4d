#include "member_fees.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/fees_against.h>
#include <medfin/contents/names.h>
#include <medfin/model/stated_values.h>
#include <medfin/model/tariff.h>
#include <medfin/plan/fees.h>
#include <medfin/write/markdown.h>

/* Keys that a fee is made by; the others of a tariff say who pays, and when. */
static bool is_term(const struct key *key)
{
    static const char *const terms[] = { "fixed", "per_inhabitant", "inhabitants_cap", "classes",
                                         "bands", "class_rates",    "minimum",         "maximum",
                                         "index", "first_year",     "round_to" };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (strcmp(key->name, terms[i]) == 0)
            return true;
    return false;
}

/* What it says without the last file; NULL: nothing, or the same. */
static const struct fact *other_before(const struct letter *letter, const struct figure_list *before,
                                       const struct section *section, const struct statement *by, const char *now)
{
    for (int i = 0; i < before->count; i++) {
        const struct fact *fact = before->items[i].fact;
        const bool is_same = before->items[i].section->kind == section->kind && fact->by->key == by->key &&
                             fact->by->at == by->at && strcmp(before->items[i].section->id, section->id) == 0;
        if (is_same)
            return strcmp(letter_value(letter, by->key, fact), now) == 0 ? NULL : fact;
    }
    return NULL;
}

/* A point for each term that the last file changes; behind them, or alone, that the others stand. */
int write_fee_points(struct writing *writing, int number)
{
    const struct letter *letter = writing->letter;
    struct arena *arena = letter->arena;
    const struct figure_list figures = project_figures(letter->plan->project, arena);
    const struct figure_list before = letter->before ? project_figures(letter->before->project, arena) : figures;
    int points = 0;
    for (int i = 0; i < figures.count; i++) {
        const struct section *section = figures.items[i].section;
        const struct statement *by = figures.items[i].fact->by;
        if (section->kind != SECTION_TARIFF || !is_term(by->key))
            continue;
        const char *now = letter_value(letter, by->key, figures.items[i].fact);
        const struct fact *other = other_before(letter, &before, section, by, now);
        if (!other)
            continue;
        const char *path = statement_path(arena, by, LANGUAGE_EN), *head = section_path(arena, section, LANGUAGE_EN);
        letter_words(writing, arena_text(arena, "\n%d. ", number + points++));
        letter_sentence(writing, NULL,
                        arena_text(arena, tr(N_("that the fee of {{%s.title}}, %s, is {{%s}} (today %s);")), head,
                                   key_title(by->key), path, md_escaped(arena, letter_value(letter, by->key, other))));
    }
    letter_words(writing, arena_text(arena, "\n%d. ", number + points++));
    letter_sentence(writing, NULL,
                    points > 1 ? tr(N_("that the fees are otherwise unchanged;"))
                               : tr(N_("that the fees for {{project.years}} are those below;")));
    return number + points;
}

/* The fees of a tariff in a year. */
struct fees_of {
    struct cell lowest, highest, sum;
    int64_t payers;
};

static struct fees_of fees_of(const struct plan *plan, const struct section *tariff, int year)
{
    struct fees_of of = { 0 };
    const fee_list *fees = tariff_fees_in(plan, (const struct tariff *)tariff, year);
    for (int i = 0; i < fees->count; i++) {
        const struct fee *fee = &fees->items[i];
        if (!fee->payers)
            continue;
        of.lowest = !of.payers || fee->amount.amount < of.lowest.amount ? fee->amount : of.lowest;
        of.highest = !of.payers || fee->amount.amount > of.highest.amount ? fee->amount : of.highest;
        of.sum = cell_plus(plan->arena, of.sum, node_cell(plan, fee->all));
        of.payers += fee->payers;
    }
    return of;
}

/* Today, as proposed and the difference; or the fees alone. */
struct fee_table {
    struct doc *doc;
    struct doc_table *table;
    const struct letter *letter;
    int year;
};

static struct fee_table fee_table(struct doc *doc, const struct letter *letter, const char *head)
{
    const struct plan *plan = letter->plan, *before = letter->before;
    struct fee_table fees = { .doc = doc, .letter = letter };
    fees.year = before ? fees_differ_from(plan, before, doc->arena) : plan_years(plan).first;
    const struct doc_column against[] = { { tr(N_("Today")), -1, false },
                                          { tr(N_("As proposed")), -1, false },
                                          { tr(N_("Difference")), -1, false } };
    const struct doc_column alone[] = { { arena_text(doc->arena, "%d", fees.year), -1, false } };
    fees.table = doc_table(doc, arena_text(doc->arena, tr(N_("Fees %d")), fees.year), head, before ? against : alone,
                           before ? 3 : 1);
    fees.table->labels_wrap = true;
    return fees;
}

static void add_fee(const struct fee_table *fees, const char *label, struct cell before, struct cell now)
{
    struct doc_row *row = doc_row(fees->doc, fees->table, label, 0);
    if (!fees->letter->before) {
        row->cells[0] = cell_exact(now, NULL);
        return;
    }
    row->cells[0] = cell_exact(before, NULL);
    row->cells[1] = cell_exact(now, NULL);
    row->cells[2] = cell_exact(cell_minus(fees->doc->arena, now, before), NULL);
}

static struct fees_of fees_before(const struct fee_table *fees, const struct section *tariff)
{
    const struct plan *before = fees->letter->before;
    const struct section *same = before ? project_find(before->project, SECTION_TARIFF, tariff->id) : NULL;
    return same ? fees_of(before, same, fees->year) : (struct fees_of){ 0 };
}

void fees_by_tariff(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    const struct section_list *tariffs = &letter->plan->project->of[SECTION_TARIFF];
    const struct fee_table fees = fee_table(doc, letter, tr(N_("Members")));
    struct cell all = { 0 }, all_before = { 0 };
    for (int i = 0; i < tariffs->count; i++) {
        const struct fees_of now = fees_of(letter->plan, tariffs->items[i], fees.year);
        const struct fees_of before = fees_before(&fees, tariffs->items[i]);
        const char *title = section_title(tariffs->items[i]);
        all = cell_plus(doc->arena, all, now.sum);
        all_before = cell_plus(doc->arena, all_before, before.sum);
        if (!now.sum.amount && !before.sum.amount && cell_is_known(now.sum))
            continue;
        if (now.lowest.amount == now.highest.amount && before.lowest.amount == before.highest.amount) {
            add_fee(&fees, arena_text(doc->arena, tr(N_("%s, each")), title), before.lowest, now.lowest);
        } else {
            add_fee(&fees, arena_text(doc->arena, tr(N_("%s, the lowest fee")), title), before.lowest, now.lowest);
            add_fee(&fees, arena_text(doc->arena, tr(N_("%s, the highest fee")), title), before.highest, now.highest);
        }
        add_fee(&fees, arena_text(doc->arena, tr(N_("%s, all")), title), before.sum, now.sum);
    }
    add_fee(&fees, tr(N_("Total fees")), all_before, all);
    fees.table->rows.items[fees.table->rows.count - 1].is_total = true;
}

/* The same payer's fee in another plan. */
static struct cell fee_before(const struct fee_table *fees, const struct fee *fee)
{
    const struct plan *before = fees->letter->before;
    const struct section_list *tariffs = &before->project->of[SECTION_TARIFF];
    for (int t = 0; t < tariffs->count; t++) {
        const fee_list *all = tariff_fees_in(before, (const struct tariff *)tariffs->items[t], fees->year);
        for (int i = 0; i < all->count; i++) {
            const struct fee *other = &all->items[i];
            const bool is_same = fee->member
                                     ? other->member && strcmp(other->member->section.id, fee->member->section.id) == 0
                                     : !other->member && other->are_new == fee->are_new &&
                                           strcmp(other->tariff->section.id, fee->tariff->section.id) == 0;
            if (is_same && other->payers)
                return other->amount;
        }
    }
    return (struct cell){ 0 };
}

void fees_by_member(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    const struct section_list *tariffs = &letter->plan->project->of[SECTION_TARIFF];
    const struct fee_table fees = fee_table(doc, letter, tr(N_("Member")));
    for (int t = 0; t < tariffs->count; t++) {
        const fee_list *all = tariff_fees_in(letter->plan, (const struct tariff *)tariffs->items[t], fees.year);
        for (int i = 0; i < all->count; i++) {
            const struct fee *fee = &all->items[i];
            if (!fee->payers)
                continue;
            const char *title = fee->member
                                    ? member_title(fee->member)
                                    : arena_text(doc->arena, tr(N_("%s: each of %s equal members")),
                                                 section_title(tariffs->items[t]), count_text(doc->arena, fee->payers));
            add_fee(&fees, title, letter->before ? fee_before(&fees, fee) : (struct cell){ 0 }, fee->amount);
        }
    }
}

static void write_table(struct writing *writing, const char *name,
                        void (*contents)(struct doc *doc, const struct letter *letter, const letter_field_list *fields))
{
    const struct letter *letter = writing->letter;
    if (!letter->plan->project->of[SECTION_TARIFF].count)
        return;
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    contents(doc, letter, writing->fields);
    letter_table_add(writing, name, doc);
}

void write_fees(struct writing *writing)
{
    write_table(writing, "fees", fees_by_tariff);
}

void write_every_fee(struct writing *writing)
{
    write_table(writing, "every-fee", fees_by_member);
}

void write_coverage(struct writing *writing)
{
    if (!letter_field_find(writing->fields, "coverage.inhabitants"))
        return;
    letter_sentence(writing, NULL,
                    letter_field_find(writing->fields, "coverage.share")
                        ? tr(N_("The {{coverage.members}} members whose fees follow their inhabitants have "
                                "{{coverage.inhabitants}} inhabitants together, {{coverage.share}} of the country's "
                                "{{coverage.country}}."))
                        : tr(N_("The {{coverage.members}} members whose fees follow their inhabitants have "
                                "{{coverage.inhabitants}} inhabitants together.")));
}

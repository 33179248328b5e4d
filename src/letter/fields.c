#include "fields.h"

#include <assert.h>
#include <string.h>

#include <medfin/contents/budget.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/liquidity.h>
#include <medfin/contents/names.h>
#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>
#include <medfin/model/key_names.h>
#include <medfin/model/stated_values.h>

#include "followed.h"
#include "membership.h"
#include "own_fields.h"

const char *letter_amount(const struct letter *letter, int64_t whole)
{
    const char *unit = letter->unit->name;
    if (letter->unit->ore == KRONA)
        unit = whole == 1 || whole == -1 ? tr(N_("krona")) : tr(N_("kronor"));
    return arena_text(letter->arena, "%s\u00a0%s", shown_units(letter->unit, whole, letter->language, letter->arena),
                      unit);
}

void letter_field_add(letter_field_list *fields, const struct letter *letter, struct letter_field field)
{
    *list_add(&fields->all, letter->arena) = field;
    int *number = names_number(&fields->by_key, field.key, letter->arena);
    *number = *number ? *number : fields->all.count;
}

static void add(letter_field_list *fields, const struct letter *letter, const char *key, const char *shown,
                bool unknown)
{
    letter_field_add(fields, letter,
                     (struct letter_field){ key, unknown ? shown : shown_text(letter->arena, shown),
                                            unknown ? FIELD_UNKNOWN : FIELD_KNOWN });
}

void letter_text_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *text)
{
    add(fields, letter, key, text, false);
}

void letter_blank_add(letter_field_list *fields, const struct letter *letter, const char *key, const char *what)
{
    letter_field_add(fields, letter, (struct letter_field){ key, what, FIELD_BLANK });
}

/* "58 629,64 kronor" */
static const char *exact_amount(const struct letter *letter, money amount)
{
    const char *text = money_text(letter->arena, amount, letter->language);
    return arena_text(letter->arena, "%.*s%s", (int)(strlen(text) - strlen("kr")), text, tr(N_("kronor")));
}

/* `whole` is what it shows, as the doc has it. */
static void add_cell(letter_field_list *fields, const struct letter *letter, const char *key,
                     const struct doc_cell *cell, int64_t whole)
{
    const struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    if (!key)
        return;
    if (cell->unknown)
        add(fields, letter, key, cell_is_money(cell) ? tr(N_("an amount not yet known")) : tr(N_("not yet known")),
            true);
    else if (cell_is_money(cell) && cell->exact)
        add(fields, letter, key, exact_amount(letter, cell->number), false);
    else if (cell_is_money(cell))
        add(fields, letter, key, letter_amount(letter, whole), false);
    else
        add(fields, letter, key, shown_cell(doc, cell, whole, letter->arena), false);
}

void letter_cell_add(letter_field_list *fields, const struct letter *letter, const char *key, struct cell figure)
{
    letter_shown_add(fields, letter, cell_plan(figure, key));
}

void letter_shown_add(letter_field_list *fields, const struct letter *letter, struct doc_cell cell)
{
    add_cell(fields, letter, cell.key, &cell, cell_shown(&cell, letter->unit->ore));
}

/* A figure in a table is rounded with the table, so that a sentence says what the table shows. */
static void add_table(letter_field_list *fields, const struct letter *letter, const struct doc_table *table)
{
    int columns = table->column_count;
    int64_t *whole = arena_take(letter->arena, (size_t)(table->rows.count * columns), sizeof *whole);
    table_round(table, letter->unit->ore, whole, letter->arena);
    for (int at = 0; at < table->rows.count * columns; at++) {
        const struct doc_row *row = &table->rows.items[at / columns];
        const struct doc_cell *cell = &row->cells[at % columns];
        add_cell(fields, letter, cell_key(letter->arena, row, cell), cell, whole[at]);
    }
}

static void add_doc(letter_field_list *fields, const struct letter *letter, const struct doc *doc)
{
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        const struct doc_cell *value = &block->value;
        if (block->kind == BLOCK_RECORDS) {
            const struct doc_table records = records_table(&block->records, letter->arena);
            add_table(fields, letter, &records);
        } else if (block->kind == BLOCK_VALUE)
            letter_shown_add(fields, letter, *value);
        else if (block->table)
            add_table(fields, letter, block->table);
    }
}

static const char *titles_of(const struct letter *letter, const struct fact *fact)
{
    struct text out = text_new(letter->arena);
    for (int i = 0; i < fact->value.count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", section_title(fact->sections[i]));
    return out.bytes;
}

/* "45 000,00 kr" without its decimals. */
static const char *without_zeros(const struct letter *letter, const char *text)
{
    const char *zeros = arena_text(letter->arena, "%c00\u00a0kr", language_decimal(letter->language));
    const char *at = strstr(text, zeros);
    return at ? arena_text(letter->arena, "%.*s%s", (int)(at - text), text, at + 3) : text;
}

const char *letter_value(const struct letter *letter, const struct key *key, const struct fact *fact)
{
    if (key->kind == VALUE_TEXT)
        return fact->value.text;
    if (key->kind == VALUE_MONTH)
        return month_title(letter->arena, (month)fact->value.number);
    if (fact->sections && fact->value.count)
        return titles_of(letter, fact);
    return without_zeros(letter, value_text(letter->arena, &fact->value, key->words, letter->language));
}

/* A key of a section as people would ask for it: a name is the title of what it names, and a
   text that is not stated is left for the officer to fill in. */
static void add_key(letter_field_list *fields, const struct letter *letter, const struct section *section,
                    const struct key *key)
{
    const struct fact *fact = section_fact(section, key);
    const char *path = arena_text(letter->arena, "%s.%s", section_path(letter->arena, section, LANGUAGE_EN), key->name);
    if (fact_is_stated(fact) && fact->value.unknown)
        add(fields, letter, path, tr(N_("not yet known")), true);
    else if (fact_is_stated(fact))
        add(fields, letter, path, letter_value(letter, key, fact), false);
    else if (strcmp(key->name, "title") == 0 && section->kind != SECTION_PROJECT)
        add(fields, letter, path, section_title(section), false);
    else if (!(key->flags & KEY_HAS_DEFAULT))
        letter_blank_add(fields, letter, path, tr(key->meaning));
}

static void add_section(letter_field_list *fields, const struct letter *letter, const struct section *section)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_its = key_is_of(key, section->kind) || key_is_of(key, SECTION_COUNT);
        bool is_file = key->kind == VALUE_FILE || !section_rows[section->kind].size;
        if (is_its && !is_file && key->date == DATE_NONE)
            add_key(fields, letter, section, key);
    }
}

/* Figures that carry a date in their path: "staff.projektledare.share.2022-09". */
static void add_dated(letter_field_list *fields, const struct letter *letter)
{
    const struct figure_list figures = project_figures(letter->plan->project, letter->arena);
    for (int i = 0; i < figures.count; i++) {
        const struct fact *fact = figures.items[i].fact;
        if (fact->by->key->date != DATE_NONE)
            add(fields, letter, statement_path(letter->arena, fact->by, LANGUAGE_EN),
                fact->value.unknown ? tr(N_("not yet known")) : letter_value(letter, fact->by->key, fact),
                fact->value.unknown);
    }
}

letter_field_list letter_fields(const struct letter *letter)
{
    const struct project *project = letter->plan->project;
    letter_field_list fields = { 0 };
    letter_fields_add(&fields, letter);
    add_section(&fields, letter, &project->section);
    for (int i = 0; i < project->all.count; i++)
        add_section(&fields, letter, project->all.items[i]);
    add_dated(&fields, letter);
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    if (letter->follow)
        shown_agree(shown_of(doc, letter->follow->forecast), shown_of(doc, letter->follow->budget));
    budget_contents(doc, letter->plan, BY_YEAR);
    liquidity_contents(doc, letter->plan);
    membership_contents(doc, letter->plan);
    letter_followed_add(doc, letter);
    add_doc(&fields, letter, doc);
    letter_membership_add(&fields, letter);
    return fields;
}

const struct letter_field *letter_field_asked(const struct letter *letter, letter_field_list *fields, const char *key)
{
    const struct letter_field *field = letter_field_find(fields, key);
    struct asked_figure asked;
    if (field || asked_figure_read(letter->plan, key, NULL, &asked, letter->arena) != FIGURE_FOUND)
        return field;
    key = asked_figure_path(letter->arena, &asked);
    field = letter_field_find(fields, key);
    if (field)
        return field;
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    letter_shown_add(fields, letter,
                     asked.of.row ? cell_figure(doc, letter->plan, &asked.of, key)
                                  : cell_asked(&asked, asked_figure_cell(letter->plan, &asked), key));
    return letter_field_find(fields, key);
}

const struct letter_field *letter_field_find(const letter_field_list *fields, const char *key)
{
    int number = names_find(&fields->by_key, key);
    if (!number)
        return NULL;
    assert(fields->all.items); /* a number is that of one that was added */
    return &fields->all.items[number - 1];
}

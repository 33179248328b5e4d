#ifndef MEDFIN_TESTS_DOCS_H
#define MEDFIN_TESTS_DOCS_H

/* Docs that the tests of writers have in common, and writing them. */

#include "unit.h"

#include <string.h>

#include <medfin/write/writer.h>

static inline const char *written(const struct doc *doc, const char *format, int width, bool color)
{
    struct text out = text_new(doc->arena);
    writer_find(format)->write(doc, &(struct writer_options){ .width = width, .color = color }, &out);
    return out.bytes;
}

static inline const char *csv(const struct doc *doc, bool for_machine)
{
    struct text out = text_new(doc->arena);
    writer_find("csv")->write(doc, &(struct writer_options){ .csv_machine = for_machine }, &out);
    return out.bytes;
}

static inline struct doc *swedish(struct arena *arena, const char *unit)
{
    const struct doc_unit *found = doc_units;
    while (strcmp(found->name, unit) != 0)
        found++;
    return doc_new(arena, LANGUAGE_SV, found);
}

/* Expectations show each no-break space as a point: "1·000". */
static inline const char *no_break(struct arena *arena, const char *pointed)
{
    char *text = arena_copy(arena, pointed, strlen(pointed));
    for (char *at = text; (at = strstr(at, "·")); at++)
        memcpy(at, "\u00a0", 2);
    return text;
}

static inline struct doc_row *money_row(struct doc *doc, struct doc_table *table, const char *label, int indent,
                                        const money *figures)
{
    struct doc_row *row = doc_row(doc, table, label, indent);
    for (int i = 0; i < table->column_count; i++)
        row->cells[i] = cell_money(figures[i], false, NULL);
    return row;
}

/* Cost 100,50 + 0,50 a year, financed by 101 and by 80: the second year lacks 21. */
static inline struct doc *budget(struct arena *arena)
{
    struct doc *doc = swedish(arena, "kr");
    doc_heading(doc, 1, "Vård på väg");
    doc_text(doc, TONE_NEUTRAL, "Projektet söker medfinansiering i två år.");
    doc_heading(doc, 2, "Budget");
    const struct doc_column years[] = { { "2021", 2, false }, { "2022", 2, false }, { "Totalt", -1, false } };
    struct doc_table *table = doc_table(doc, "Kostnader och finansiering", "Kategori", years, 3);
    table->labels_wrap = true;
    doc_row(doc, table, "Kostnader", 0)->is_heading = true;
    money_row(doc, table, "Personal", 1, (money[]){ 123410050, 10050, 123420100 })->part_of = 3;
    money_row(doc, table, "Resor och möten i hela länet", 1, (money[]){ 50, 50, 100 })->part_of = 3;
    money_row(doc, table, "Summa", 0, (money[]){ 123410100, 10100, 123420200 })->is_total = true;
    table->rows.items[3].part_of = 8;
    doc_row(doc, table, "Finansiering", 0)->is_heading = true;
    money_row(doc, table, "Regionen", 1, (money[]){ 123410100, 8000, 123418100 })->part_of = 6;
    money_row(doc, table, "Summa", 0, (money[]){ 123410100, 8000, 123418100 })->is_total = true;
    money_row(doc, table, "Underskott", 0, (money[]){ 0, 2100, 2100 });
    doc_row(doc, table, "", 0)->hidden = true;
    for (int row = 6; row < 8; row++) {
        table->rows.items[row].part_of = 8;
        table->rows.items[row].sign = -1;
    }
    return doc;
}

static inline struct doc *months(struct arena *arena)
{
    struct doc *doc = swedish(arena, "tkr");
    const struct doc_column columns[] = {
        { "2022-01", 4, false }, { "2022-02", 4, false }, { "2022-03", 4, false },
        { "2022-04", 4, false }, { "Totalt", -1, false },
    };
    struct doc_table *table = doc_table(doc, "Kassa", "", columns, 5);
    money_row(doc, table, "In", 0, (money[]){ 100000, -200000, 1234500000, 0, 1234400000 });
    doc_row(doc, table, "Kvar", 0)->cells[0] = cell_money(0, true, NULL);
    return doc;
}

static inline struct doc_cell verdict(enum doc_tone tone, const char *word, const char *id, const char *key)
{
    return (struct doc_cell){ .kind = CELL_VERDICT, .number = tone, .text = word, .id = id, .key = key };
}

static inline struct doc *rules(struct arena *arena)
{
    struct doc *doc = swedish(arena, "kr");
    const struct doc_column columns[] = { { "Utslag", -1, false }, { "Andel", -1, false }, { "Skäl", -1, true } };
    struct doc_table *table = doc_table(doc, "Regler", "Regel", columns, 3);
    table->labels_wrap = true;
    struct doc_row *row = doc_row(doc, table, "Medfinansiering", 0);
    row->cells[0] = verdict(TONE_GOOD, "håller", "pass", "rules[0].verdict");
    row->cells[1] = cell_share(435000000, false, "rules[0].figures.share");
    row->cells[2] = cell_text("hälften eller mer", NULL);
    row = doc_row(doc, table, "Kassa", 0);
    row->cells[0] = verdict(TONE_BAD, "brister", "fail", "rules[1].verdict");
    row->cells[1] = cell_share(333333333, false, "rules[1].figures.share");
    row->cells[2] = cell_text("lägst i maj med 1\u00a0000\u00a0kr", NULL);
    row = doc_row(doc, table, "Öppen", 0);
    row->cells[0] = verdict(TONE_OPEN, "ovisst", "undetermined", "rules[2].verdict");
    row->cells[1] = cell_share(0, true, "rules[2].figures.share");
    return doc;
}

static inline struct doc *derivation(struct arena *arena)
{
    struct doc *doc = swedish(arena, "mnkr");
    const struct doc_column column = { "Värde", -1, false };
    struct doc_table *table = doc_table(doc, "Lön 2022-05", NULL, &column, 1);
    struct doc_cell exact = { .kind = CELL_FIGURE, .exact = true, .number = -123456789 };
    doc_row(doc, table, "Lön", 0)->cells[0] = exact;
    doc_row(doc, table, "Faktor", 1)->cells[0] =
        (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_DECIMAL, .number = 1250000000 };
    doc_row(doc, table, "Antal", 2)->cells[0] = cell_count(1234, NULL);
    doc_row(doc, table, "Månad", 2)->cells[0] = cell_month(month_of(2022, 5), NULL);
    doc_row(doc, table, "Beslutad", 1)->cells[0] =
        (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_STATUS, .number = 1 };
    return doc;
}

/* One row for each text; the row's label. */
static inline struct doc *labelled(struct arena *arena, const char *const *texts)
{
    struct doc *doc = swedish(arena, "kr");
    struct doc_table *table = doc_table(doc, "", "", NULL, 0);
    for (; *texts; texts++)
        doc_row(doc, table, *texts, 0);
    return doc;
}

#endif

/* A plan's rows become [activity] sections: what each cell says is a statement with its
   place in the table, so that scenarios and explanations know it as any other. */

#include "activities.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/model/project.h>
#include <medfin/read/csv.h>
#include <medfin/read/ids.h>
#include <medfin/values/scale.h>
#include <medfin/values/time_words.h>
#include <medfin/values/value.h>

#include "municipality.h"

enum column {
    COLUMN_WHAT,
    COLUMN_HOW,
    COLUMN_WHO,
    COLUMN_WHEN,
    COLUMN_STATUS,
    COLUMN_PRIORITY,
    COLUMN_COST,
    COLUMN_PARTICIPANTS,
    COLUMN_HOURS,
    COLUMN_ARENA,
    COLUMN_FORM,
    COLUMN_NUMBER,
    COLUMN_COUNT
};

static const struct csv_heading headings[COLUMN_COUNT] = {
    [COLUMN_WHAT] = { { "Vad", "What", "Aktivitet", "Activity", "Insats", "Åtgärd", "Åtgärder", "Aktiviteter",
                        "Insatser", "Action", "Measure" },
                      true },
    [COLUMN_HOW] = { { "Hur", "How", "Beskrivning", "Genomförande", "Description" }, false },
    [COLUMN_WHO] = { { "Vem", "Who", "Ansvar", "Ansvarig", "Responsible", "Ansvariga", "Utförare" }, false },
    [COLUMN_WHEN] = { { "När", "När/Resurs", "När / Resurs", "When", "Tid", "Datum", "Period", "Tidplan",
                        "Klart senast", "Klart", "Tidpunkt", "Månad", "Date", "Deadline", "Senast", "Genomförs",
                        "Månader" },
                      false },
    [COLUMN_STATUS] = { { "Status", "Läge" }, false },
    [COLUMN_PRIORITY] = { { "Prio", "Prioritet", "Priority", "Prioritering" }, false },
    [COLUMN_COST] = { { "Kostnad",        "Cost",
                        "Budget",         "Belopp",
                        "Totalkostnad",   "Uppskattad kostnad",
                        "Pris",           "Summa",
                        "Kostnader",      "Beräknad kostnad",
                        "Total kostnad",  "Totalt",
                        "Amount",         "Kostnad totalt",
                        "Utgift",         "Budgeterad kostnad",
                        "Estimated cost", "Price",
                        "Total cost",     "Total" },
                      false },
    [COLUMN_PARTICIPANTS] = { { "Deltagare", "Participants", "Antal deltagare" }, false },
    [COLUMN_HOURS] = { { "Timmar", "Hours", "Tim", "Antal timmar", "Längd i timmar" }, false },
    [COLUMN_ARENA] = { { "Grupp", "Arena", "Group", "Nätverk", "Network", "Arbetsgrupp", "Grupper" }, false },
    [COLUMN_FORM] = { { "Form", "Mötesform" }, false },
    [COLUMN_NUMBER] = { { "Nr", "No", "#", "Nummer" }, false },
};

static const struct csv_form form = { .headings = headings,
                                      .heading_count = COLUMN_COUNT,
                                      .options = CSV_SHORT_ROWS | CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE,
                                      .amount = COLUMN_COST };

/* What becomes of a cell. Texts of continued rows are joined; of the others one is enough. */
static const struct cell_use {
    const char *key; /* NULL: nothing by itself */
    bool is_text;
    const char *joint;
} uses[COLUMN_COUNT] = {
    [COLUMN_WHAT] = { "title", true, " " },       [COLUMN_HOW] = { "note", true, "\n" },
    [COLUMN_WHO] = { "responsible", true, ", " }, [COLUMN_WHEN] = { "when", true, ", " },
    [COLUMN_STATUS] = { "status", true, ", " },   [COLUMN_PRIORITY] = { "priority", false, NULL },
    [COLUMN_COST] = { NULL, false, NULL },        [COLUMN_PARTICIPANTS] = { "participants", false, NULL },
    [COLUMN_HOURS] = { "hours", false, NULL },    [COLUMN_ARENA] = { "arena", false, NULL },
    [COLUMN_FORM] = { "form", false, NULL },      [COLUMN_NUMBER] = { NULL, true, " " },
};

/* An activity in the making: the row that says what it is, and those that continue it. */
struct record {
    struct csv_cell cells[COLUMN_COUNT];
    struct text joined[COLUMN_COUNT]; /* the texts of those that rows go on with */
};

struct plan_reading {
    const struct csv *csv;
    struct table_record *count;
    int layer;
    month first, last; /* of the project, as far as its file says */
    const char *source;
    struct record record; /* the last, to be said when no row goes on with it */
    bool has_record;
    struct names ids; /* that are taken, each with the last number that was put behind it */
    LIST(const char *) titles, aside;
    const statement_list *statements; /* of the project's file */
    struct table_rows *rows;
    const char *cost_unit; /* that the heading says: tkr; "": none */
    bool any_broken;
    struct arena *arena;
    struct diags *diags;
};

/* A dash alone says that there is nothing. */
static bool is_blank(const struct csv_cell *cell)
{
    static const char *const dashes[] = { "", "-", "–", "—", "−" };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strcmp(cell->text, dashes[i]) == 0)
            return true;
    return false;
}

static void continue_cell(struct plan_reading *reading, struct record *record, enum column column,
                          const struct csv_cell *more)
{
    struct csv_cell *cell = &record->cells[column];
    if (is_blank(cell)) {
        *cell = *more;
    } else if (uses[column].is_text) {
        struct text *joined = &record->joined[column];
        if (!joined->size) {
            *joined = text_new(reading->arena);
            text_add(joined, cell->text);
        }
        text_addf(joined, "%s%s", uses[column].joint, more->text);
        cell->text = joined->bytes;
    } else if (strcmp(cell->text, more->text) != 0) {
        diag_add(reading->diags, DIAG_PLAN_CELL_SECOND, more->place,
                 ARGS(arg_text(more->text), arg_text(record->cells[COLUMN_WHAT].text), arg_place(cell->place)));
    }
}

static void continue_record(struct plan_reading *reading, const struct csv_row *row)
{
    reading->count->continued++;
    if (!reading->has_record) {
        diag_add(reading->diags, DIAG_PLAN_CONTINUES_NOTHING, row->place, NULL);
        return;
    }
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const struct csv_cell more = csv_cell(reading->csv, row, i);
        if (!is_blank(&more))
            continue_cell(reading, &reading->record, (enum column)i, &more);
    }
}

static bool says_what(const struct plan_reading *reading, const struct csv_row *row)
{
    return *csv_cell(reading->csv, row, COLUMN_WHAT).text;
}

/* Whether the next row is numbered as a part of this one: 1 and 1.1. */
static bool has_numbered_part(const struct csv *csv, int at)
{
    if (at + 1 == csv->row_count)
        return false;
    const char *own = csv_cell(csv, &csv->rows[at], COLUMN_NUMBER).text;
    const char *next = csv_cell(csv, &csv->rows[at + 1], COLUMN_NUMBER).text;
    size_t size = strlen(own);
    return size && strncmp(next, own, size) == 0 && next[size - (own[size - 1] == '.')] == '.' && next[size];
}

/* A text alone in its row names what follows, unless the next row goes on with it. */
static bool is_title(const struct plan_reading *reading, int at)
{
    const struct csv *csv = reading->csv;
    if (csv_row_texts(&csv->rows[at]) > (has_numbered_part(csv, at) ? 2 : 1))
        return false;
    if (!says_what(reading, &csv->rows[at]))
        return !*csv_cell(csv, &csv->rows[at], COLUMN_HOW).text && !*csv_cell(csv, &csv->rows[at], COLUMN_WHO).text &&
               csv->rows[at].place.offset == csv->rows[at].cells[0].place.offset;
    if (at + 1 == csv->row_count)
        return false;
    const struct csv_row *next = &csv->rows[at + 1];
    return next->repeats_headings || says_what(reading, next);
}

/* A cost, and a word for sums with nobody and no time beside it. */
static bool is_sum(const struct plan_reading *reading, const struct csv_row *row)
{
    static const enum column others[] = { COLUMN_WHEN, COLUMN_WHO, COLUMN_HOW };
    const struct csv_cell cost = csv_cell(reading->csv, row, COLUMN_COST);
    bool is_alone = !is_blank(&cost) && row_kind_of(row) == ROW_OF_SUM;
    for (size_t i = 0; is_alone && i < sizeof others / sizeof *others; i++) {
        const struct csv_cell cell = csv_cell(reading->csv, row, others[i]);
        is_alone = is_blank(&cell);
    }
    return is_alone;
}

/* The ids of activities in the project file itself. */
static void take_ids(struct plan_reading *reading)
{
    for (int i = 0; i < reading->statements->count; i++) {
        const struct statement *statement = &reading->statements->items[i];
        if (!statement->key && statement->section == SECTION_ACTIVITY)
            *names_number(&reading->ids, statement->id, reading->arena) = 1;
    }
}

static struct statement *say(struct plan_reading *reading, const char *id, const char *key, const struct csv_cell *cell)
{
    struct statement *statement = list_add(&reading->rows->said, reading->arena);
    *statement = (struct statement){ .layer = reading->layer,
                                     .section = SECTION_ACTIVITY,
                                     .id = id,
                                     .at = -1,
                                     .place = cell->place,
                                     .key_place = cell->place,
                                     .source = reading->source,
                                     .is_row = !key };
    if (key)
        statement->key = key_find(SECTION_ACTIVITY, key, &statement->at);
    return statement;
}

static void say_text(struct plan_reading *reading, const char *id, const char *key, const struct csv_cell *cell)
{
    say(reading, id, key, cell)->value = (struct value){ .kind = VALUE_TEXT, .text = cell->text };
}

static void say_value(struct plan_reading *reading, const char *id, const char *key, const struct csv_cell *cell)
{
    struct statement *statement = say(reading, id, key, cell);
    if (!value_read(statement->key, OPERATION_SET, cell->text, cell->place, &statement->value, reading->arena,
                    reading->diags)) {
        statement->broken = reading->any_broken = true;
        statement->value = (struct value){ .kind = statement->key->kind };
    }
}

/* Names as a cell lists them: with semicolons, or each on a line of its own. */
static struct csv_cell names_cell(const struct csv_cell *cell, struct arena *arena)
{
    char *names = arena_copy(arena, cell->text, strlen(cell->text));
    for (char *at = names; (at = strpbrk(at, ";\n")); at++)
        *at = ',';
    return (struct csv_cell){ names, cell->place };
}

static void say_months(struct plan_reading *reading, const char *id, const struct time_words *times,
                       const struct csv_cell *cell)
{
    month *months = arena_take(reading->arena, (size_t)times->month_count, sizeof *months);
    memcpy(months, times->months, (size_t)times->month_count * sizeof *months);
    say(reading, id, "months", cell)->value =
        (struct value){ .kind = VALUE_MONTHS, .months = months, .count = times->month_count };
}

/* The cost of a row is its whole cost, however many months it names. */
static const char *cost_key(struct plan_reading *reading, const struct time_words *times)
{
    if (times->year)
        return arena_text(reading->arena, "%d", times->year);
    return times->month_count > 1 ? "total" : "amount";
}

static const char *cost_unit(const struct csv *csv, struct arena *arena)
{
    const int column = csv->columns[COLUMN_COST];
    const int power = column < 0 ? 0 : scale_said(csv->headings.cells[column].text, arena);
    return power == 6 ? "mnkr" : power == 3 ? "tkr" : "";
}

/* A bare number is in what the heading says. */
static struct csv_cell in_unit(const struct plan_reading *reading, const struct csv_cell *cost)
{
    bool is_bare = true;
    for (const char *at = cost->text; *at; at++)
        is_bare = is_bare && !isalpha((unsigned char)*at);
    if (!is_bare || !*reading->cost_unit)
        return *cost;
    return (struct csv_cell){ arena_text(reading->arena, "%s %s", cost->text, reading->cost_unit), cost->place };
}

/* The record that no row goes on with any more. */
static void say_record(struct plan_reading *reading)
{
    const struct record *record = &reading->record;
    if (!reading->has_record)
        return;
    reading->count->records++;
    const char *id = id_make(&reading->ids, record->cells[COLUMN_WHAT].text, reading->arena);
    const struct csv_cell *when = &record->cells[COLUMN_WHEN], *cost = &record->cells[COLUMN_COST];
    const struct time_words times = time_words_read(when->text, reading->first, reading->last);
    say(reading, id, NULL, &record->cells[COLUMN_WHAT]);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const struct csv_cell *cell = &record->cells[i];
        if (!uses[i].key || (is_blank(cell) && i != COLUMN_WHEN))
            continue;
        const struct csv_cell names = names_cell(cell, reading->arena);
        if (uses[i].is_text)
            say_text(reading, id, uses[i].key, cell);
        else if (i == COLUMN_ARENA)
            say_value(reading, id, uses[i].key, &names);
        else
            say_value(reading, id, uses[i].key, cell);
    }
    if (times.month_count)
        say_months(reading, id, &times, when);
    const struct csv_cell priced = in_unit(reading, cost);
    if (!is_blank(cost))
        say_value(reading, id, cost_key(reading, &times), &priced);
}

static void take_row(struct plan_reading *reading, int at)
{
    const struct csv_row *row = &reading->csv->rows[at];
    if (row->repeats_headings) {
        reading->count->headings++;
    } else if (is_title(reading, at)) {
        reading->count->titles++;
        for (int i = 0; i < row->count; i++)
            if (*row->cells[i].text && i != reading->csv->columns[COLUMN_NUMBER])
                *list_add(&reading->titles, reading->arena) = row->cells[i].text;
    } else if (is_sum(reading, row)) {
        reading->count->sums++;
    } else if (!says_what(reading, row)) {
        continue_record(reading, row);
    } else {
        say_record(reading);
        reading->record = (struct record){ 0 };
        for (int i = 0; i < COLUMN_COUNT; i++)
            reading->record.cells[i] = csv_cell(reading->csv, row, i);
        reading->has_record = true;
    }
}

/* The project's month of that key, as the files say so far. */
static month project_month(const struct plan_reading *reading, const char *key)
{
    month at = 0;
    for (int i = 0; i < reading->statements->count; i++) {
        const struct statement *statement = &reading->statements->items[i];
        if (statement->section == SECTION_PROJECT && statement->key && strcmp(statement->key->name, key) == 0)
            at = (month)statement->value.number;
    }
    return at;
}

static void count_rows(struct plan_reading *reading)
{
    const struct csv *csv = reading->csv;
    struct table_record *count = reading->count;
    const struct csv_row *row = &csv->rows[csv->heading_row];
    for (int i = 0; i < row->count; i++) {
        bool is_read = false;
        for (int k = 0; k < COLUMN_COUNT; k++)
            is_read = is_read || csv->columns[k] == i;
        if (!is_read && *row->cells[i].text)
            *list_add(&reading->aside, reading->arena) = row->cells[i].text;
    }
    count->encoding = csv_encoding_name(csv->encoding);
    count->separator = csv->separator;
    count->rows = csv->row_count;
    count->above = csv->heading_row;
    count->headings++;
    count->title_texts = reading->titles.items;
    count->columns_aside = reading->aside.items;
    count->aside_count = reading->aside.count;
}

/* The statement that names the file: its rows have the source that its section gives. */
static const struct statement *naming(const statement_list *statements, struct place place)
{
    for (int i = statements->count - 1; i >= 0; i--)
        if (statements->items[i].place.source == place.source && statements->items[i].place.offset == place.offset)
            return &statements->items[i];
    return NULL;
}

/* Of a row: its header, its time twice, and what each of its cells says. */
static int most_statements(const struct csv *csv)
{
    enum { OTHERS = 3 };
    int most = 0;
    for (int i = csv->heading_row + 1; i < csv->row_count; i++)
        most += csv_row_texts(&csv->rows[i]) + OTHERS;
    return most;
}

void activities_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    if (table->layer > 0) {
        diag_add(diags, DIAG_PLAN_IN_SCENARIO, table->file.place, NULL);
        return;
    }
    struct csv_form own = form;
    own.aliases = table->aliases;
    struct plan_reading reading = { .csv = csv_load(&table->file, &own, arena, diags),
                                    .count = arena_take(arena, 1, sizeof *reading.count),
                                    .layer = table->layer,
                                    .statements = statements,
                                    .rows = arena_take(arena, 1, sizeof *reading.rows),
                                    .arena = arena,
                                    .diags = diags };
    const struct statement *file = naming(statements, table->file.place);
    if (!reading.csv || !file)
        return;
    reading.first = project_month(&reading, "start");
    reading.last = project_month(&reading, "end");
    reading.source = file->source;
    reading.rows->record = reading.count;
    reading.cost_unit = cost_unit(reading.csv, arena);
    take_ids(&reading);
    list_reserve(&reading.rows->said, most_statements(reading.csv), arena);
    for (int i = reading.csv->heading_row + 1; i < reading.csv->row_count; i++)
        take_row(&reading, i);
    say_record(&reading);
    count_rows(&reading);
    if (!reading.count->records)
        diag_add(diags, DIAG_TABLE_EMPTY, reading.csv->headings.place, NULL);
    const struct place place = reading.csv->headings.place;
    *list_add(statements, arena) = (struct statement){ .layer = table->layer,
                                                       .section = SECTION_ACTIVITY,
                                                       .id = "",
                                                       .at = -1,
                                                       .broken = reading.any_broken,
                                                       .from_table = true,
                                                       .place = place,
                                                       .key_place = place,
                                                       .source = reading.source,
                                                       .rows = reading.rows };
}

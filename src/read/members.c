#include "members.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/read/csv.h>
#include <medfin/read/value.h>

#include "readers.h"

enum member_column { MEMBER_CODE, MEMBER_NAME, MEMBER_CATEGORY, MEMBER_JOINED, MEMBER_LEFT, MEMBER_INHABITANTS, MEMBER_COLUMNS };

static const struct csv_heading member_headings[MEMBER_COLUMNS] = {
    [MEMBER_CODE] = { { "kommunkod", "code", "kod", "municipality code", "knkod" }, false },
    [MEMBER_NAME] = { { "kommun", "name", "namn", "medlem", "member", "municipality" }, false },
    [MEMBER_CATEGORY] = { { "kategori", "category", "typ", "type" }, false },
    [MEMBER_JOINED] = { { "inträde", "joined", "medlem från", "från", "from", "inträdde" }, false },
    [MEMBER_LEFT] = { { "utträde", "left", "medlem till", "till", "to", "utträdde", "lämnade" }, false },
    [MEMBER_INHABITANTS] = { { "invånare", "inhabitants", "folkmängd", "befolkning", "population", "antal invånare" },
                             false },
};

static const struct csv_form member_form = { member_headings, MEMBER_COLUMNS, CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE };

enum population_column { POPULATION_CODE, POPULATION_NAME, POPULATION_YEAR, POPULATION_COUNT, POPULATION_COLUMNS };

static const struct csv_heading population_headings[POPULATION_COLUMNS] = {
    [POPULATION_CODE] = { { "kommunkod", "code", "kod", "municipality code", "knkod" }, false },
    [POPULATION_NAME] = { { "kommun", "name", "namn", "municipality", "region" }, false },
    [POPULATION_YEAR] = { { "år", "year" }, true },
    [POPULATION_COUNT] = { { "folkmängd", "population", "invånare", "inhabitants", "befolkning", "antal invånare" },
                           true },
};

static const struct csv_form population_form = { population_headings, POPULATION_COLUMNS,
                                                 CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE };

/* What is being read, and where its statements go. */
struct reading {
    const struct table *table;
    const struct csv *csv;
    enum section_id section;
    const struct key *keys[MEMBER_COLUMNS]; /* by column */
    statement_list *statements;
    struct arena *arena;
    struct diags *diags;
};

static bool has(const struct csv_cell *cell)
{
    return *cell->text != '\0';
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* A municipality's code has four digits; a spreadsheet takes the first away when it is 0. */
static const char *id_of_code(struct reading *reading, const char *code)
{
    enum { CODE_DIGITS = 4 };
    return is_digits(code) && strlen(code) == CODE_DIGITS - 1 ? arena_text(reading->arena, "0%s", code) : code;
}

/* A name as an id: what no id may hold becomes a dash. */
static const char *id_of_name(struct reading *reading, const char *name)
{
    struct text id = text_new(reading->arena);
    const char *end = name + strlen(name);
    for (const char *at = name; at < end;) {
        size_t letter = id_character(at, end), step = letter ? letter : text_step(at, (size_t)(end - at));
        if (letter)
            text_add_bytes(&id, at, letter);
        else if (id.size && id.bytes[id.size - 1] != '-')
            text_add(&id, "-");
        at += step;
    }
    return id.bytes;
}

static const struct key *key_of(const struct reading *reading, const char *name)
{
    month none;
    return key_find(reading->section, name, &none);
}

static struct statement *say(struct reading *reading, const char *id, const struct key *key, month at,
                             struct place place)
{
    struct statement *statement = list_add(reading->statements, reading->arena);
    *statement = (struct statement){ .layer = reading->table->layer,
                                     .section = reading->section,
                                     .id = id,
                                     .key = key,
                                     .at = at,
                                     .place = place,
                                     .key_place = place,
                                     .source = reading->table->source,
                                     .from_table = true };
    return statement;
}

/* A cell as the value of a key; an empty one says nothing. `text` is what it means. */
static void say_cell(struct reading *reading, const char *id, const struct key *key, const struct csv_cell *cell,
                     const char *text)
{
    if (!has(cell))
        return;
    struct statement *statement = say(reading, id, key, -1, cell->place);
    statement->broken = !value_read(statement->key, OPERATION_SET, text, cell->place, &statement->value, reading->arena,
                                    reading->diags);
}

/* A year alone is joined in its January, and left in its December. */
static const char *month_meant(struct reading *reading, const struct csv_cell *cell, const char *month_of_year)
{
    month year;
    return date_read(cell->text, true, &year) ? arena_text(reading->arena, "%s-%s", cell->text, month_of_year)
                                              : cell->text;
}

/* A row of the members: whose it is, and where it says so. */
struct listed {
    const struct csv_row *row;
    const char *id;
    struct csv_cell name;  /* that it goes by: its code, or its name */
    struct listed *before; /* a row of the same member; NULL: none */
};

typedef LIST(struct listed) listed_list;

static void list_member(struct reading *reading, const struct csv_row *row, listed_list *all)
{
    const struct csv_cell code = csv_cell(reading->csv, row, MEMBER_CODE), name = csv_cell(reading->csv, row, MEMBER_NAME);
    if (!has(&code) && !has(&name)) {
        diag_add(reading->diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
        return;
    }
    *list_add(all, reading->arena) =
        (struct listed){ .row = row,
                         .id = has(&code) ? id_of_code(reading, code.text) : id_of_name(reading, name.text),
                         .name = has(&code) ? code : name };
}

static int by_id(const void *left, const void *right)
{
    const struct listed *const *a = left, *const *b = right;
    int order = strcmp((*a)->id, (*b)->id);
    return order ? order : (*a)->row < (*b)->row ? -1 : (*a)->row > (*b)->row;
}

/* Rows of one member find the first of them. */
static void find_repeated(struct reading *reading, listed_list *all)
{
    struct listed **sorted = arena_take(reading->arena, (size_t)all->count + 1, sizeof *sorted);
    for (int i = 0; i < all->count; i++)
        sorted[i] = &all->items[i];
    if (all->count)
        qsort(sorted, (size_t)all->count, sizeof *sorted, by_id);
    for (int i = 1; i < all->count; i++)
        if (strcmp(sorted[i]->id, sorted[i - 1]->id) == 0)
            sorted[i]->before = sorted[i - 1];
}

static void say_member(struct reading *reading, const struct listed *listed)
{
    struct csv_cell cells[MEMBER_COLUMNS];
    for (int column = 0; column < MEMBER_COLUMNS; column++)
        cells[column] = csv_cell(reading->csv, listed->row, column);
    const char *id = listed->id;
    if (listed->before) {
        diag_add(reading->diags, DIAG_MEMBER_TWICE, listed->name.place,
                 ARGS(arg_text(listed->name.text), arg_place(listed->before->name.place)));
        return;
    }
    say(reading, id, NULL, -1, listed->name.place);
    for (int column = MEMBER_NAME; column < MEMBER_COLUMNS; column++) {
        const char *text = column == MEMBER_JOINED ? month_meant(reading, &cells[column], "01")
                           : column == MEMBER_LEFT ? month_meant(reading, &cells[column], "12")
                                                   : cells[column].text;
        say_cell(reading, id, reading->keys[column], &cells[column], text);
    }
}

/* Reads the table's rows; NULL after a fault. A column has to say which municipality a row is of. */
static const struct csv *rows_of(struct reading *reading, const struct csv_form *form)
{
    const struct table *table = reading->table;
    enum { CODE, NAME };
    if (table->layer > 0) {
        diag_add(reading->diags, DIAG_TABLE_IN_SCENARIO, table->place, NULL);
        return NULL;
    }
    const struct csv *csv = csv_load(table->named, table->place, table->order, form, reading->arena, reading->diags);
    if (csv && csv->columns[CODE] < 0 && csv->columns[NAME] < 0) {
        diag_add(reading->diags, DIAG_CSV_HEADING_MISSING, csv->rows[csv->heading_row].place,
                 ARGS(arg_text(form->headings[NAME].names[0]),
                      arg_text(csv_heading_names(&form->headings[NAME], reading->arena))));
        return NULL;
    }
    return csv;
}

void members_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    static const char *const keys[MEMBER_COLUMNS] = { NULL, "title", "category", "joined", "left", "inhabitants" };
    struct reading reading = { .table = table, .section = SECTION_MEMBER, .statements = statements, .arena = arena, .diags = diags };
    for (int column = MEMBER_NAME; column < MEMBER_COLUMNS; column++)
        reading.keys[column] = key_of(&reading, keys[column]);
    listed_list all = { 0 };
    reading.csv = rows_of(&reading, &member_form);
    for (int i = reading.csv ? reading.csv->heading_row + 1 : 0; reading.csv && i < reading.csv->row_count; i++)
        if (!reading.csv->rows[i].repeats_headings)
            list_member(&reading, &reading.csv->rows[i], &all);
    find_repeated(&reading, &all);
    for (int i = 0; i < all.count; i++)
        say_member(&reading, &all.items[i]);
}

/* A row of the population: what it is of, and where it stands among the rows. */
struct counted {
    const char *id;
    struct csv_cell code, name, year, count;
    month at;
    int order;
};

typedef LIST(struct counted) counted_list;

static void add_counted(struct reading *reading, const struct csv_row *row, counted_list *all)
{
    struct counted counted = { .code = csv_cell(reading->csv, row, POPULATION_CODE),
                               .name = csv_cell(reading->csv, row, POPULATION_NAME),
                               .year = csv_cell(reading->csv, row, POPULATION_YEAR),
                               .count = csv_cell(reading->csv, row, POPULATION_COUNT),
                               .order = all->count };
    bool has_code = has(&counted.code);
    if (!has_code && !has(&counted.name))
        diag_add(reading->diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
    else if (!date_read(counted.year.text, true, &counted.at))
        diag_add(reading->diags, DIAG_NOT_A_YEAR, counted.year.place, ARGS(arg_text(counted.year.text)));
    else {
        counted.id = has_code ? id_of_code(reading, counted.code.text) : id_of_name(reading, counted.name.text);
        *list_add(all, reading->arena) = counted;
    }
}

static int by_municipality(const void *left, const void *right)
{
    const struct counted *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->order < b->order ? -1 : a->order > b->order;
}

static void say_counted(struct reading *reading, const struct counted *counted)
{
    struct statement *statement = say(reading, counted->id, reading->keys[POPULATION_COUNT], counted->at, counted->count.place);
    statement->key_place = counted->year.place;
    statement->broken = !value_read(statement->key, OPERATION_SET, counted->count.text, counted->count.place,
                                    &statement->value, reading->arena, reading->diags);
}

/* A municipality's rows may stand anywhere: they become one section. */
void population_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    struct reading reading = { .table = table, .section = SECTION_POPULATION, .statements = statements, .arena = arena, .diags = diags };
    reading.keys[POPULATION_NAME] = key_of(&reading, "title");
    reading.keys[POPULATION_COUNT] = key_of(&reading, "2000");
    counted_list all = { 0 };
    reading.csv = rows_of(&reading, &population_form);
    for (int i = reading.csv ? reading.csv->heading_row + 1 : 0; reading.csv && i < reading.csv->row_count; i++)
        if (!reading.csv->rows[i].repeats_headings)
            add_counted(&reading, &reading.csv->rows[i], &all);
    if (all.count)
        qsort(all.items, (size_t)all.count, sizeof *all.items, by_municipality);
    for (int i = 0; i < all.count; i++) {
        const struct counted *counted = &all.items[i];
        if (!i || strcmp(counted->id, all.items[i - 1].id) != 0) {
            say(&reading, counted->id, NULL, -1, has(&counted->code) ? counted->code.place : counted->name.place);
            say_cell(&reading, counted->id, reading.keys[POPULATION_NAME], &counted->name, counted->name.text);
        }
        say_counted(&reading, counted);
    }
}

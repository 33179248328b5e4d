#include "members.h"

#include <string.h>

#include <medfin/base/calendar.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/read/csv.h>
#include <medfin/values/time_words.h>
#include <medfin/values/value.h>

#include "headings.h"
#include "municipality.h"

enum member_column {
    MEMBER_CODE,
    MEMBER_NAME,
    MEMBER_CATEGORY,
    MEMBER_JOINED,
    MEMBER_LEFT,
    MEMBER_INHABITANTS,
    MEMBER_COLUMNS
};

static const struct csv_heading member_headings[MEMBER_COLUMNS] = {
    [MEMBER_CODE] = { { "kommunkod", "code", "kod", "municipality code", "knkod", "kommun kod", "kommunnr",
                        "kommunnummer", "region code", "regionkod" },
                      false },
    [MEMBER_NAME] = { { "kommun", "name", "namn", "medlem", "member", "municipality", "kommunnamn", "organisation",
                        "medlemskommun", "medlemsnamn", "medlemsorganisation", "kommun/region", "kommun namn",
                        "organization", "medlemmar", "kommuner" },
                      false },
    [MEMBER_CATEGORY] = { { "kategori", "category", "typ", "type", "medlemstyp", "medlemskategori", "typ av medlem",
                            "medlemsform" },
                          false },
    [MEMBER_JOINED] = { { "inträde", "joined", "medlem från", "från", "from", "inträdde", "inträdesdatum", "startdatum",
                          "fr.o.m.", "fr.o.m", "fom", "medlem sedan", "gick med", "start", "startdate", "start date" },
                        false },
    [MEMBER_LEFT] = { { "utträde", "left", "medlem till", "till", "to", "utträdde", "lämnade", "utträdesdatum",
                        "slutdatum", "t.o.m.", "t.o.m", "tom", "uppsagd", "uppsagt", "uppsagd till", "avslutad", "slut",
                        "end date", "medlem t.o.m." },
                      false },
    [MEMBER_INHABITANTS] = { { "invånare", "inhabitants", "folkmängd", "befolkning", "population", "antal invånare",
                               "invånarantal", "folkmängd 31 december" },
                             false },
};

static const struct csv_form member_form = { .headings = member_headings,
                                             .heading_count = MEMBER_COLUMNS,
                                             .options = CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE,
                                             .amount = MEMBER_INHABITANTS };

/* What is being read, and where its statements go. */
struct reading {
    const struct table *table;
    const struct csv *csv;
    enum section_id section;
    const struct key *keys[MEMBER_COLUMNS]; /* by column */
    statement_list *statements;
    struct table_record *count;
    bool rows_say_more; /* most rows say more than a name */
    int power;          /* of ten, that inhabitants are in */
    bool is_rounded;    /* some figure is */
    struct arena *arena;
    struct diags *diags;
};

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
    if (!cell_says(cell))
        return;
    struct statement *statement = say(reading, id, key, -1, cell->place);
    statement->broken = !value_read(statement->key, OPERATION_SET, text, cell->place, &statement->value, reading->arena,
                                    reading->diags);
}

/* A date as lists have it, as a month. A year alone is joined in its January, and left in its December. */
static const char *month_meant(struct reading *reading, const struct csv_cell *cell, const char *month_of_year)
{
    month year;
    const struct time_words times =
        time_words_read(cell->text, month_of(FIRST_YEAR, 1), month_of(LAST_YEAR, MONTHS_OF_A_YEAR));
    if (date_read(cell->text, true, &year))
        return arena_text(reading->arena, "%s-%s", cell->text, month_of_year);
    return times.month_count == 1 ? month_text(reading->arena, times.months[0]) : cell->text;
}

/* A row of the members: whose it is, and where it says so. */
struct listed {
    const struct csv_row *row;
    const char *id;
    struct csv_cell title, name; /* what it is called; that it goes by: its code, or its name */
    struct listed *before;       /* a row of the same member; NULL: none */
};

typedef LIST(struct listed) listed_list;

static bool says_anything(const struct csv *csv, const struct csv_row *row)
{
    for (int column = 0; column < MEMBER_COLUMNS; column++)
        if (*csv_cell(csv, row, column).text)
            return true;
    return false;
}

/* A row that is no member: counted. */
static bool is_aside(struct reading *reading, const struct csv_row *row, const struct csv_cell *name)
{
    enum row_kind kind = row_kind_of(row);
    bool is_alone = row_words(reading->csv, row) == 1;
    bool is_note = is_alone && (kind == ROW_OF_NOTE || !says_anything(reading->csv, row) ||
                                (row->count < reading->csv->headings.count && reading->rows_say_more));
    if (kind == ROW_OF_SUM)
        reading->count->sums++;
    else if (is_note)
        reading->count->notes++;
    else if (is_alone && cell_says(name) && reading->rows_say_more) {
        reading->count->titles++;
        diag_add(reading->diags, DIAG_ROW_ALONE, name->place, ARGS(arg_text(name->text)));
    } else
        return false;
    return true;
}

static void list_member(struct reading *reading, const struct csv_row *row, listed_list *all)
{
    struct csv_cell code, name;
    municipality_cells(reading->csv, row, &code, &name, reading->arena);
    if (is_aside(reading, row, &name))
        return;
    reading->count->records++;
    if (!cell_says(&code) && !cell_says(&name)) {
        diag_add(reading->diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
        return;
    }
    *list_add(all, reading->arena) =
        (struct listed){ .row = row,
                         .id = municipality_id(cell_says(&code) ? code.text : "", name.text, reading->arena),
                         .title = name,
                         .name = cell_says(&code) ? code : name };
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
    sort_array(sorted, all->count, by_id, reading->arena);
    for (int i = 1; i < all->count; i++)
        if (strcmp(sorted[i]->id, sorted[i - 1]->id) == 0)
            sorted[i]->before = sorted[i - 1];
}

static void say_member(struct reading *reading, const struct listed *listed)
{
    struct csv_cell cells[MEMBER_COLUMNS];
    for (int column = 0; column < MEMBER_COLUMNS; column++)
        cells[column] = csv_cell(reading->csv, listed->row, column);
    cells[MEMBER_NAME] = listed->title;
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
        if (column == MEMBER_INHABITANTS && reading->power)
            text = count_of_power(text, reading->power, &reading->is_rounded, reading->arena);
        say_cell(reading, id, reading->keys[column], &cells[column], text);
    }
}

static const struct csv *members_load(const struct table *table, struct arena *arena, struct diags *diags)
{
    struct csv_form form = member_form;
    form.aliases = table->aliases;
    const struct csv *csv = csv_load(&table->file, &form, arena, arena, diags);
    if (csv && !names_municipality(csv)) {
        no_municipality_fault(csv, &member_form, arena, diags);
        return NULL;
    }
    return csv;
}

static bool rows_say_more(const struct csv *csv)
{
    int rows = 0, more = 0;
    for (int i = csv->heading_row + 1; i < csv->row_count; i++) {
        rows++;
        more += row_words(csv, &csv->rows[i]) > 1;
    }
    return 2 * more > rows;
}

static void list_members(struct reading *reading, listed_list *all)
{
    const struct csv *csv = reading->csv;
    for (int i = csv->heading_row + 1; i < csv->row_count; i++)
        if (csv->rows[i].repeats_headings)
            reading->count->headings++;
        else
            list_member(reading, &csv->rows[i], all);
}

void members_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    enum { OTHERS = 16 };
    static const char *const keys[MEMBER_COLUMNS] = { NULL, "title", "category", "joined", "left", "inhabitants" };
    struct reading reading = {
        .table = table, .section = SECTION_MEMBER, .statements = statements, .arena = arena, .diags = diags
    };
    for (int column = MEMBER_NAME; column < MEMBER_COLUMNS; column++)
        reading.keys[column] = key_of(&reading, keys[column]);
    listed_list all = { 0 };
    if (!table_may_stand(table, diags))
        return;
    reading.csv = members_load(table, arena, diags);
    if (!reading.csv)
        return;
    reading.count = table_record_of(reading.csv, TABLE_OF_MEMBERS, table->file.named, arena);
    reading.count->rows = reading.csv->row_count;
    reading.rows_say_more = rows_say_more(reading.csv);
    reading.power = column_power(reading.csv, reading.csv->columns[MEMBER_INHABITANTS], arena);
    list_members(&reading, &all);
    if (!all.count)
        diag_add(diags, DIAG_TABLE_EMPTY, reading.csv->headings.place, NULL);
    find_repeated(&reading, &all);
    /* A header for the code, and what the other cells say; a few more may follow from elsewhere. */
    list_reserve(statements, all.count * reading.csv->headings.count + OTHERS, arena);
    for (int i = 0; i < all.count; i++)
        say_member(&reading, &all.items[i]);
    if (reading.is_rounded)
        diag_add(diags, DIAG_INHABITANTS_ROUNDED, reading.csv->headings.place, NULL);
    struct table_rows *rows = arena_take(arena, 1, sizeof *rows);
    rows->record = reading.count;
    say(&reading, "", NULL, -1, reading.csv->headings.place)->rows = rows;
}

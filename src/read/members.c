#include "members.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/read/csv.h>
#include <medfin/read/value.h>

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
    [MEMBER_CODE] = { { "kommunkod", "code", "kod", "municipality code", "knkod" }, false },
    [MEMBER_NAME] = { { "kommun", "name", "namn", "medlem", "member", "municipality" }, false },
    [MEMBER_CATEGORY] = { { "kategori", "category", "typ", "type" }, false },
    [MEMBER_JOINED] = { { "inträde", "joined", "medlem från", "från", "from", "inträdde" }, false },
    [MEMBER_LEFT] = { { "utträde", "left", "medlem till", "till", "to", "utträdde", "lämnade" }, false },
    [MEMBER_INHABITANTS] = { { "invånare", "inhabitants", "folkmängd", "befolkning", "population", "antal invånare" },
                             false },
};

static const struct csv_form member_form = { member_headings, MEMBER_COLUMNS, CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE };

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
    const struct csv_cell code = csv_cell(reading->csv, row, MEMBER_CODE),
                          name = csv_cell(reading->csv, row, MEMBER_NAME);
    if (!cell_says(&code) && !cell_says(&name)) {
        diag_add(reading->diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
        return;
    }
    *list_add(all, reading->arena) = (struct listed){ .row = row,
                                                      .id = municipality_id(code.text, name.text, reading->arena),
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
    reading.csv = csv_load(&table->file, &member_form, arena, diags);
    if (!reading.csv)
        return;
    if (!names_municipality(reading.csv)) {
        no_municipality_fault(reading.csv, &member_form, arena, diags);
        return;
    }
    for (int i = reading.csv->heading_row + 1; i < reading.csv->row_count; i++)
        if (!reading.csv->rows[i].repeats_headings)
            list_member(&reading, &reading.csv->rows[i], &all);
    find_repeated(&reading, &all);
    /* A header for the code, and what the other cells say; a few more may follow from elsewhere. */
    list_reserve(statements, all.count * reading.csv->headings.count + OTHERS, arena);
    for (int i = 0; i < all.count; i++)
        say_member(&reading, &all.items[i]);
}

/* How many inhabitants a municipality has by year: rows that may stand in any order become one
   census. */

#include "population.h"

#include <string.h>

#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/model/census.h>
#include <medfin/model/key_names.h>
#include <medfin/values/value.h>

#include "headings.h"
#include "municipality.h"

enum population_column {
    POPULATION_CODE,
    POPULATION_NAME,
    POPULATION_YEAR,
    POPULATION_COUNT,
    POPULATION_SEX,
    POPULATION_AGE,
    POPULATION_COLUMNS
};

static const struct csv_heading population_headings[POPULATION_COLUMNS] = {
    [POPULATION_CODE] = { { "kommunkod", "code", "kod", "municipality code", "knkod", "kommun kod", "region code",
                            "regionkod", "kommunnr" },
                          false },
    [POPULATION_NAME] = { { "kommun", "name", "namn", "municipality", "region", "kommunnamn", "kommun namn", "område" },
                          false },
    [POPULATION_YEAR] = { { "år", "year", "tid", "time" }, false },
    [POPULATION_COUNT] = { { "folkmängd", "population", "invånare", "inhabitants", "befolkning", "antal invånare",
                             "antal", "värde", "folkmängd 31 december", "value" },
                           false },
    [POPULATION_SEX] = { { "kön", "sex", "gender" }, false },
    [POPULATION_AGE] = { { "ålder", "age" }, false },
};

/* What stands beside the year of a column that is one's: "Folkmängd 2020", "män 2020". */
static const char *const year_words[] = { "folkmängd", "population", "befolkning", "invånare", "inhabitants", "antal",
                                          "den",       "31",         "31/12",      "december", "dec",         "år",
                                          "män",       "kvinnor",    "men",        "women",    "totalt",      "total",
                                          "i",         "tusental",   "1000-tal",   "tusen",    NULL };

static const struct csv_form population_form = { .headings = population_headings,
                                                 .heading_count = POPULATION_COLUMNS,
                                                 .options = CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE,
                                                 .year_words = year_words,
                                                 .amount = POPULATION_COUNT,
                                                 .yields = "region" };

/* What a figure is a part of, in the words of the statistics office. */
static const struct {
    const char *word;
    enum census_part part;
} part_rows[] = {
    { "män", CENSUS_MEN },       { "men", CENSUS_MEN },       { "male", CENSUS_MEN },    { "males", CENSUS_MEN },
    { "pojkar", CENSUS_MEN },    { "kvinnor", CENSUS_WOMEN }, { "women", CENSUS_WOMEN }, { "female", CENSUS_WOMEN },
    { "females", CENSUS_WOMEN }, { "kvinna", CENSUS_WOMEN },  { "man", CENSUS_MEN },
};

/* Rows of one municipality that follow one another, as most tables have them. */
struct run {
    const char *code_text, *name_text; /* as the first says them */
    struct csv_cell code, name;
    const char *id;
    int first, count; /* of the rows that are kept */
};

struct reading {
    const struct key *year, *title;
    LIST(struct run) runs; /* in the order of the file, until all are read */
    LIST(struct census_row) rows;
    struct table_record count; /* of the rows below the headings */
    bool any_age;              /* a row of one age was left aside */
    bool any_whole;            /* a row of all ages, or of a table without ages, was read */
    struct place age;
    int *powers;     /* of ten, by column; NULL until they are asked for */
    bool is_rounded; /* some figure is, being told in thousands */
    struct arena *arena;
};

static struct cell_stretch stretch_of(struct place place)
{
    return (struct cell_stretch){ (uint32_t)place.offset, (uint32_t)place.size };
}

/* Digits alone need no grammar. */
static bool plain_count(const struct key *key, const char *text, int32_t *count)
{
    enum { MOST_DIGITS = 9 };
    int digits = 0;
    for (*count = 0; text[digits] >= '0' && text[digits] <= '9' && digits < MOST_DIGITS; digits++)
        *count = 10 * *count + text[digits] - '0';
    return digits && !text[digits] && *count >= key->low && *count <= key->high;
}

static bool is_unknown(const char *text)
{
    static const char *const unknown[] = { "..", ".", "…", "-", "–", "—", "x" };
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        if (strcmp(text, unknown[i]) == 0)
            return true;
    return false;
}

/* The part that one of the text's words says; "män och kvinnor" is the whole. */
static enum census_part part_of(const char *text)
{
    enum census_part part = CENSUS_WHOLE;
    for (const char *at = text; *at;) {
        const char *end = at + strcspn(at, " ");
        for (size_t i = 0; i < sizeof part_rows / sizeof *part_rows; i++) {
            if (!text_begins(at, part_rows[i].word) || strlen(part_rows[i].word) != (size_t)(end - at))
                continue;
            if (part != CENSUS_WHOLE && part != part_rows[i].part)
                return CENSUS_WHOLE;
            part = part_rows[i].part;
        }
        at = *end ? end + 1 : end;
    }
    return part;
}

static void keep_row(struct reading *reading, struct run *run, struct census_row row, const struct csv_cell *count,
                     int power, struct diags *diags)
{
    if (!reading->rows.count) /* hardly a line that is no row */
        list_reserve(&reading->rows, count->place.source->line_count, reading->arena);
    struct census_row *counted = list_add(&reading->rows, reading->arena);
    struct value value;
    *counted = row;
    counted->inhabitants = -1;
    counted->number = stretch_of(count->place);
    const char *text = power ? count_of_power(count->text, power, &reading->is_rounded, reading->arena) : count->text;
    if (!plain_count(reading->year, text, &counted->inhabitants))
        counted->inhabitants =
            value_read(reading->year, OPERATION_SET, text, count->place, &value, reading->arena, diags)
                ? (int32_t)value.number
                : -1;
    run->count++;
}

static struct csv_cell cell_kept(const struct csv_cell *cell, struct arena *arena)
{
    return (struct csv_cell){ arena_copy(arena, cell->text, strlen(cell->text)), cell->place };
}

/* A run goes on while the rows say the same code and name, or without names the same code. */
static struct run *run_of(struct reading *reading, const struct csv *csv, const struct csv_row *row)
{
    const struct csv_cell code = csv_cell(csv, row, POPULATION_CODE), name = csv_cell(csv, row, POPULATION_NAME);
    struct run *last = reading->runs.count ? &reading->runs.items[reading->runs.count - 1] : NULL;
    if (last && strcmp(last->code_text, code.text) == 0 &&
        (cell_says(&code) || strcmp(last->name_text, name.text) == 0))
        return last;
    struct csv_cell own_code, own_name;
    municipality_cells(csv, row, &own_code, &own_name, reading->arena);
    struct run *run = list_add(&reading->runs, reading->arena);
    *run = (struct run){ .code_text = cell_kept(&code, reading->arena).text,
                         .name_text = cell_kept(&name, reading->arena).text,
                         .code = cell_kept(&own_code, reading->arena),
                         .name = cell_kept(&own_name, reading->arena),
                         .id = municipality_id(own_code.text, own_name.text, reading->arena),
                         .first = reading->rows.count };
    return run;
}

/* What the figures of the column are in; it is asked for each row. */
static int power_of(struct reading *reading, const struct csv *csv, int column)
{
    const int count = csv->headings.count;
    if (!reading->powers) {
        reading->powers = arena_take(reading->arena, (size_t)count, sizeof *reading->powers);
        for (int i = 0; i < count; i++)
            reading->powers[i] = column_power(csv, i, reading->arena);
    }
    return reading->powers[column];
}

/* A figure for each column of a year. */
static int take_wide(struct reading *reading, const struct csv *csv, const struct csv_row *row, enum census_part part,
                     struct diags *diags)
{
    int kept = 0;
    struct run *run = run_of(reading, csv, row);
    for (int i = 0; i < csv->dated_count; i++) {
        const struct csv_dated *dated = &csv->dated[i];
        if (dated->column >= row->count)
            continue;
        const struct csv_cell *heading = &csv->headings.cells[dated->column], *count = &row->cells[dated->column];
        const enum census_part own = part_of(heading->text);
        if (!*count->text || is_unknown(count->text))
            continue;
        kept++;
        keep_row(reading, run,
                 (struct census_row){ .at = month_of(dated->year, 1),
                                      .part = (uint8_t)(own ? own : part),
                                      .year = stretch_of(heading->place) },
                 count, power_of(reading, csv, dated->column), diags);
    }
    return kept;
}

static int take_long(struct reading *reading, const struct csv *csv, const struct csv_row *row, enum census_part part,
                     struct diags *diags)
{
    const struct csv_cell year = csv_cell(csv, row, POPULATION_YEAR), count = csv_cell(csv, row, POPULATION_COUNT);
    month at;
    if (!date_read(year.text, true, &at)) {
        diag_add(diags, DIAG_NOT_A_YEAR, year.place, ARGS(arg_text(year.text)));
        return 1;
    }
    if (is_unknown(count.text))
        return 0;
    keep_row(reading, run_of(reading, csv, row),
             (struct census_row){ .at = at, .part = (uint8_t)part, .year = stretch_of(year.place) }, &count,
             power_of(reading, csv, csv->columns[POPULATION_COUNT]), diags);
    return 1;
}

/* A row of one age is a part of the row of all ages. */
static bool is_of_one_age(struct reading *reading, const struct csv *csv, const struct csv_row *row)
{
    static const char *const all[] = { "totalt", "total", "samtliga", "alla", "all" };
    const struct csv_cell age = csv_cell(csv, row, POPULATION_AGE);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (text_begins(age.text, all[i]))
            return false;
    if (!cell_says(&age))
        return false;
    reading->any_age = true;
    reading->age = age.place;
    return true;
}

static bool is_in_form(const struct csv *csv)
{
    return csv->dated_count || (csv->columns[POPULATION_YEAR] >= 0 && csv->columns[POPULATION_COUNT] >= 0);
}

static void take_row(const struct csv *csv, const struct csv_row *row, struct diags *diags, void *user)
{
    struct reading *reading = user;
    const struct csv_cell code = csv_cell(csv, row, POPULATION_CODE), name = csv_cell(csv, row, POPULATION_NAME),
                          sex = csv_cell(csv, row, POPULATION_SEX);
    enum row_kind kind = row_kind_of(row);
    struct table_record *count = &reading->count;
    if (!names_municipality(csv) || !is_in_form(csv))
        return;
    count->rows++;
    if (kind == ROW_OF_SUM) {
        count->sums++;
    } else if (csv_row_texts(row) == 1 || kind == ROW_OF_NOTE) {
        count->notes++;
    } else if (!cell_says(&code) && !cell_says(&name)) {
        diag_add(diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
    } else if (is_of_one_age(reading, csv, row)) {
        count->aside++;
    } else {
        int kept = csv->dated_count ? take_wide(reading, csv, row, part_of(sex.text), diags)
                                    : take_long(reading, csv, row, part_of(sex.text), diags);
        reading->any_whole = true;
        *(kept ? &count->records : &count->aside) += 1;
    }
}

static int by_municipality(const void *left, const void *right)
{
    const struct run *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->first < b->first ? -1 : a->first > b->first;
}

static int by_year(const void *left, const void *right)
{
    const struct census_row *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return a->number.offset < b->number.offset ? -1 : a->number.offset > b->number.offset;
}

/* The rows of the runs, one behind the other; where they stand if it is one run. */
static struct census_row *rows_of(const struct reading *reading, const struct run *runs, int run_count, int *count)
{
    *count = 0;
    for (int i = 0; i < run_count; i++)
        *count += runs[i].count;
    if (run_count == 1)
        return &reading->rows.items[runs->first];
    struct census_row *rows = arena_take(reading->arena, (size_t)*count, sizeof *rows), *next = rows;
    for (int i = 0; i < run_count; next += runs[i++].count)
        memcpy(next, &reading->rows.items[runs[i].first], (size_t)runs[i].count * sizeof *rows);
    return rows;
}

/* How many rows from there on are of the same year. */
static int of_one_year(const struct census_row *years, int count)
{
    int same = 1;
    while (same < count && years[same].at == years->at)
        same++;
    return same;
}

/* Men and women are a whole, and beside a whole they are parts of it. What stands twice stays, for its fault. */
static int parts_joined(struct census_row *years, int count, struct place *half, const struct source *source)
{
    int kept = 0;
    for (int from = 0, same; from < count; from += same) {
        same = of_one_year(&years[from], count - from);
        struct census_row *row = &years[from];
        bool is_pair = same == 2 && row[0].part == CENSUS_MEN && row[1].part == CENSUS_WOMEN;
        bool is_half = !is_pair && row[0].part != CENSUS_WHOLE;
        bool has_parts = row[0].part == CENSUS_WHOLE && same > 1 && row[1].part != CENSUS_WHOLE;
        if (is_half && !half->source)
            *half = (struct place){ source, row->number.offset, row->number.size };
        if (is_pair)
            row->inhabitants =
                row[0].inhabitants < 0 || row[1].inhabitants < 0 ? -1 : row[0].inhabitants + row[1].inhabitants;
        for (int i = 0; i < (is_pair || has_parts ? 1 : same); i++)
            years[kept++] = row[i];
    }
    return kept;
}

/* The first row of a municipality says what it is called. */
static struct statement title_of(const struct reading *reading, const struct census *census, const struct run *run,
                                 struct diags *diags)
{
    struct statement title = { .layer = census->layer,
                               .section = SECTION_POPULATION,
                               .id = run->id,
                               .key = reading->title,
                               .at = -1,
                               .place = run->name.place,
                               .key_place = run->name.place,
                               .source = census->source,
                               .from_table = true };
    if (!cell_says(&run->name))
        return (struct statement){ .key = NULL };
    title.broken =
        !value_read(title.key, OPERATION_SET, run->name.text, title.place, &title.value, reading->arena, diags);
    return title;
}

static void make_municipalities(struct reading *reading, struct census *census, struct diags *diags)
{
    struct place half = { NULL, 0, 0 };
    struct run *runs = reading->runs.items;
    struct municipality *all = arena_take(reading->arena, (size_t)reading->runs.count + 1, sizeof *all);
    sort_array(runs, reading->runs.count, by_municipality, reading->arena);
    for (int from = 0, end; from < reading->runs.count; from = end) {
        for (end = from + 1; end < reading->runs.count && strcmp(runs[from].id, runs[end].id) == 0;)
            end++;
        const struct run *first = &runs[from];
        struct municipality *of = &all[census->count++];
        int count;
        struct census_row *years = rows_of(reading, first, end - from, &count);
        sort_array(years, count, by_year, reading->arena);
        count = parts_joined(years, count, &half, census->file);
        if (!count)
            census->count--;
        *of = (struct municipality){ .census = census,
                                     .id = first->id,
                                     .place = cell_says(&first->code) ? first->code.place : first->name.place,
                                     .title = title_of(reading, census, first, diags),
                                     .years = years,
                                     .year_count = count };
    }
    census->municipalities = all;
    if (half.source)
        diag_add(diags, DIAG_POPULATION_HALF, half, NULL);
}

/* False after a fault. */
static bool is_good_table(const struct csv *csv, const struct reading *reading, struct arena *arena,
                          struct diags *diags)
{
    if (!names_municipality(csv)) {
        no_municipality_fault(csv, &population_form, arena, diags);
        return false;
    }
    for (int column = POPULATION_YEAR; column <= POPULATION_COUNT && !is_in_form(csv); column++)
        if (csv->columns[column] < 0)
            csv_lacks(csv, &population_headings[column], arena, diags);
    if (!is_in_form(csv))
        return false;
    if (reading->any_age && !reading->any_whole)
        diag_add(diags, DIAG_POPULATION_AGES, reading->age, NULL);
    else if (!reading->rows.count)
        diag_add(diags, DIAG_TABLE_EMPTY, csv->headings.place, NULL);
    return reading->rows.count > 0;
}

/* Rows that repeat the headings are not handed over. */
static const struct table_record *record_of(const struct table *table, const struct csv *csv,
                                            const struct reading *reading)
{
    struct table_record *record = table_record_of(csv, TABLE_OF_POPULATION, table->file.named, reading->arena);
    record->headings += csv->repeated;
    record->rows = record->above + record->headings + reading->count.rows;
    record->sums = reading->count.sums;
    record->notes = reading->count.notes;
    record->aside = reading->count.aside;
    record->records = reading->count.records;
    return record;
}

void population_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    month none;
    struct reading reading = { .year = key_find(SECTION_POPULATION, "2000", &none),
                               .title = key_find(SECTION_POPULATION, "title", &none),
                               .arena = arena };
    if (!table_may_stand(table, diags))
        return;
    struct csv_form form = population_form;
    form.aliases = table->aliases;
    const struct csv *csv = csv_walk(&table->file, &form, take_row, &reading, arena, diags);
    if (!csv || !is_good_table(csv, &reading, arena, diags))
        return;
    if (reading.is_rounded)
        diag_add(diags, DIAG_INHABITANTS_ROUNDED, csv->headings.place, NULL);
    struct census *census = arena_take(arena, 1, sizeof *census);
    *census = (struct census){ .file = csv->source,
                               .source = table->source,
                               .layer = table->layer,
                               .year = key_find(SECTION_POPULATION, "2000", &none) };
    make_municipalities(&reading, census, diags);
    struct table_rows *rows = arena_take(arena, 1, sizeof *rows);
    rows->census = census;
    rows->record = record_of(table, csv, &reading);
    const struct place place = census->municipalities->place;
    *list_add(statements, arena) = (struct statement){ .layer = table->layer,
                                                       .section = SECTION_POPULATION,
                                                       .id = "",
                                                       .at = -1,
                                                       .place = place,
                                                       .key_place = place,
                                                       .source = table->source,
                                                       .from_table = true,
                                                       .rows = rows };
}

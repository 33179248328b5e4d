/* How many inhabitants a municipality has by year: rows that may stand in any order become one
   census. */

#include "population.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/model/census.h>
#include <medfin/model/key_names.h>
#include <medfin/read/value.h>

#include "municipality.h"

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

/* Rows of one municipality that follow one another, as most tables have them. */
struct run {
    struct csv_cell code, name; /* of the first */
    const char *id;
    int first, count; /* of the rows that are kept */
};

struct reading {
    const struct key *year, *title;
    LIST(struct run) runs; /* in the order of the file, until all are read */
    LIST(struct census_row) rows;
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

static void keep_row(struct reading *reading, struct run *run, month at, const struct csv_cell *year,
                     const struct csv_cell *count, struct diags *diags)
{
    if (!reading->rows.count) /* hardly a line that is no row */
        list_reserve(&reading->rows, count->place.source->line_count, reading->arena);
    struct census_row *counted = list_add(&reading->rows, reading->arena);
    struct value value;
    *counted = (struct census_row){ at, -1, stretch_of(year->place), stretch_of(count->place) };
    if (!plain_count(reading->year, count->text, &counted->inhabitants))
        counted->inhabitants =
            value_read(reading->year, OPERATION_SET, count->text, count->place, &value, reading->arena, diags)
                ? (int32_t)value.number
                : -1;
    run->count++;
}

static struct csv_cell cell_kept(const struct csv_cell *cell, struct arena *arena)
{
    return (struct csv_cell){ arena_copy(arena, cell->text, strlen(cell->text)), cell->place };
}

/* A run goes on while the rows say the same code, or without codes the same name. */
static struct run *run_of(struct reading *reading, const struct csv_cell *code, const struct csv_cell *name)
{
    struct run *last = reading->runs.count ? &reading->runs.items[reading->runs.count - 1] : NULL;
    if (last && strcmp(last->code.text, code->text) == 0 &&
        (cell_says(code) || strcmp(last->name.text, name->text) == 0))
        return last;
    struct run *run = list_add(&reading->runs, reading->arena);
    *run = (struct run){ .code = cell_kept(code, reading->arena),
                         .name = cell_kept(name, reading->arena),
                         .id = municipality_id(code->text, name->text, reading->arena),
                         .first = reading->rows.count };
    return run;
}

static void take_row(const struct csv *csv, const struct csv_row *row, struct diags *diags, void *user)
{
    struct reading *reading = user;
    const struct csv_cell code = csv_cell(csv, row, POPULATION_CODE), name = csv_cell(csv, row, POPULATION_NAME),
                          year = csv_cell(csv, row, POPULATION_YEAR), count = csv_cell(csv, row, POPULATION_COUNT);
    month at;
    if (!names_municipality(csv))
        return;
    if (!cell_says(&code) && !cell_says(&name)) {
        diag_add(diags, DIAG_ROW_WITHOUT_NAME, row->place, NULL);
    } else if (!date_read(year.text, true, &at)) {
        diag_add(diags, DIAG_NOT_A_YEAR, year.place, ARGS(arg_text(year.text)));
    } else {
        keep_row(reading, run_of(reading, &code, &name), at, &year, &count, diags);
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
    return a->number.offset < b->number.offset ? -1 : a->number.offset > b->number.offset;
}

/* Most tables are in order; sorting those would be in vain. */
static void sort(void *items, int count, size_t size, int (*order)(const void *, const void *))
{
    const char *bytes = items;
    for (int i = 1; i < count; i++)
        if (order(bytes + (size_t)(i - 1) * size, bytes + (size_t)i * size) > 0) {
            qsort(items, (size_t)count, size, order);
            return;
        }
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
    struct run *runs = reading->runs.items;
    struct municipality *all = arena_take(reading->arena, (size_t)reading->runs.count + 1, sizeof *all);
    sort(runs, reading->runs.count, sizeof *runs, by_municipality);
    for (int from = 0, end; from < reading->runs.count; from = end) {
        for (end = from + 1; end < reading->runs.count && strcmp(runs[from].id, runs[end].id) == 0;)
            end++;
        const struct run *first = &runs[from];
        struct municipality *of = &all[census->count++];
        int count;
        struct census_row *years = rows_of(reading, first, end - from, &count);
        sort(years, count, sizeof *years, by_year);
        *of = (struct municipality){ .census = census,
                                     .id = first->id,
                                     .place = cell_says(&first->code) ? first->code.place : first->name.place,
                                     .title = title_of(reading, census, first, diags),
                                     .years = years,
                                     .year_count = count };
    }
    census->municipalities = all;
}

void population_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    month none;
    struct reading reading = { .year = key_find(SECTION_POPULATION, "2000", &none),
                               .title = key_find(SECTION_POPULATION, "title", &none),
                               .arena = arena };
    if (!table_may_stand(table, diags))
        return;
    const struct csv *csv = csv_walk(&table->file, &population_form, take_row, &reading, arena, diags);
    if (csv && !names_municipality(csv))
        no_municipality_fault(csv, &population_form, arena, diags);
    if (!csv || !reading.rows.count)
        return;
    struct census *census = arena_take(arena, 1, sizeof *census);
    *census = (struct census){ .file = csv->source, .source = table->source, .layer = table->layer };
    make_municipalities(&reading, census, diags);
    struct table_rows *rows = arena_take(arena, 1, sizeof *rows);
    rows->census = census;
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

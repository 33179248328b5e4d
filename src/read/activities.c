/* A plan's rows become [activity] sections: what each cell says is a statement with its
   place in the table, so that scenarios and explanations know it as any other. */

#include "activities.h"

#include <ctype.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/model/project.h>
#include <medfin/model/words.h>
#include <medfin/read/ids.h>
#include <medfin/values/time_words.h>
#include <medfin/values/value.h>

#include "headings.h"
#include "plan_occasions.h"
#include "plan_rows.h"

struct reading {
    struct plan_rows plan;
    int layer;
    month first, last; /* of the project, as far as its file says */
    const char *source;
    struct names ids;                 /* that are taken, each with the last number that was put behind it */
    const statement_list *statements; /* of the project's file */
    struct table_rows *rows;
    const char **units; /* that the heading of each column says: tkr; "": none */
    bool any_broken;
    struct arena *arena;
    struct diags *diags;
};

/* The ids of activities in the project file itself. */
static void take_ids(struct reading *reading)
{
    for (int i = 0; i < reading->statements->count; i++) {
        const struct statement *statement = &reading->statements->items[i];
        if (!statement->key && statement->section == SECTION_ACTIVITY)
            *names_number(&reading->ids, statement->id, reading->plan.rows) = 1;
    }
}

static struct statement *say(struct reading *reading, const char *id, const char *key, const struct csv_cell *cell)
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

static void say_text(struct reading *reading, const char *id, const char *key, const struct csv_cell *cell)
{
    say(reading, id, key, cell)->value = (struct value){ .kind = VALUE_TEXT, .text = cell->text };
}

static struct statement *say_value(struct reading *reading, const char *id, const char *key,
                                   const struct csv_cell *cell)
{
    struct statement *statement = say(reading, id, key, cell);
    if (!value_read(statement->key, OPERATION_SET, cell->text, cell->place, &statement->value, reading->arena,
                    reading->diags)) {
        statement->broken = reading->any_broken = true;
        statement->value = (struct value){ .kind = statement->key->kind };
    }
    return statement;
}

static void say_number(struct reading *reading, const char *id, const char *key, const struct csv_cell *cell,
                       int64_t number)
{
    struct statement *statement = say(reading, id, key, cell);
    statement->value = (struct value){ .kind = statement->key->kind, .number = number };
}

/* Names as a cell lists them: with semicolons, or each on a line of its own. */
static struct csv_cell names_cell(const struct csv_cell *cell, struct arena *arena)
{
    char *names = arena_copy(arena, cell->text, strlen(cell->text));
    for (char *at = names; (at = strpbrk(at, ";\n")); at++)
        *at = ',';
    return (struct csv_cell){ names, cell->place };
}

static void say_months(struct reading *reading, const char *id, const struct time_words *times,
                       const struct csv_cell *cell)
{
    const int count = times->month_count;
    month *months = arena_take(reading->arena, 2 * (size_t)count, sizeof *months);
    bool any_day = false;
    for (int i = 0; i < count; i++) {
        months[i] = times->months[i];
        months[count + i] = times->days[i];
        any_day = any_day || times->days[i];
    }
    say(reading, id, "months", cell)->value =
        (struct value){ .kind = VALUE_MONTHS, .months = months, .second = any_day, .count = count };
}

/* What a row is, told with the place of its cells. */
struct record {
    const struct plan_record *of;
    const char *id;
    struct csv_cell what, title, when;
    struct time_words times;
};

static struct csv_cell cell_of(const struct reading *reading, const struct record *record, int column)
{
    return plan_cell(&reading->plan, record->of, column);
}

/* The first sentence, cut between words where it is long. */
static size_t sentence_size(const char *text)
{
    enum { LONGEST = 60 }; /* columns */
    size_t size = strcspn(text, "\n");
    for (const char *stop = text; (stop = strstr(stop, ". ")); stop++)
        if ((size_t)(stop - text) < size)
            size = (size_t)(stop - text);
    while (size && text[size - 1] == '.')
        size--;
    size_t fits = text_fit(text, LONGEST);
    if (size <= fits)
        return size;
    while (fits && text[fits] != ' ')
        fits--;
    return fits ? fits : size;
}

/* Actions under one Vad are told apart by how they are done. */
static struct csv_cell title_of(const struct reading *reading, const struct plan_record *of)
{
    const struct csv_cell what = plan_cell(&reading->plan, &reading->plan.records.items[of->heading], PLAN_WHAT);
    const struct csv_cell how = plan_cell(&reading->plan, of, PLAN_HOW);
    if (!of->is_shared || !cell_says(&how))
        return what;
    const size_t size = sentence_size(how.text), whole = strlen(what.text);
    const size_t plain = whole - (whole && what.text[whole - 1] == '.');
    return (struct csv_cell){ arena_text(reading->arena, "%.*s: %.*s%s", (int)plain, what.text, (int)size, how.text,
                                         size < strcspn(how.text, ".\n") ? " …" : ""),
                              how.place };
}

static bool is_mark(const struct csv_cell *cell)
{
    static const char *const marks[] = { "x", "xx", "×", "✓", "✔", "√", "•", "●", "*", "ja", "yes" };
    bool is_mark = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        is_mark = is_mark || text_same(cell->text, marks[i]);
    return is_mark;
}

static bool is_amount(const struct csv_cell *cell)
{
    return strcmp(cell->text, "?") == 0 || text_is_amount(cell->text);
}

static int year_of(const struct reading *reading, int column)
{
    return reading->plan.csv->dated[column - PLAN_COLUMNS].year;
}

/* What När says, or the columns of years: a mark under 2022, "mars" under it, or "mars" and a mark. */
static struct csv_cell when_of(const struct reading *reading, const struct plan_record *of)
{
    const struct csv_cell own = plan_cell(&reading->plan, of, PLAN_WHEN);
    const bool is_certain = time_words_read(own.text, reading->first, reading->last).month_count > 0;
    struct csv_cell when = { "", own.place };
    for (int i = PLAN_COLUMNS; i < plan_columns(&reading->plan) && !is_certain; i++) {
        const struct csv_cell cell = plan_cell(&reading->plan, of, i);
        if (!cell_says(&cell) || is_amount(&cell))
            continue;
        const char *word = is_mark(&cell) ? own.text : cell.text;
        when.place = *when.text || cell_says(&own) ? when.place : cell.place;
        when.text = arena_text(reading->arena, "%s%s%s%s%d", when.text, *when.text ? ", " : "", word, *word ? " " : "",
                               year_of(reading, i));
    }
    return *when.text ? when : own;
}

/* The cost of a row is its whole cost, however many months it names. */
static const char *cost_key(struct reading *reading, const struct time_words *times)
{
    if (times->year)
        return arena_text(reading->arena, "%d", times->year);
    return times->month_count > 1 ? "total" : "amount";
}

/* What the heading of the column says that its amounts are in. */
static const char *unit_of(const struct csv *csv, int column, struct arena *arena)
{
    const int at = column < PLAN_COLUMNS ? csv->columns[column] : csv->dated[column - PLAN_COLUMNS].column;
    const int power = column_power(csv, at, arena);
    return power == 6 ? "mnkr" : power == 3 ? "tkr" : "";
}

/* A bare number is in what the heading says. */
static struct csv_cell priced(const struct reading *reading, const struct record *record, int column)
{
    const struct csv_cell cell = cell_of(reading, record, column);
    bool is_bare = true;
    for (const char *at = cell.text; *at; at++)
        is_bare = is_bare && !isalpha((unsigned char)*at);
    if (!is_bare || !*reading->units[column] || !cell_says(&cell))
        return cell;
    return (struct csv_cell){ arena_text(reading->arena, "%s %s", cell.text, reading->units[column]), cell.place };
}

/* What the columns of years say: amounts, or marks of the years in which it takes place. */
struct years_said {
    int amounts, marks;
    money sum;     /* of the amounts … */
    bool is_known; /* … unless one of them is not */
};

static struct years_said say_years(struct reading *reading, const struct record *record)
{
    struct years_said said = { .is_known = true };
    for (int i = PLAN_COLUMNS; i < plan_columns(&reading->plan); i++) {
        const struct csv_cell cell = priced(reading, record, i), own = cell_of(reading, record, i);
        said.marks += is_mark(&own);
        if (!cell_says(&own) || !is_amount(&own))
            continue;
        const struct statement *amount =
            say_value(reading, record->id, arena_text(reading->arena, "%d", year_of(reading, i)), &cell);
        said.amounts++;
        said.is_known = said.is_known && !amount->broken && !amount->value.unknown;
        said.sum = said.sum + amount->value.number;
    }
    return said;
}

/* A cost of several years that are marked is spread over them. */
static void spread_cost(struct reading *reading, const struct record *record, const struct csv_cell *cost, int parts)
{
    int part = 0;
    for (int i = PLAN_COLUMNS; i < plan_columns(&reading->plan); i++) {
        const struct csv_cell cell = cell_of(reading, record, i);
        if (!is_mark(&cell))
            continue;
        struct statement *amount =
            say_value(reading, record->id, arena_text(reading->arena, "%d", year_of(reading, i)), cost);
        amount->value.number = money_spread(amount->value.number, ++part, parts);
    }
}

static void say_cost(struct reading *reading, const struct record *record)
{
    const struct csv_cell cost = priced(reading, record, PLAN_COST);
    const struct years_said years = say_years(reading, record);
    const struct time_words *times = &record->times;
    struct value whole;
    month none;
    if (!cell_says(&cost))
        return;
    if (!years.amounts && years.marks > 1 && !times->month_count) {
        spread_cost(reading, record, &cost, years.marks);
    } else if (!years.amounts) {
        say_value(reading, record->id, cost_key(reading, times), &cost);
    } else if (value_read(key_find(SECTION_ACTIVITY, "total", &none), OPERATION_SET, cost.text, cost.place, &whole,
                          reading->arena, reading->diags) &&
               years.is_known && (whole.unknown || whole.number != years.sum)) {
        diag_add(reading->diags, DIAG_PLAN_YEARS_SUM, cost.place, ARGS(arg_text(cost.text), arg_money(years.sum)));
    }
}

/* Hours or days as the time says them, where no cell does. */
static void say_length(struct reading *reading, const struct record *record)
{
    enum { MINUTES = 60, HALVES = 2 };
    const struct csv_cell hours = cell_of(reading, record, PLAN_HOURS);
    if (cell_says(&hours))
        return;
    if (record->times.minutes)
        say_number(reading, record->id, "hours", &record->when, (int64_t)record->times.minutes * SHARE_ONE / MINUTES);
    else if (record->times.half_days)
        say_number(reading, record->id, "days", &record->when, (int64_t)record->times.half_days * (SHARE_ONE / HALVES));
}

/* "Digitalt nätverksmöte", "Möte online", "Webbinarium om skog". */
static bool is_digital_meeting(const char *title, struct arena *arena)
{
    static const char *const whole[] = { "webbinari", "webinar",  "webbmöte",   "webbträff",
                                         "teamsmöte", "zoommöte", "onlinemöte", "videomöte" };
    static const char *const ways[] = { "digital", "digitalt", "digitala", "online" };
    static const char *const meetings[] = { "möte",       "mötet",      "möten",     "träff",    "träffar",   "träffen",
                                            "seminarium", "seminarier", "konferens", "workshop", "frukost",   "lunch",
                                            "fika",       "utbildning", "meeting",   "seminar",  "conference" };
    bool was_way = false, was_meeting = false;
    for (const char *at = text_lower(arena, title); *at;) {
        const size_t size = strcspn(at, " ,.;:()/-\n");
        bool is_way = false, is_meeting = false;
        for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
            if (strncmp(at, whole[i], strlen(whole[i])) == 0)
                return true;
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
            is_way = is_way || (strlen(ways[i]) == size && strncmp(at, ways[i], size) == 0);
        for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++) {
            const size_t length = strlen(meetings[i]);
            is_meeting = is_meeting || (length <= size && strncmp(at + size - length, meetings[i], length) == 0);
        }
        if ((was_way && is_meeting) || (was_meeting && is_way))
            return true;
        was_way = size ? is_way : was_way;
        was_meeting = size ? is_meeting : was_meeting;
        at += size + (at[size] != '\0');
    }
    return false;
}

/* Where no column says the form, a title may: "Digitalt nätverksmöte", "Webbinarium om skog". */
static void say_form(struct reading *reading, const struct record *record)
{
    if (reading->plan.csv->columns[PLAN_FORM] < 0 && is_digital_meeting(record->what.text, reading->arena))
        say_number(reading, record->id, "form", &record->what, FORM_DIGITAL);
}

static void say_cells(struct reading *reading, const struct record *record)
{
    for (int i = 0; i < PLAN_COLUMNS; i++) {
        const struct plan_use use = plan_use(i);
        struct csv_cell cell = i == PLAN_WHEN   ? record->when
                               : i == PLAN_WHAT ? record->title
                                                : cell_of(reading, record, i);
        if (!use.key || (!cell_says(&cell) && i != PLAN_WHEN))
            continue;
        if (i == PLAN_ARENA)
            cell = names_cell(&cell, reading->arena);
        if (use.is_text)
            say_text(reading, record->id, use.key, &cell);
        else
            say_value(reading, record->id, use.key, &cell);
    }
}

static void say_record(struct reading *reading, const struct plan_record *of)
{
    const struct csv_cell what = plan_cell(&reading->plan, &reading->plan.records.items[of->heading], PLAN_WHAT);
    struct record record = { .of = of,
                             .id = id_make(&reading->ids, reading->plan.rows, what.text, reading->arena),
                             .what = what,
                             .title = title_of(reading, of),
                             .when = when_of(reading, of) };
    record.times = time_words_read(record.when.text, reading->first, reading->last);
    reading->plan.count->records++;
    say(reading, record.id, NULL, &record.title);
    say_cells(reading, &record);
    if (record.times.month_count)
        say_months(reading, record.id, &record.times, &record.when);
    say_length(reading, &record);
    say_form(reading, &record);
    say_cost(reading, &record);
}

/* The project's month of that key, as the files say so far. */
static month project_month(const struct reading *reading, const char *key)
{
    month at = 0;
    for (int i = 0; i < reading->statements->count; i++) {
        const struct statement *statement = &reading->statements->items[i];
        if (statement->section == SECTION_PROJECT && statement->key && strcmp(statement->key->name, key) == 0)
            at = (month)statement->value.number;
    }
    return at;
}

/* The statement that names the file: its rows have the source that its section gives. */
static const struct statement *naming(const statement_list *statements, struct place place)
{
    for (int i = statements->count - 1; i >= 0; i--)
        if (statements->items[i].place.source == place.source && statements->items[i].place.offset == place.offset)
            return &statements->items[i];
    return NULL;
}

/* Of a row: its header, its time twice, its length and form, and what each of its cells says. */
static int most_statements(const struct plan_rows *plan)
{
    enum { OTHERS = 5 };
    int most = 0;
    for (int i = 0; i < plan->records.count; i++)
        most += csv_row_texts(plan->records.items[i].row) + OTHERS;
    return most;
}

static void read_plan(struct reading *reading)
{
    struct plan_rows *plan = &reading->plan;
    plan_rows_read(plan);
    reading->first = project_month(reading, "start");
    reading->last = project_month(reading, "end");
    reading->rows->record = plan->count;
    reading->units = arena_take(reading->arena, (size_t)plan_columns(plan), sizeof *reading->units);
    for (int i = 0; i < plan_columns(plan); i++)
        reading->units[i] = unit_of(plan->csv, i, reading->arena);
    take_ids(reading);
    plan_occasions_join(plan, reading->first, reading->last);
    list_reserve(&reading->rows->said, most_statements(plan), reading->arena);
    for (int i = 0; i < plan->records.count; i++)
        if (!plan->records.items[i].is_joined)
            say_record(reading, &plan->records.items[i]);
    if (!plan->count->records)
        diag_add(reading->diags, DIAG_TABLE_EMPTY, plan->csv->headings.place, NULL);
}

/* The rows themselves go when all is said; their texts stay. */
static void add_plan(const struct table *table, statement_list *statements, struct arena *arena, struct arena *rows,
                     struct diags *diags)
{
    struct csv_form form = plan_form;
    form.aliases = table->aliases;
    const struct csv *csv = csv_load(&table->file, &form, arena, rows, diags);
    const struct statement *file = naming(statements, table->file.place);
    if (!csv || !file)
        return;
    struct reading reading = { .plan = { .csv = csv,
                                         .count = table_record_of(csv, TABLE_OF_ACTIVITIES, table->file.named, arena),
                                         .arena = arena,
                                         .rows = rows,
                                         .diags = diags },
                               .layer = table->layer,
                               .source = file->source,
                               .statements = statements,
                               .rows = arena_take(arena, 1, sizeof *reading.rows),
                               .arena = arena,
                               .diags = diags };
    read_plan(&reading);
    const struct place place = csv->headings.place;
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

void activities_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags)
{
    if (table->layer > 0) {
        diag_add(diags, DIAG_PLAN_IN_SCENARIO, table->file.place, NULL);
        return;
    }
    struct arena *rows = arena_like(arena);
    add_plan(table, statements, arena, rows, diags);
    arena_free(rows);
}

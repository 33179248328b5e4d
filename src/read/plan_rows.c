#include "plan_rows.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/lines.h>

#include "headings.h"

static const struct csv_heading headings[PLAN_COLUMNS] = {
    [PLAN_WHAT] = { { "Vad", "What", "Aktivitet", "Activity", "Insats", "Åtgärd", "Åtgärder", "Aktiviteter", "Insatser",
                      "Action", "Measure" },
                    true },
    [PLAN_HOW] = { { "Hur", "How", "Beskrivning", "Genomförande", "Description" }, false },
    [PLAN_WHO] = { { "Vem", "Who", "Ansvar", "Ansvarig", "Responsible", "Ansvariga", "Utförare" }, false },
    [PLAN_WHEN] = { { "När", "När/Resurs", "När / Resurs", "When", "Tid", "Datum", "Period", "Tidplan", "Klart senast",
                      "Klart", "Tidpunkt", "Månad", "Date", "Deadline", "Senast", "Genomförs", "Månader" },
                    false },
    [PLAN_STATUS] = { { "Status", "Läge" }, false },
    [PLAN_PRIORITY] = { { "Prio", "Prioritet", "Priority", "Prioritering" }, false },
    [PLAN_COST] = { { "Kostnad",        "Cost",
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
    [PLAN_PARTICIPANTS] = { { "Deltagare", "Participants", "Antal deltagare" }, false },
    [PLAN_HOURS] = { { "Timmar", "Hours", "Tim", "Antal timmar", "Längd i timmar" }, false },
    [PLAN_ARENA] = { { "Grupp", "Arena", "Group", "Nätverk", "Network", "Arbetsgrupp", "Grupper" }, false },
    [PLAN_FORM] = { { "Form", "Mötesform" }, false },
    [PLAN_NUMBER] = { { "Nr", "No", "#", "Nummer" }, false },
};

/* What stands beside the year of a column that is one's: "Budget 2022". */
static const char *const year_words[] = { "budget", "kostnad",  "kostnader", "belopp", "summa", "år",
                                          "plan",   "planerat", "kr",        "tkr",    "mnkr",  "cost",
                                          "amount", "year",     "i",         NULL };

const struct csv_form plan_form = { .headings = headings,
                                    .heading_count = PLAN_COLUMNS,
                                    .options = CSV_SHORT_ROWS | CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE,
                                    .year_words = year_words,
                                    .amount = PLAN_COST };

struct plan_use plan_use(int column)
{
    static const struct plan_use uses[PLAN_COLUMNS] = {
        [PLAN_WHAT] = { "title", true, " " },
        [PLAN_HOW] = { "note", true, "\n" },
        [PLAN_WHO] = { "responsible", true, ", " },
        [PLAN_WHEN] = { "when", true, ", " },
        [PLAN_STATUS] = { "status", true, ", " },
        [PLAN_PRIORITY] = { "priority", false, NULL },
        [PLAN_PARTICIPANTS] = { "participants", false, NULL },
        [PLAN_HOURS] = { "hours", false, NULL },
        [PLAN_ARENA] = { "arena", false, NULL },
        [PLAN_FORM] = { "form", false, NULL },
        [PLAN_NUMBER] = { NULL, true, " " },
    };
    return column < PLAN_COLUMNS ? uses[column] : (struct plan_use){ NULL, false, NULL };
}

int plan_columns(const struct plan_rows *rows)
{
    return PLAN_COLUMNS + rows->csv->dated_count;
}

static struct csv_cell row_cell(const struct csv *csv, const struct csv_row *row, int column)
{
    if (column < PLAN_COLUMNS)
        return csv_cell(csv, row, column);
    const int at = csv->dated[column - PLAN_COLUMNS].column;
    return at < row->count ? row->cells[at] : (struct csv_cell){ "", row->place };
}

struct csv_cell plan_cell(const struct plan_rows *rows, const struct plan_record *record, int column)
{
    return record->cells ? record->cells[column] : row_cell(rows->csv, record->row, column);
}

static bool says(const struct csv *csv, const struct csv_row *row, int column)
{
    const struct csv_cell cell = row_cell(csv, row, column);
    return cell_says(&cell);
}

/* The cells of a record that something is added to. */
static struct csv_cell *own_cells(const struct plan_rows *rows, struct plan_record *record)
{
    const int count = plan_columns(rows);
    if (record->cells)
        return record->cells;
    struct csv_cell *cells = arena_take(rows->rows, (size_t)count, sizeof *cells);
    for (int i = 0; i < count; i++)
        cells[i] = row_cell(rows->csv, record->row, i);
    return record->cells = cells;
}

/* The plan while its rows are read, with texts that rows go on with. */
struct walk {
    struct plan_rows *rows;
    struct text heading;              /* of the last Vad */
    struct text joined[PLAN_COLUMNS]; /* of the last record */
};

static void join_text(struct csv_cell *cell, struct text *joined, const char *joint, const char *more,
                      struct arena *arena)
{
    if (!joined->size) {
        *joined = text_new(arena);
        text_add(joined, cell->text);
    }
    text_addf(joined, "%s%s", joint, more);
    cell->text = joined->bytes;
}

static struct plan_record *last_record(const struct plan_rows *rows)
{
    return rows->records.count ? &rows->records.items[rows->records.count - 1] : NULL;
}

static struct csv_cell what_of(const struct plan_rows *rows, const struct plan_record *record)
{
    return plan_cell(rows, &rows->records.items[record->heading], PLAN_WHAT);
}

/* A cell that a record has room for one of. */
static void take_once(struct plan_rows *rows, struct plan_record *record, int column, const struct csv_cell *more)
{
    struct csv_cell *cell = &own_cells(rows, record)[column];
    const struct csv_cell what = what_of(rows, record);
    if (!cell_says(cell))
        *cell = *more;
    else if (!text_same(cell->text, more->text))
        diag_add(rows->diags, DIAG_PLAN_CELL_SECOND, more->place,
                 ARGS(arg_text(more->text), arg_text(what.text), arg_place(cell->place)));
}

/* Whether the text begins in the midst of a sentence. */
static bool begins_small(const char *text, struct arena *arena)
{
    size_t size = text_step(text, strlen(text));
    const char *first = arena_copy(arena, text, size);
    return strcmp(text_capital(arena, first), first) != 0;
}

/* What a row adds to the last record; its Vad to that of the heading. */
static void continue_record(struct walk *walk, const struct csv_row *row)
{
    struct plan_rows *rows = walk->rows;
    struct plan_record *record = last_record(rows);
    rows->count->continued++;
    for (int i = 0; i < plan_columns(rows); i++) {
        const struct csv_cell more = row_cell(rows->csv, row, i);
        const struct plan_use use = plan_use(i);
        struct plan_record *of = i == PLAN_WHAT ? &rows->records.items[record->heading] : record;
        if (!cell_says(&more))
            continue;
        struct csv_cell *cell = &own_cells(rows, of)[i];
        if (use.is_text && cell_says(cell))
            join_text(cell, i == PLAN_WHAT ? &walk->heading : &walk->joined[i],
                      begins_small(more.text, rows->arena) && i != PLAN_STATUS ? " " : use.joint, more.text,
                      rows->arena);
        else
            take_once(rows, of, i, &more);
    }
}

static void begin_record(struct walk *walk, const struct csv_row *row, bool has_what)
{
    struct plan_rows *rows = walk->rows;
    const int own = rows->records.count, heading = has_what ? own : last_record(rows)->heading;
    *list_add(&rows->records, rows->rows) = (struct plan_record){ .row = row, .heading = heading };
    memset(walk->joined, 0, sizeof walk->joined);
    if (has_what)
        walk->heading = (struct text){ 0 };
    else
        rows->records.items[heading].is_shared = rows->records.items[own].is_shared = true;
}

/* Whether the row says when, how far or how important: then it is an action of its own under the Vad above. */
static bool stands_alone(const struct plan_rows *rows, const struct csv_row *row)
{
    static const enum plan_column own[] = { PLAN_WHEN, PLAN_STATUS, PLAN_PRIORITY };
    bool stands = false;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        stands = stands || says(rows->csv, row, own[i]);
    for (int i = PLAN_COLUMNS; i < plan_columns(rows); i++)
        stands = stands || says(rows->csv, row, i);
    return stands;
}

/* A row that a page's end, or a copy out of a PDF, has torn off the one above: it goes on in the midst of a sentence in
   every text, says neither time nor priority, and the row above says one of them and begins a sentence. */
static bool is_torn(const struct plan_rows *rows, const struct csv_row *row)
{
    const struct plan_record *above = last_record(rows);
    if (!above || says(rows->csv, row, PLAN_WHEN) || says(rows->csv, row, PLAN_PRIORITY) ||
        says(rows->csv, row, PLAN_COST))
        return false;
    const struct csv_cell what = csv_cell(rows->csv, row, PLAN_WHAT), how = csv_cell(rows->csv, row, PLAN_HOW);
    if (!cell_says(&what) || !begins_small(what.text, rows->arena) ||
        (cell_says(&how) && !begins_small(how.text, rows->arena)))
        return false;
    return !begins_small(what_of(rows, above).text, rows->arena) &&
           (says(rows->csv, above->row, PLAN_WHEN) || says(rows->csv, above->row, PLAN_PRIORITY));
}

/* Whether the next row is numbered as a part of this one: 1 and 1.1. */
static bool has_numbered_part(const struct csv *csv, int at)
{
    if (at + 1 == csv->row_count)
        return false;
    const char *own = csv_cell(csv, &csv->rows[at], PLAN_NUMBER).text;
    const char *next = csv_cell(csv, &csv->rows[at + 1], PLAN_NUMBER).text;
    size_t size = strlen(own);
    return size && strncmp(next, own, size) == 0 && next[size - (own[size - 1] == '.')] == '.' && next[size];
}

/* A text alone in its row names what follows, unless the next row goes on with it. */
static bool is_title(const struct csv *csv, int at)
{
    const struct csv_row *row = &csv->rows[at];
    if (csv_row_texts(row) > (has_numbered_part(csv, at) ? 2 : 1))
        return false;
    if (!*csv_cell(csv, row, PLAN_WHAT).text)
        return !*csv_cell(csv, row, PLAN_HOW).text && !*csv_cell(csv, row, PLAN_WHO).text &&
               row->place.offset == row->cells[0].place.offset;
    if (at + 1 == csv->row_count)
        return false;
    const struct csv_row *next = &csv->rows[at + 1];
    return next->repeats_headings || *csv_cell(csv, next, PLAN_WHAT).text;
}

/* A cost, and a word for sums with nobody and no time beside it. */
static bool is_sum(const struct plan_rows *rows, const struct csv_row *row)
{
    static const enum plan_column others[] = { PLAN_WHEN, PLAN_WHO, PLAN_HOW };
    bool has_cost = says(rows->csv, row, PLAN_COST), is_alone = row_kind_of(row) == ROW_OF_SUM;
    for (int i = PLAN_COLUMNS; i < plan_columns(rows); i++)
        has_cost = has_cost || says(rows->csv, row, i);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        is_alone = is_alone && !says(rows->csv, row, others[i]);
    return is_alone && has_cost;
}

static void take_title(struct plan_rows *rows, const struct csv_row *row)
{
    rows->count->titles++;
    for (int i = 0; i < row->count; i++)
        if (*row->cells[i].text && i != rows->csv->columns[PLAN_NUMBER])
            *list_add(&rows->titles, rows->arena) = row->cells[i].text;
}

static void take_row(struct walk *walk, int at)
{
    struct plan_rows *rows = walk->rows;
    const struct csv_row *row = &rows->csv->rows[at];
    const bool has_what = *csv_cell(rows->csv, row, PLAN_WHAT).text;
    if (row->repeats_headings) {
        rows->count->headings++;
    } else if (!is_torn(rows, row) && is_title(rows->csv, at)) {
        take_title(rows, row);
    } else if (is_sum(rows, row)) {
        rows->count->sums++;
    } else if (!is_torn(rows, row) && (has_what || (last_record(rows) && stands_alone(rows, row)))) {
        begin_record(walk, row, has_what);
    } else if (last_record(rows)) {
        continue_record(walk, row);
    } else {
        rows->count->continued++;
        diag_add(rows->diags, DIAG_PLAN_CONTINUES_NOTHING, row->place, NULL);
    }
}

void plan_rows_read(struct plan_rows *rows)
{
    struct walk walk = { .rows = rows };
    for (int i = rows->csv->heading_row + 1; i < rows->csv->row_count; i++)
        take_row(&walk, i);
    rows->count->rows = rows->csv->row_count;
    rows->count->title_texts = rows->titles.items;
}

void plan_cell_add(struct plan_rows *rows, int record, int column, const char *more, const char *joint)
{
    struct csv_cell *cell = &own_cells(rows, &rows->records.items[record])[column];
    cell->text = cell_says(cell) ? arena_text(rows->arena, "%s%s%s", cell->text, joint, more) : more;
}

void plan_record_join(struct plan_rows *rows, int into, int from)
{
    struct plan_record *records = rows->records.items, *record = &records[into];
    for (int i = 0; i < plan_columns(rows); i++) {
        const int of = i == PLAN_WHAT ? record->heading : into;
        const struct csv_cell more = plan_cell(rows, &records[i == PLAN_WHAT ? records[from].heading : from], i);
        const struct csv_cell own = plan_cell(rows, &records[of], i);
        const struct plan_use use = plan_use(i);
        bool is_aside = i == PLAN_WHEN || i == PLAN_ARENA || i == PLAN_NUMBER;
        if (is_aside || !cell_says(&more))
            continue;
        if (!use.is_text)
            take_once(rows, record, i, &more);
        else if (!strstr(own.text, more.text))
            plan_cell_add(rows, of, i, more.text, i == PLAN_WHAT ? " / " : use.joint);
    }
    records[from].is_joined = true;
    rows->count->joined++;
}

#include "lines.h"

#include <string.h>

#include "below.h"
#include "sums.h"
#include "words.h"

struct reading {
    struct lines *lines;
    struct arena *arena;
    struct diags *diags;
    bool is_funding;
    bool has_lines;
    bool is_form;                 /* its rows were there before its amounts: many stand blank */
    const char *group, *category; /* that rows stand under */
    int depth;                    /* of the group's number; 0: it has none */
};

static bool holds_amounts(const struct columns *columns, int column)
{
    return column_has_amounts(&columns->items[column]);
}

bool column_is_of(const struct budget_column *column, bool is_funding)
{
    return is_funding ? column_has_cost(column) || column->use == COLUMN_FUNDING
                      : column_has_cost(column) || column->use == COLUMN_FUNDER;
}

/* The first text before the amounts, but for a category or status; a category where there is no other. */
static const char *title_of(const struct reading *reading, const struct csv_row *row)
{
    const struct columns *columns = reading->lines->columns;
    const char *category = "";
    for (int i = 0; i < row->count && i < columns->title_end; i++) {
        const char *text = row->cells[i].text;
        if (holds_amounts(columns, i) || columns->items[i].is_number || columns->items[i].use == COLUMN_STATUS ||
            columns->items[i].use == COLUMN_PAYER || !*text)
            continue;
        if (columns->items[i].use != COLUMN_CATEGORY)
            return text;
        category = text;
    }
    return category;
}

/* A cell of a category, when the row has a title of its own; it holds for the rows below that have none. */
static const char *category_of(struct reading *reading, const struct budget_row *row)
{
    const struct columns *columns = reading->lines->columns;
    for (int i = 0; i < columns->count && i < row->row->count; i++)
        if (columns->items[i].use == COLUMN_CATEGORY && *row->row->cells[i].text)
            reading->category = row->row->cells[i].text == row->title ? "" : row->row->cells[i].text;
    return *reading->category ? reading->category : reading->group;
}

static struct amount *amounts_of(const struct reading *reading, const struct csv_row *row)
{
    const struct columns *columns = reading->lines->columns;
    struct amount *amounts = arena_take(reading->arena, (size_t)columns->count, sizeof *amounts);
    for (int i = 0; i < columns->count; i++) {
        const struct csv_cell cell = column_cell(reading->lines->grid, row, i);
        if (!holds_amounts(columns, i))
            continue;
        int faults = diags_count(reading->diags);
        amounts[i] = amount_read(&cell, columns->items[i].power, reading->arena, reading->diags);
        bool is_silent = amounts[i].kind == AMOUNT_NONE && diags_count(reading->diags) == faults;
        if (is_silent && strpbrk(cell.text, "0123456789") && !strchr(cell.text, '%'))
            diag_add(reading->diags, DIAG_TABLE_CELL, cell.place, ARGS(arg_text(cell.text)));
        if (amounts[i].kind == AMOUNT_NONE && diags_count(reading->diags) > faults)
            amounts[i].kind = AMOUNT_EMPTY; /* told, and no project comes of it */
    }
    return amounts;
}

/* An amount that is not nothing. */
static bool has_money(const struct reading *reading, const struct budget_row *row)
{
    for (int i = 0; i < reading->lines->columns->count; i++)
        if (row->amounts[i].kind == AMOUNT_UNKNOWN || (row->amounts[i].kind == AMOUNT_MONEY && row->amounts[i].ore))
            return true;
    return false;
}

/* Whether what stands in the cells of amounts is words, as "enligt avtal", and not percents alone. */
static bool has_words(const struct reading *reading, const struct budget_row *row)
{
    for (int i = 0; i < reading->lines->columns->count; i++) {
        const struct csv_cell cell = column_cell(reading->lines->grid, row->row, i);
        if (holds_amounts(reading->lines->columns, i) && row->amounts[i].kind == AMOUNT_NONE && !strchr(cell.text, '%'))
            return true;
    }
    return false;
}

/* Whether all cells of amounts are blank: a dash and a zero say something. */
static bool is_bare(const struct reading *reading, const struct csv_row *row)
{
    for (int i = 0; i < row->count && i < reading->lines->columns->count; i++)
        if (holds_amounts(reading->lines->columns, i) && *row->cells[i].text)
            return false;
    return true;
}

/* Whether the row belongs to the table by where it stands: what is written below all sums does not. */
static bool is_within(const struct reading *reading, int at)
{
    const struct budget_row *above = &reading->lines->items[at - 1];
    const struct grid *grid = reading->lines->grid;
    int number = grid_row_number(&grid->rows[at]);
    bool is_next = at + 1 < grid->row_count && grid_row_number(&grid->rows[at + 1]) == number + 1 &&
                   !is_bare(reading, &grid->rows[at + 1]);
    return above->number == number - 1 && above->use != ROW_RESULT && above->use != ROW_REMARK &&
           (above->use != ROW_SUM || is_next);
}

static bool repeats_headings(const struct reading *reading, const struct csv_row *row)
{
    const struct columns *columns = reading->lines->columns;
    int same = 0;
    for (int i = 0; i < row->count && i < columns->count; i++)
        same += holds_amounts(columns, i) && *row->cells[i].text &&
                strcmp(row->cells[i].text, columns->items[i].heading) == 0;
    return same > 0;
}

static bool says(const struct reading *reading, const char *title, enum label_use use)
{
    return label_says(title, use, reading->arena);
}

/* Whether the titles are numbered alike, so that neither is of the other's rows. */
static bool is_beside(const char *title, const char *next)
{
    return label_depth(title) && label_depth(title) == label_depth(next);
}

/* A title without amounts: of a part, of the rows below it, of a line left blank, or a remark where none is below. A
   sum has its rows above. */
static enum row_use use_of_title(struct reading *reading, const struct budget_row *row, int at)
{
    const struct grid *grid = reading->lines->grid;
    const char *next = at + 1 < grid->row_count ? title_of(reading, &grid->rows[at + 1]) : "";
    bool is_funding = says(reading, row->title, LABEL_FUNDING);
    bool is_cost = says(reading, row->title, LABEL_COST) && !label_category(row->title, reading->arena);
    bool is_line =
        is_beside(row->title, next) || (reading->is_form && is_cost == !reading->is_funding && reading->has_lines);
    if ((is_funding || is_cost) && !is_line) {
        reading->is_funding = is_funding;
        reading->group = reading->category = "";
        return ROW_PART;
    }
    if (label_depth(row->title) && label_depth(next) == label_depth(row->title) + 1) {
        reading->group = row->title;
        reading->category = "";
        reading->depth = label_depth(row->title);
        return ROW_GROUP;
    }
    if (at + 1 == grid->row_count || is_bare(reading, &grid->rows[at + 1]))
        return label_depth(row->title) ? ROW_EMPTY : ROW_REMARK;
    if (reading->is_form || is_line || says(reading, next, LABEL_SUM))
        return ROW_EMPTY;
    reading->group = row->title;
    reading->category = "";
    reading->depth = label_depth(row->title);
    return ROW_GROUP;
}

/* What stands between the sum of costs and the sum of the financing are funders, whether a heading says so or not. */
static void turn_to_funding(struct reading *reading, int at)
{
    for (int i = at;
         i > 0 && reading->lines->items[i - 1].use != ROW_SUM && reading->lines->items[i - 1].use != ROW_ABOVE; i--)
        reading->lines->items[i - 1].is_funding = true;
    reading->is_funding = true;
}

/* Words where amounts stand, and no amount: headings of a part, a line of which nothing is known yet, or a remark. */
static enum row_use use_of_words(struct reading *reading, const struct budget_row *row, int at)
{
    bool is_word = !strchr(row->title, ' '), is_funding = says(reading, row->title, LABEL_FUNDING);
    if (is_word && (is_funding || says(reading, row->title, LABEL_COST))) {
        reading->is_funding = is_funding;
        reading->group = reading->category = "";
        return ROW_HEADINGS;
    }
    if (*row->title && !says(reading, row->title, LABEL_SUM) && is_within(reading, at))
        return ROW_LINE;
    diag_add(reading->diags, DIAG_TABLE_ROW_WORDS, row->row->place, NULL);
    return ROW_EMPTY;
}

static enum row_use use_of(struct reading *reading, struct budget_row *row, int at)
{
    if (at <= reading->lines->columns->heading_row)
        return ROW_ABOVE;
    if (repeats_headings(reading, row->row)) {
        reading->is_funding = reading->is_funding || says(reading, row->title, LABEL_FUNDING);
        reading->group = reading->category = "";
        return ROW_HEADINGS;
    }
    if (is_bare(reading, row->row)) {
        row->amounts = amounts_of(reading, row->row);
        return use_of_title(reading, row, at);
    }
    if (label_counts(row->title, reading->arena))
        return ROW_COUNT;
    row->amounts = amounts_of(reading, row->row);
    if (label_is_part(row->title, reading->arena) && reading->has_lines && has_money(reading, row))
        return ROW_OF;
    if (says(reading, row->title, LABEL_RESULT))
        return ROW_RESULT;
    if (!has_money(reading, row))
        return has_words(reading, row) ? use_of_words(reading, row, at) : ROW_EMPTY;
    if (*row->title && !says(reading, row->title, LABEL_SUM))
        return ROW_LINE;
    if (!reading->is_funding && says(reading, row->title, LABEL_FUNDING))
        turn_to_funding(reading, at);
    return ROW_SUM;
}

/* A row with an amount under "Finansiering" and none under its cost is a funder. */
static bool pays_alone(const struct reading *reading, const struct budget_row *row)
{
    bool pays = false;
    for (int i = 0; i < reading->lines->columns->count; i++) {
        const struct budget_column *column = &reading->lines->columns->items[i];
        bool says =
            row->amounts[i].kind == AMOUNT_UNKNOWN || (row->amounts[i].kind == AMOUNT_MONEY && row->amounts[i].ore);
        if (says && column->use != COLUMN_FUNDING)
            return false;
        pays = pays || says;
    }
    return pays;
}

static bool says_years(const struct lines *lines, const struct budget_row *row)
{
    for (int i = 0; i < lines->columns->count; i++)
        if (lines->columns->items[i].use == COLUMN_YEAR && row->amounts[i].kind != AMOUNT_EMPTY)
            return true;
    return false;
}

/* Words in the place of an amount, as "enligt avtal": there is one, and nobody knows it. A total beside years has it.
 */
static void leave_unknown(const struct reading *reading, struct budget_row *row)
{
    const struct columns *columns = reading->lines->columns;
    bool has_years = says_years(reading->lines, row);
    for (int i = 0; i < columns->count; i++) {
        const struct csv_cell cell = column_cell(reading->lines->grid, row->row, i);
        bool is_beside = columns->items[i].use == COLUMN_TOTAL && has_years;
        if (!holds_amounts(columns, i) || row->amounts[i].kind != AMOUNT_NONE || is_beside)
            continue;
        row->amounts[i].kind = AMOUNT_UNKNOWN;
        diag_add(reading->diags, DIAG_TABLE_WORDS, cell.place, ARGS(arg_text(cell.text)));
    }
}

/* "Avgår intäkter; 50 000" is taken off as "−50 000" is. */
static void take_off(const struct reading *reading, struct budget_row *row)
{
    for (int i = 0; i < reading->lines->columns->count; i++) {
        struct amount *amount = &row->amounts[i];
        if (amount->kind != AMOUNT_MONEY || amount->ore <= 0)
            continue;
        amount->ore = -amount->ore;
        diag_add(reading->diags, DIAG_TABLE_LESS, column_cell(reading->lines->grid, row->row, i).place,
                 ARGS(arg_text(row->title), arg_money(amount->ore)));
    }
}

/* A cost that says what is paid under "Finansiering", a funder that says what one pays of costs: nothing reads that. */
static void tell_unread(const struct reading *reading, const struct budget_row *row)
{
    for (int i = 0; i < reading->lines->columns->count; i++) {
        const struct budget_column *column = &reading->lines->columns->items[i];
        const struct csv_cell cell = column_cell(reading->lines->grid, row->row, i);
        if (column_has_amounts(column) && !column_is_of(column, row->is_funding) &&
            row->amounts[i].kind == AMOUNT_MONEY && row->amounts[i].ore)
            diag_add(reading->diags, DIAG_TABLE_AMOUNT_ASIDE, cell.place,
                     ARGS(arg_text(cell.text), arg_text(column->heading)));
    }
}

static void take_row(struct reading *reading, int at)
{
    struct budget_row *row = &reading->lines->items[at];
    row->row = &reading->lines->grid->rows[at];
    row->number = grid_row_number(row->row);
    row->title = title_of(reading, row->row);
    if (reading->depth && label_depth(row->title) && label_depth(row->title) <= reading->depth) {
        reading->group = reading->category = "";
        reading->depth = 0;
    }
    row->use = use_of(reading, row, at);
    if (row->use == ROW_LINE)
        leave_unknown(reading, row);
    row->is_funding = reading->is_funding || (row->use == ROW_LINE && pays_alone(reading, row));
    if (row->use == ROW_LINE)
        tell_unread(reading, row);
    if (row->use == ROW_LINE && !row->is_funding && label_is_less(row->title, reading->arena))
        take_off(reading, row);
    reading->has_lines = reading->has_lines || row->use == ROW_LINE;
    row->group = row->use == ROW_LINE ? category_of(reading, row) : "";
    if (row->use == ROW_SUM)
        reading->group = reading->category = "";
}

/* Three lines in a row without an amount among those that have one: headings come two at most, one below the other. */
static bool is_form(const struct reading *reading)
{
    enum { BLANK_ROWS = 3 };
    const struct grid *grid = reading->lines->grid;
    int blank = 0, before = 0;
    for (int i = reading->lines->columns->heading_row + 1; i < grid->row_count; i++) {
        const struct csv_row *row = &grid->rows[i];
        const char *title = title_of(reading, row);
        bool is_next = grid_row_number(row) == before + 1;
        bool is_bare_line = is_bare(reading, row) && *title && !says(reading, title, LABEL_COST) &&
                            !says(reading, title, LABEL_FUNDING);
        before = grid_row_number(row);
        if (!is_bare_line && is_next && blank >= BLANK_ROWS)
            return true;
        blank = is_bare_line ? is_next * blank + 1 : 0;
    }
    return false;
}

struct lines lines_read(const struct grid *grid, const struct columns *columns, struct arena *arena,
                        struct diags *diags)
{
    struct lines lines = { .grid = grid, .columns = columns, .count = grid->row_count };
    lines.items = arena_take(arena, (size_t)grid->row_count, sizeof *lines.items);
    lines.funder_ids = arena_take(arena, (size_t)columns->count, sizeof *lines.funder_ids);
    lines.borne = arena_take(arena, (size_t)columns->count, sizeof *lines.borne);
    struct reading reading = {
        .lines = &lines, .arena = arena, .diags = diags, .group = "", .category = "", .is_funding = columns->is_funding
    };
    reading.is_form = is_form(&reading);
    for (int i = 0; i < lines.count; i++)
        take_row(&reading, i);
    below_total_find(&lines, arena, diags);
    sums_check(&lines, arena, diags);
    return lines;
}

int lines_count(const struct lines *lines, enum row_use use, bool is_funding)
{
    int count = 0;
    for (int i = 0; i < lines->count; i++)
        count += lines->items[i].use == use && (use != ROW_LINE || lines->items[i].is_funding == is_funding);
    return count;
}

bool row_is_unknown(const struct lines *lines, const struct budget_row *row)
{
    for (int i = 0; i < lines->columns->count; i++)
        if (row->amounts[i].kind == AMOUNT_UNKNOWN)
            return true;
    return false;
}

static money ore_of(const struct amount *amount)
{
    return amount->kind == AMOUNT_MONEY ? amount->ore : 0;
}

money row_total(const struct lines *lines, const struct budget_row *row)
{
    money years = 0, all = 0, funders = 0;
    bool has_years = false;
    for (int i = 0; i < lines->columns->count; i++) {
        const struct budget_column *column = &lines->columns->items[i];
        const struct amount *amount = &row->amounts[i];
        if (column->use == COLUMN_YEAR)
            years += ore_of(amount);
        else if (column->use == COLUMN_FUNDER)
            funders += ore_of(amount);
        else if (column_is_of(column, row->is_funding))
            all += ore_of(amount);
        has_years = has_years || (column->use == COLUMN_YEAR && amount->kind == AMOUNT_MONEY);
    }
    return has_years ? years : lines->columns->is_by_funder && !row->is_funding ? funders : all;
}

money column_total(const struct lines *lines, int column, bool *is_unknown)
{
    wide sum = 0;
    *is_unknown = false;
    for (int i = 0; i < lines->count; i++) {
        const struct budget_row *row = &lines->items[i];
        if (row->use != ROW_LINE || row->is_funding)
            continue;
        sum += ore_of(&row->amounts[column]);
        *is_unknown = *is_unknown || row->amounts[column].kind == AMOUNT_UNKNOWN;
    }
    return sum > MONEY_LIMIT ? MONEY_LIMIT : (money)sum;
}

#include "columns.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/scale.h>

#include "said.h"
#include "uses.h"

enum { ASSUMED_YEAR = 2027 };

struct csv_cell column_cell(const struct grid *grid, const struct csv_row *row, int column)
{
    if (column < row->count)
        return row->cells[column];
    const struct csv_cell *last = &row->cells[row->count - 1];
    return (struct csv_cell){ "", { grid->source, last->place.offset + last->place.size, 0 } };
}

bool column_has_amounts(const struct budget_column *column)
{
    return column->use >= COLUMN_YEAR;
}

bool column_has_cost(const struct budget_column *column)
{
    return column->use == COLUMN_YEAR || column->use == COLUMN_TOTAL;
}

bool column_begins_year(const struct columns *columns, int column)
{
    for (int i = 0; i < column; i++)
        if (columns->items[i].use == COLUMN_YEAR && columns->items[i].year == columns->items[column].year)
            return false;
    return columns->items[column].use == COLUMN_YEAR;
}

const char *column_letters(int column, struct arena *arena)
{
    enum { LETTERS = 26 };
    const char *before = column < LETTERS ? "" : column_letters(column / LETTERS - 1, arena);
    return arena_text(arena, "%s%c", before, 'A' + column % LETTERS);
}

/* The year of quarters and months that name none: that of the row, else of what stands above; 1: the first. */
static int year_beside(const struct search *search, int at)
{
    for (int i = at; i >= 0; i--)
        for (int k = 0; k < search->grid->rows[i].count; k++) {
            struct years years = label_years(search->grid->rows[i].cells[k].text);
            if (years.count == 1)
                return years.first;
        }
    return 1;
}

/* "2021", "Budget 2021", "År 1", "Kvartal 1": years from 1 on are counted from the project's first. */
static int heading_year(const struct search *search, const char *heading, int at)
{
    struct year_part part = heading_part(heading, search->arena);
    if (part.months)
        return part.year ? part.year : year_beside(search, at);
    if (heading_split_year(heading))
        return heading_split_year(heading);
    struct years years = label_years(heading);
    return years.count == 1 ? years.first : years.count ? 0 : label_year_number(heading, search->arena);
}

/* A year stands above amounts, or beside one that does above words in their place. */
static bool heads_amounts(const struct search *search, int at, int column, bool some)
{
    const char *text = search->grid->rows[at].cells[column].text;
    bool is_bare = strspn(text, "0123456789") == strlen(text);
    if (search_money(search, at, column))
        return true;
    for (int i = at + 1; some && is_bare && i < search->grid->row_count; i++)
        if (*column_cell(search->grid, &search->grid->rows[i], column).text)
            return true;
    return false;
}

/* Whether the row names years above amounts, and holds nothing that is an amount itself. */
static bool heads_years(struct search *search, int at)
{
    const struct csv_row *row = &search->grid->rows[at];
    bool some = false;
    for (int i = 0; i < row->count && i < MOST_BUDGET_COLUMNS; i++) {
        const char *text = row->cells[i].text;
        search->years[i] = heading_year(search, text, at);
        if (!search->years[i] && search_is_money(search, &row->cells[i]))
            return false;
        search->years[i] = search->years[i] && heads_amounts(search, at, i, some) ? search->years[i] : 0;
        some = some || search->years[i];
    }
    return some;
}

/* A word alone in its row, above amounts: "Belopp" where the titles' column has no heading. */
static bool heads_alone(const struct search *search, int at)
{
    const struct csv_row *row = &search->grid->rows[at];
    int last = row->count - 1;
    while (last > 0 && !*row->cells[last].text)
        last--;
    return last > 0 && label_says(row->cells[last].text, LABEL_AMOUNT, search->arena) && search_money(search, at, last);
}

/* Without years the headings stand above the first line. */
static int row_above_lines(const struct search *search)
{
    int first = 0;
    while (first < search->grid->row_count && !search_is_line(search, &search->grid->rows[first]))
        first++;
    bool is_there = first < search->grid->row_count;
    for (int i = first - 1; is_there && i >= 0; i--)
        if (csv_row_texts(&search->grid->rows[i]) > 1 || heads_alone(search, i))
            return i;
    return -1;
}

static int widest_row(const struct grid *grid)
{
    int widest = 0;
    for (int i = 0; i < grid->row_count; i++)
        widest = grid->rows[i].count > widest ? grid->rows[i].count : widest;
    return widest < MOST_BUDGET_COLUMNS ? widest : MOST_BUDGET_COLUMNS;
}

static void take_heading(struct search *search, int at)
{
    struct columns *columns = search->columns;
    struct budget_column *column = &columns->items[at];
    struct csv_cell cell = { "", { 0 } };
    if (columns->heading_row >= 0)
        cell = column_cell(search->grid, &search->grid->rows[columns->heading_row], at);
    *column = (struct budget_column){ .heading = cell.text, .year = columns->is_by_year ? search->years[at] : 0 };
    if (said_find(search, cell.text, column)) {
        bool has_money = search_money(search, columns->heading_row, at);
        column->is_number = column->use == COLUMN_NOTE && has_money;
        column->use = column->use == COLUMN_FUNDER && !has_money ? COLUMN_PAYER : column->use;
        return;
    }
    column->is_number = !column->year && label_is_quantity(cell.text, search->arena) &&
                        search_holds_numbers(search, columns->heading_row, at);
    column->part = column->year ? heading_part(cell.text, search->arena) : column->part;
    if (column->year && heading_split_year(cell.text))
        diag_add(search->diags, DIAG_TABLE_SPLIT_YEAR, cell.place,
                 ARGS(arg_text(cell.text), arg_year(column->year), arg_year(column->year + 1)));
    if (column->year)
        column->use = COLUMN_YEAR;
    else if (label_says(cell.text, LABEL_CATEGORY, search->arena))
        column->use = COLUMN_CATEGORY;
    else if (label_says(cell.text, LABEL_STATUS, search->arena))
        column->use = COLUMN_STATUS;
    else if (column->is_number || !search_money(search, columns->heading_row, at))
        column->use = COLUMN_NOTE;
    else if (label_says(cell.text, LABEL_FUNDING, search->arena))
        column->use = COLUMN_FUNDING;
    else if (label_says(cell.text, LABEL_SUM, search->arena) || label_years(cell.text).count > 1)
        column->use = COLUMN_TOTAL;
}

/* The row of headings, and what each of them says by itself. */
static void find_headings(struct search *search)
{
    struct columns *columns = search->columns;
    while (columns->heading_row < search->grid->row_count && !heads_years(search, columns->heading_row))
        columns->heading_row++;
    columns->is_by_year = columns->heading_row < search->grid->row_count;
    if (!columns->is_by_year)
        columns->heading_row = row_above_lines(search);
    for (int i = 0; i < columns->count; i++)
        take_heading(search, i);
    columns->is_by_year = false;
    for (int i = 0; i < columns->count; i++)
        columns->is_by_year = columns->is_by_year || columns->items[i].use == COLUMN_YEAR;
}

/* Whether rows with amounts have a text of words in the column. */
static bool has_titles(const struct search *search, int column)
{
    for (int i = search->columns->heading_row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], column);
        if (*cell.text && !search_is_money(search, &cell) && search_is_line(search, &search->grid->rows[i]))
            return true;
    }
    return false;
}

static bool may_title(const struct search *search, int at)
{
    const struct budget_column *column = &search->columns->items[at];
    return column->use == COLUMN_NOTE && !column->is_number && has_titles(search, at);
}

/* Names under "Finansiär" beside what the rows are called say who pays; where they are all that rows are called, they
   are titles. */
static void find_payers(struct search *search)
{
    struct columns *columns = search->columns;
    int titles = 0, payers = 0, payer = 0;
    for (int i = 0; i < columns->count; i++) {
        if (!may_title(search, i))
            continue;
        bool is_payer = label_says(columns->items[i].heading, LABEL_PAYER, search->arena) &&
                        !label_says(columns->items[i].heading, LABEL_COST, search->arena);
        titles += !is_payer && (i < columns->title_end || !columns->title_end);
        payers += is_payer;
        payer = is_payer ? i : payer;
    }
    if (titles && payers == 1)
        columns->items[payer].use = COLUMN_PAYER;
    columns->is_funding = !titles && payers;
}

/* Titles stand before the amounts. A column of categories is that of the titles where no other is. */
static void find_titles(struct search *search)
{
    struct columns *columns = search->columns;
    int titles = 0;
    while (columns->title_end < columns->count && !column_has_amounts(&columns->items[columns->title_end]))
        columns->title_end++;
    find_payers(search);
    for (int i = 0; i < columns->title_end; i++)
        titles += may_title(search, i);
    for (int i = 0; i < columns->count && !titles; i++)
        if (columns->items[i].use == COLUMN_CATEGORY)
            columns->items[i].use = COLUMN_NOTE;
    if (!columns->title_end)
        columns->title_end = columns->count;
}

/* The years of a column "Period", where no other says any. */
static struct years find_times(struct search *search)
{
    struct columns *columns = search->columns;
    struct years all = { 0, 0, 0 };
    for (int i = 0; i < columns->count && columns->time < 0; i++) {
        if (columns->items[i].use != COLUMN_NOTE || !label_says(columns->items[i].heading, LABEL_TIME, search->arena))
            continue;
        for (int k = columns->heading_row + 1; k < search->grid->row_count; k++) {
            struct years years = label_years(column_cell(search->grid, &search->grid->rows[k], i).text);
            all.first = years.count && (!all.count || years.first < all.first) ? years.first : all.first;
            all.last = years.last > all.last ? years.last : all.last;
            all.count += years.count;
        }
        columns->time = all.count ? i : -1;
    }
    return all;
}

/* The years that stand in titles, or of no year at all. */
static void find_period(struct search *search)
{
    struct columns *columns = search->columns;
    struct years named = { 0, 0, 0 };
    int least = 0, most = 0;
    for (int i = 0; i < columns->count; i++) {
        int year = columns->items[i].year;
        least = year && (!least || year < least) ? year : least;
        most = year > most ? year : most;
    }
    for (int i = 0; i < columns->heading_row && !named.count; i++)
        named = label_years(search->grid->rows[i].cells[0].text);
    if (!most) {
        struct years times = find_times(search);
        named = times.count && !named.count ? times : named;
    }
    bool is_counted = most && most < FIRST_YEAR;
    columns->is_year_assumed = (is_counted || !most) && !named.count;
    int first = named.count ? named.first : ASSUMED_YEAR, last = named.count ? named.last : ASSUMED_YEAR;
    for (int i = 0; i < columns->count; i++)
        columns->items[i].year += is_counted && columns->items[i].year ? first - 1 : 0;
    columns->first_year = is_counted || !most ? first : least;
    columns->last_year = is_counted ? first + most - 1 : most ? most : last;
}

/* What all amounts are in: the last row that says so, down to the headings. */
static int table_power(const struct search *search)
{
    int power = 0;
    for (int i = 0; i <= search->columns->heading_row; i++)
        for (int k = 0; k < search->grid->rows[i].count; k++) {
            int said = scale_said(search->grid->rows[i].cells[k].text, search->arena);
            bool is_of_column = i == search->columns->heading_row && k < search->columns->count &&
                                column_has_amounts(&search->columns->items[k]);
            power = said > 0 && !is_of_column ? said : power;
        }
    return power;
}

/* Amounts in another currency: the heading of their column says so, or what stands above all. */
static void refuse_currency(const struct search *search)
{
    for (int i = 0; i <= search->columns->heading_row; i++)
        for (int k = 0; k < search->grid->rows[i].count; k++) {
            const struct csv_cell *cell = &search->grid->rows[i].cells[k];
            const char *currency = label_currency(cell->text, search->arena);
            bool is_aside = i == search->columns->heading_row && k < search->columns->count &&
                            !column_has_amounts(&search->columns->items[k]);
            if (currency && !is_aside)
                diag_add(search->diags, DIAG_TABLE_CURRENCY, cell->place, ARGS(arg_text(currency)));
        }
}

static void find_units(struct search *search)
{
    struct columns *columns = search->columns;
    int power = table_power(search);
    for (int i = 0; i < columns->count; i++) {
        int own = scale_said(columns->items[i].heading, search->arena);
        columns->items[i].power = own >= 0 ? own : power;
        columns->items[i].period = label_period(columns->items[i].heading, search->arena);
    }
}

bool columns_find(const struct grid *grid, csv_alias_list *said, struct columns *columns, struct arena *arena,
                  struct diags *diags)
{
    struct search search = { .grid = grid, .said = said, .columns = columns, .arena = arena, .diags = diags };
    *columns = (struct columns){ .count = widest_row(grid), .heading_row = 0, .time = -1 };
    find_headings(&search);
    for (int i = 0; i < said->count; i++)
        if (!said->items[i].is_used)
            diag_add(diags, DIAG_COLUMNS_UNUSED, said->items[i].place, ARGS(arg_text(said->items[i].heading)));
    if (!uses_find(&search))
        return false;
    find_titles(&search);
    find_period(&search);
    find_units(&search);
    refuse_currency(&search);
    if (columns->is_year_assumed)
        diag_add(diags, DIAG_TABLE_NO_YEAR, place_at(grid->source, 0, 0), ARGS(arg_year(columns->first_year)));
    return true;
}

#include "columns.h"

#include <string.h>

#include <medfin/values/scale.h>

#include "words.h"

enum { ASSUMED_YEAR = 2027 };

/* What is looked at to find them. */
struct search {
    const struct grid *grid;
    struct columns *columns;
    struct arena *arena;
    struct diags *diags;
    int years[MOST_BUDGET_COLUMNS]; /* of each column, under the row that is tried */
};

struct csv_cell column_cell(const struct grid *grid, const struct csv_row *row, int column)
{
    if (column < row->count)
        return row->cells[column];
    const struct csv_cell *last = &row->cells[row->count - 1];
    return (struct csv_cell){ "", { grid->source, last->place.offset + last->place.size, 0 } };
}

static bool is_money(const struct search *search, const struct csv_cell *cell)
{
    return amount_read(cell, 0, search->arena, diags_new(search->arena)).kind == AMOUNT_MONEY;
}

/* How many cells of the column below a row are amounts. */
static int money_below(const struct search *search, int row, int column)
{
    int count = 0;
    for (int i = row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], column);
        count += is_money(search, &cell);
    }
    return count;
}

/* "2021", "Budget 2021", "År 1": years from 1 on are counted from the project's first. */
static int heading_year(const struct search *search, const char *heading)
{
    struct years years = label_years(heading);
    return years.count == 1 ? years.first : years.count ? 0 : label_year_number(heading, search->arena);
}

/* Whether the row names years above amounts, and holds nothing that is an amount itself. */
static bool heads_years(struct search *search, int at)
{
    const struct csv_row *row = &search->grid->rows[at];
    bool some = false;
    for (int i = 0; i < row->count && i < MOST_BUDGET_COLUMNS; i++) {
        const char *text = row->cells[i].text;
        search->years[i] = heading_year(search, text);
        if (!search->years[i] && is_money(search, &row->cells[i]))
            return false;
        search->years[i] = search->years[i] && money_below(search, at, i) ? search->years[i] : 0;
        some = some || search->years[i];
    }
    return some;
}

/* A row with a text, and an amount in another column. */
static bool is_line(const struct search *search, const struct csv_row *row)
{
    int texts = 0, amounts = 0;
    for (int i = 0; i < row->count; i++)
        *(is_money(search, &row->cells[i]) ? &amounts : &texts) += *row->cells[i].text != '\0';
    return texts && amounts;
}

/* Without years the headings stand above the first line. */
static int row_above_lines(const struct search *search)
{
    int first = 0;
    while (first < search->grid->row_count && !is_line(search, &search->grid->rows[first]))
        first++;
    bool has_headings = first && first < search->grid->row_count && csv_row_texts(&search->grid->rows[first - 1]) > 1;
    return has_headings ? first - 1 : -1;
}

static int widest_row(const struct grid *grid)
{
    int widest = 0;
    for (int i = 0; i < grid->row_count; i++)
        widest = grid->rows[i].count > widest ? grid->rows[i].count : widest;
    return widest < MOST_BUDGET_COLUMNS ? widest : MOST_BUDGET_COLUMNS;
}

/* What all amounts are in: the last row that says so, down to the headings. */
static int table_power(const struct search *search)
{
    int power = 0;
    for (int i = 0; i <= search->columns->heading_row; i++)
        for (int k = 0; k < search->grid->rows[i].count; k++) {
            int said = scale_said(search->grid->rows[i].cells[k].text, search->arena);
            bool is_of_column = i == search->columns->heading_row && search->columns->items[k].use >= COLUMN_YEAR;
            power = said > 0 && !is_of_column ? said : power;
        }
    return power;
}

static void take_heading(struct search *search, int at)
{
    struct columns *columns = search->columns;
    struct budget_column *column = &columns->items[at];
    struct csv_cell cell = { "", { 0 } };
    if (columns->heading_row >= 0)
        cell = column_cell(search->grid, &search->grid->rows[columns->heading_row], at);
    *column = (struct budget_column){ .heading = cell.text, .year = columns->is_by_year ? search->years[at] : 0 };
    if (column->year)
        column->use = COLUMN_YEAR;
    else if (label_says(cell.text, LABEL_CATEGORY, search->arena))
        column->use = COLUMN_CATEGORY;
    else if (label_says(cell.text, LABEL_STATUS, search->arena))
        column->use = COLUMN_STATUS;
    else if (money_below(search, columns->heading_row, at) &&
             (label_says(cell.text, LABEL_SUM, search->arena) || label_years(cell.text).count > 1))
        column->use = COLUMN_TOTAL;
}

/* Whether rows with amounts have a text of words in the column. */
static bool has_titles(const struct search *search, int column)
{
    for (int i = search->columns->heading_row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], column);
        if (*cell.text && !is_money(search, &cell) && is_line(search, &search->grid->rows[i]))
            return true;
    }
    return false;
}

/* Titles stand before the amounts. A column of categories is that of the titles where no other is. */
static void find_titles(struct search *search)
{
    struct columns *columns = search->columns;
    int titles = 0;
    while (columns->title_end < columns->count && columns->items[columns->title_end].use < COLUMN_YEAR)
        columns->title_end++;
    for (int i = 0; i < columns->title_end; i++)
        titles += columns->items[i].use == COLUMN_NOTE && has_titles(search, i);
    for (int i = 0; i < columns->count && !titles; i++)
        if (columns->items[i].use == COLUMN_CATEGORY)
            columns->items[i].use = COLUMN_NOTE;
    if (!columns->title_end)
        columns->title_end = columns->count;
}

/* One column of amounts where there are no years: the total, else the only one that may be it. */
static bool find_total(struct search *search)
{
    struct columns *columns = search->columns;
    int totals = 0, named = 0, others = 0, last_named = 0, last_other = 0;
    for (int i = 0; i < columns->count; i++) {
        totals += columns->items[i].use == COLUMN_TOTAL;
        if (columns->items[i].use != COLUMN_NOTE || !money_below(search, columns->heading_row, i))
            continue;
        others++;
        last_other = i;
        if (!label_says(columns->items[i].heading, LABEL_AMOUNT, search->arena))
            continue;
        named++;
        last_named = i;
    }
    if (totals == 1)
        return true;
    if (!totals && (named == 1 || others == 1)) {
        columns->items[named == 1 ? last_named : last_other].use = COLUMN_TOTAL;
        return true;
    }
    const char *name = search->grid->source->name;
    if (!others && !totals)
        diag_add(search->diags, DIAG_TABLE_NO_AMOUNTS, place_at(search->grid->source, 0, 0), ARGS(arg_text(name)));
    else
        diag_add(search->diags, DIAG_TABLE_COLUMNS,
                 search->grid->rows[columns->heading_row < 0 ? 0 : columns->heading_row].place, NULL);
    return false;
}

/* A budget and an outcome of one year stand side by side in many tables: the budget is meant. */
static bool part_years(struct search *search)
{
    struct columns *columns = search->columns;
    for (int i = 0; i < columns->count; i++)
        for (int k = 0; k < columns->count; k++) {
            if (i == k || !columns->items[i].year || columns->items[i].year != columns->items[k].year)
                continue;
            if (label_says(columns->items[k].heading, LABEL_OTHER_YEAR, search->arena))
                columns->items[k] = (struct budget_column){ .heading = columns->items[k].heading };
            else if (i > k && !label_says(columns->items[i].heading, LABEL_OTHER_YEAR, search->arena)) {
                diag_add(search->diags, DIAG_TABLE_YEAR_TWICE, search->grid->rows[columns->heading_row].cells[i].place,
                         ARGS(arg_text(columns->items[i].heading), arg_text(columns->items[k].heading)));
                return false;
            }
        }
    return true;
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
    bool is_counted = most && most < FIRST_YEAR;
    columns->is_year_assumed = (is_counted || !most) && !named.count;
    int first = named.count ? named.first : ASSUMED_YEAR, last = named.count ? named.last : ASSUMED_YEAR;
    for (int i = 0; i < columns->count; i++)
        columns->items[i].year += is_counted && columns->items[i].year ? first - 1 : 0;
    columns->first_year = is_counted || !most ? first : least;
    columns->last_year = is_counted ? first + most - 1 : most ? most : last;
}

static void find_units(struct search *search)
{
    struct columns *columns = search->columns;
    int power = table_power(search);
    for (int i = 0; i < columns->count; i++) {
        int own = scale_said(columns->items[i].heading, search->arena);
        columns->items[i].power = own >= 0 ? own : power;
        if (columns->items[i].use == COLUMN_NOTE && *columns->items[i].heading &&
            money_below(search, columns->heading_row, i))
            diag_add(search->diags, DIAG_TABLE_COLUMN_ASIDE, search->grid->rows[columns->heading_row].cells[i].place,
                     ARGS(arg_text(columns->items[i].heading)));
    }
}

bool columns_find(const struct grid *grid, struct columns *columns, struct arena *arena, struct diags *diags)
{
    struct search search = { .grid = grid, .columns = columns, .arena = arena, .diags = diags };
    *columns = (struct columns){ .count = widest_row(grid), .heading_row = 0 };
    while (columns->heading_row < grid->row_count && !heads_years(&search, columns->heading_row))
        columns->heading_row++;
    columns->is_by_year = columns->heading_row < grid->row_count;
    if (!columns->is_by_year)
        columns->heading_row = row_above_lines(&search);
    for (int i = 0; i < columns->count; i++)
        take_heading(&search, i);
    if (columns->is_by_year ? !part_years(&search) : !find_total(&search))
        return false;
    find_titles(&search);
    find_period(&search);
    find_units(&search);
    if (columns->is_year_assumed)
        diag_add(diags, DIAG_TABLE_NO_YEAR, place_at(grid->source, 0, 0), ARGS(arg_year(columns->first_year)));
    return true;
}

#include "uses.h"

#include <stdlib.h>

#include <medfin/base/text.h>

static struct csv_cell heading_cell(const struct search *search, int column)
{
    int row = search->columns->heading_row;
    return column_cell(search->grid, &search->grid->rows[row < 0 ? 0 : row], column);
}

/* A column of numbers that nobody has said what they are of. Under "Belopp" and "Kommunen" words may outnumber them. */
static bool is_open(const struct search *search, int at)
{
    const struct budget_column *column = &search->columns->items[at];
    int row = search->columns->heading_row;
    if (column->use != COLUMN_NOTE || column->is_number)
        return false;
    bool is_headed = at && (label_says(column->heading, LABEL_AMOUNT, search->arena) ||
                            label_says(column->heading, LABEL_FUNDER, search->arena));
    return search_holds_numbers(search, row, at) || (is_headed && search_money(search, row, at));
}

/* Of columns without a year, those that say that they are all: the total. */
static int count_uses(const struct search *search, enum column_use use, int *last)
{
    int count = 0;
    for (int i = 0; i < search->columns->count; i++)
        if (search->columns->items[i].use == use) {
            count++;
            *last = i;
        }
    return count;
}

/* One column of amounts where there are no years: the total, else the only one that may be it; else rows cost what
   their funders pay. */
static bool find_total(struct search *search)
{
    struct columns *columns = search->columns;
    int named = 0, others = 0, last_named = 0, last_other = 0, last = 0;
    int totals = count_uses(search, COLUMN_TOTAL, &last), funders = count_uses(search, COLUMN_FUNDER, &last);
    for (int i = 0; i < columns->count; i++) {
        if (!is_open(search, i))
            continue;
        others++;
        last_other = i;
        if (label_says(columns->items[i].heading, LABEL_FUNDER, search->arena)) {
            funders++;
        } else if (label_says(columns->items[i].heading, LABEL_AMOUNT, search->arena)) {
            named++;
            last_named = i;
        }
    }
    if (!totals && (named == 1 || (others == 1 && !funders))) {
        columns->items[named == 1 ? last_named : last_other].use = COLUMN_TOTAL;
        totals = 1;
    }
    columns->is_by_funder = !totals && funders > 0;
    if (totals == 1 || columns->is_by_funder)
        return true;
    if (!others && !totals)
        diag_add(search->diags, DIAG_TABLE_NO_AMOUNTS, place_at(search->grid->source, 0, 0),
                 ARGS(arg_text(search->grid->source->name)));
    else
        diag_add(search->diags, DIAG_TABLE_COLUMNS,
                 search->grid->rows[columns->heading_row < 0 ? 0 : columns->heading_row].place, NULL);
    return false;
}

static void put_aside(struct search *search, int column)
{
    struct budget_column *item = &search->columns->items[column];
    *item = (struct budget_column){ .use = COLUMN_BESIDE, .heading = item->heading };
    diag_add(search->diags, DIAG_TABLE_COLUMN_ASIDE, heading_cell(search, column).place, ARGS(arg_text(item->heading)));
}

/* "Helår 2026" beside its quarters is what they make, where no other column is. */
static void find_whole_year(struct search *search)
{
    struct columns *columns = search->columns;
    int parts = 0, wholes = 0, whole = 0, totals = 0;
    for (int i = 0; i < columns->count; i++) {
        const struct budget_column *column = &columns->items[i];
        bool is_part = column->use == COLUMN_YEAR && column->part.months;
        parts += is_part;
        totals += column->use == COLUMN_TOTAL;
        if (column->use != COLUMN_YEAR || is_part)
            continue;
        wholes++;
        whole = i;
    }
    for (int i = 0; i < columns->count && wholes == 1 && parts; i++)
        if (columns->items[i].use == COLUMN_YEAR && columns->items[i].year != columns->items[whole].year)
            return;
    if (wholes != 1 || !parts || totals)
        return;
    columns->items[whole].use = COLUMN_TOTAL;
    columns->items[whole].year = 0;
}

/* Whether the columns are of the same months of one year. */
static bool overlap(const struct budget_column *one, const struct budget_column *other)
{
    const struct year_part *a = &one->part, *b = &other->part;
    return one->year && one->year == other->year &&
           (!a->months || !b->months || (a->first < b->first + b->months && b->first < a->first + a->months));
}

/* A budget and outcomes stand side by side in many tables: the budget is meant. */
static bool part_years(struct search *search)
{
    struct columns *columns = search->columns;
    int budgets = 0;
    for (int i = 0; i < columns->count; i++)
        budgets += columns->items[i].year && !label_says(columns->items[i].heading, LABEL_OTHER_YEAR, search->arena);
    for (int i = 0; i < columns->count; i++)
        if (budgets && columns->items[i].year && label_says(columns->items[i].heading, LABEL_OTHER_YEAR, search->arena))
            put_aside(search, i);
    for (int i = 0; i < columns->count; i++)
        for (int k = 0; k < i; k++)
            if (overlap(&columns->items[i], &columns->items[k])) {
                diag_add(search->diags, DIAG_TABLE_YEAR_TWICE, heading_cell(search, i).place,
                         ARGS(arg_text(columns->items[i].heading), arg_text(columns->items[k].heading)));
                return false;
            }
    return true;
}

/* What the row costs by its own column or its years, and what the columns of those that may be funders make; false: it
   says neither. */
static bool row_amounts(const struct search *search, const struct csv_row *row, const bool *may_fund, money *cost,
                        money *funders)
{
    bool has_total = false, has_funders = false;
    money total = 0, years = 0;
    *funders = 0;
    for (int i = 0; i < search->columns->count; i++) {
        const struct csv_cell cell = column_cell(search->grid, row, i);
        const struct budget_column *column = &search->columns->items[i];
        if (!may_fund[i] && !column_has_cost(column))
            continue;
        struct amount amount = search_amount(search, &cell);
        if (amount.kind != AMOUNT_MONEY)
            continue;
        has_total = has_total || column->use == COLUMN_TOTAL;
        has_funders = has_funders || may_fund[i];
        *(may_fund[i] ? funders : column->use == COLUMN_TOTAL ? &total : &years) += amount.ore;
    }
    *cost = has_total ? total : years;
    return has_funders && *cost;
}

/* Whether what is open makes the cost of most rows: then each is a funder's part of it. */
static bool parts_add_up(const struct search *search)
{
    int agree = 0, rows = 0, open = 0;
    bool may_fund[MOST_BUDGET_COLUMNS];
    for (int i = 0; i < search->columns->count; i++) {
        may_fund[i] = search->columns->items[i].use == COLUMN_FUNDER || is_open(search, i);
        open += may_fund[i];
    }
    for (int i = search->columns->heading_row + 1; i < search->grid->row_count; i++) {
        money cost, funders;
        if (!row_amounts(search, &search->grid->rows[i], may_fund, &cost, &funders))
            continue;
        rows++;
        agree += llabs(cost - funders) <= 2 * KRONA;
    }
    return open > 1 && agree > 1 && 2 * agree > rows;
}

/* A column of numbers in front of the titles, whose heading says nothing, is their numbers. */
static bool is_numbering(const struct search *search, int at)
{
    for (int i = 0; i < at; i++)
        if (search->columns->items[i].use != COLUMN_NOTE || !search->columns->items[i].is_number)
            return false;
    return !*search->columns->items[at].heading && at + 1 < search->columns->count;
}

/* "Kontant" and "Egen tid" beside each other are forms of the same amounts: notes, where another column says what rows
   cost. */
static bool part_forms(struct search *search)
{
    struct columns *columns = search->columns;
    bool has_cash = false, has_cost = false;
    for (int i = 0; i < columns->count; i++) {
        has_cash = has_cash || (is_open(search, i) && heading_is_cash(columns->items[i].heading, search->arena));
        has_cost = has_cost || column_has_cost(&columns->items[i]);
    }
    int errors = diags_errors(search->diags);
    for (int i = 0; i < columns->count && has_cash; i++) {
        struct budget_column *column = &columns->items[i];
        if (!is_open(search, i) || !heading_is_form(column->heading, search->arena))
            continue;
        *column = (struct budget_column){ .use = COLUMN_BESIDE, .heading = column->heading };
        diag_add(search->diags, has_cost ? DIAG_TABLE_COLUMN_FORM : DIAG_TABLE_COLUMN_FORMS,
                 heading_cell(search, i).place, ARGS(arg_text(column->heading)));
    }
    return diags_errors(search->diags) == errors;
}

/* Each funder has one column. */
static void refuse_twice(const struct search *search)
{
    for (int i = 0; i < search->columns->count; i++)
        for (int k = 0; k < i; k++) {
            const struct budget_column *one = &search->columns->items[k], *other = &search->columns->items[i];
            if (one->use == COLUMN_FUNDER && other->use == COLUMN_FUNDER && text_same(one->heading, other->heading))
                diag_add(search->diags, DIAG_TABLE_COLUMN_TWICE, heading_cell(search, i).place,
                         ARGS(arg_text(other->heading)));
        }
}

static void refuse_open(const struct search *search, int at)
{
    const char *heading = search->columns->items[at].heading;
    for (int i = search->columns->heading_row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], at);
        if (!search_is_money(search, &cell))
            continue;
        if (*heading)
            diag_add(search->diags, DIAG_TABLE_COLUMN_UNKNOWN, heading_cell(search, at).place,
                     ARGS(arg_text(heading), arg_text(cell.text)));
        else
            diag_add(search->diags, DIAG_TABLE_COLUMN_UNNAMED, cell.place, ARGS(arg_text(cell.text)));
        return;
    }
}

/* Nothing that may be money is left aside: it is a funder's, or asked for. */
static void settle_open(struct search *search)
{
    struct columns *columns = search->columns;
    for (int i = 0; i < columns->count; i++)
        columns->items[i].is_number = columns->items[i].is_number || (is_open(search, i) && is_numbering(search, i));
    bool add_up = parts_add_up(search);
    for (int i = 0; i < columns->count; i++) {
        if (!is_open(search, i))
            continue;
        const char *heading = columns->items[i].heading;
        bool is_funder = label_says(heading, LABEL_FUNDER, search->arena) && !label_currency(heading, search->arena);
        if (*heading && (add_up || is_funder))
            columns->items[i].use = COLUMN_FUNDER;
        else
            refuse_open(search, i);
    }
}

/* By a column of its own, or where there is none by what another funder pays of it. */
static bool costs_money(const struct search *search, const struct csv_row *row)
{
    for (int i = 0; i < search->columns->count; i++) {
        const struct csv_cell cell = column_cell(search->grid, row, i);
        const struct budget_column *column = &search->columns->items[i];
        bool is_cost = column_has_cost(column) ||
                       (search->columns->is_by_funder && (column->use == COLUMN_FUNDER || is_open(search, i)));
        if (is_cost && search_is_money(search, &cell))
            return true;
    }
    return false;
}

/* "Finansiering" beside the cost of the same rows is what funders pay of it. */
static void part_funding(struct search *search)
{
    struct columns *columns = search->columns;
    for (int i = 0; i < columns->count; i++) {
        int beside = 0, alone = 0;
        for (int k = columns->heading_row + 1; k < search->grid->row_count; k++) {
            const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[k], i);
            if (search_is_money(search, &cell))
                ++*(costs_money(search, &search->grid->rows[k]) ? &beside : &alone);
        }
        if (columns->items[i].use == COLUMN_FUNDING && beside > alone)
            columns->items[i].use = COLUMN_FUNDER;
    }
}

bool uses_find(struct search *search)
{
    find_whole_year(search);
    if (!part_forms(search) || (search->columns->is_by_year ? !part_years(search) : !find_total(search)))
        return false;
    part_funding(search);
    settle_open(search);
    refuse_twice(search);
    return true;
}

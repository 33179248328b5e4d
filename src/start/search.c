#include "search.h"

bool search_is_money(const struct search *search, const struct csv_cell *cell)
{
    struct diags *faults = diags_new(search->arena);
    return amount_read(cell, 0, search->arena, faults).kind >= AMOUNT_UNKNOWN || diags_count(faults);
}

int search_money(const struct search *search, int row, int column)
{
    int count = 0;
    for (int i = row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], column);
        count += search_is_money(search, &cell);
    }
    return count;
}

bool search_holds_numbers(const struct search *search, int row, int column)
{
    int texts = 0;
    for (int i = row + 1; i < search->grid->row_count; i++) {
        const struct csv_cell cell = column_cell(search->grid, &search->grid->rows[i], column);
        texts += amount_read(&cell, 0, search->arena, diags_new(search->arena)).kind != AMOUNT_EMPTY;
    }
    return 2 * search_money(search, row, column) > texts;
}

bool search_is_line(const struct search *search, const struct csv_row *row)
{
    int texts = 0, amounts = 0;
    for (int i = 0; i < row->count; i++)
        *(search_is_money(search, &row->cells[i]) ? &amounts : &texts) += *row->cells[i].text != '\0';
    return texts && amounts;
}

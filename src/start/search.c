#include "search.h"

struct seen {
    struct amount amount;
    bool is_faulty;
};

/* Every cell of a table is looked at, some of them often: nothing of that is kept. */
static struct seen look_at(const struct search *search, const struct csv_cell *cell)
{
    struct arena *own = arena_like(search->arena);
    struct diags *faults = diags_new(own);
    struct seen seen = { .amount = amount_read(cell, 0, own, faults) };
    seen.is_faulty = diags_count(faults) > 0;
    arena_free(own);
    return seen;
}

struct amount search_amount(const struct search *search, const struct csv_cell *cell)
{
    return look_at(search, cell).amount;
}

bool search_is_money(const struct search *search, const struct csv_cell *cell)
{
    const struct seen seen = look_at(search, cell);
    return seen.amount.kind >= AMOUNT_UNKNOWN || seen.is_faulty;
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
        texts += search_amount(search, &cell).kind != AMOUNT_EMPTY;
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

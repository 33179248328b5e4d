#include "beside.h"

#include "kinds.h"

void put_stated(struct making *making, struct book_sheet *sheet, int row, int column, enum kind kind, struct cell value)
{
    if (cell_is_known(value))
        sheet_put_number(making->book, sheet, row, column, number_of(kind), ROLE_QUIET, number_in(kind, value.amount));
    else
        sheet_put_formula(making->book, sheet, row, column, number_of(kind), ROLE_QUIET, "NA()")->content =
            CONTENT_MISSING;
}

static const char *address(const struct making *making, int row, int column)
{
    struct text text = text_new(making->arena);
    cell_address(&text, row, column);
    return text.bytes;
}

void put_difference(struct making *making, struct book_sheet *sheet, int row, int column, enum kind kind,
                    const struct difference *of)
{
    struct book_cell *cell =
        sheet_put_formula(making->book, sheet, row, column, number_of(kind), ROLE_PLAIN,
                          arena_text(making->arena, "ROUND(%s-%s,%d)", address(making, row, of->of_column),
                                     address(making, row, of->less_column), kind_decimals(kind)));
    cell->value = number_in(kind, of->of.amount - of->less.amount);
    if (!cell_is_known(of->of) || !cell_is_known(of->less))
        cell->content = CONTENT_MISSING;
}

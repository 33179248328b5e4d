#include "spots.h"

const struct spot *spot_of(const struct making *making, node of)
{
    const struct spot *spot = (int)of < making->spots.count ? &making->spots.items[of] : NULL;
    return spot && spot->sheet ? spot : NULL;
}

void place_node(struct making *making, node of, struct spot spot)
{
    while (making->spots.count <= (int)of)
        *list_add(&making->spots, making->arena) = (struct spot){ 0 };
    making->spots.items[of] = spot;
}

void show_node(struct making *making, struct book_sheet *sheet, int row, int column, node of, enum book_role role)
{
    if (!of) {
        sheet_put_number(making->book, sheet, row, column, NUMBER_MONEY, role, 0);
        return;
    }
    *list_add(&making->shown, making->arena) = (struct shown_node){ sheet, row, column, of, role };
    if (!spot_of(making, of) && graph_node(making->graph, of).op > OP_FACT)
        place_node(making, of, (struct spot){ sheet, row, column, NULL });
}

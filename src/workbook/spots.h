#ifndef MEDFIN_WORKBOOK_SPOTS_H
#define MEDFIN_WORKBOOK_SPOTS_H

/* Which nodes have cells, and where they are shown. */

#include "making.h"

/* Has a node shown in a cell; the first place is the node's own, others look at it. */
void show_node(struct making *making, struct book_sheet *sheet, int row, int column, node of, enum book_role role);

const struct spot *spot_of(const struct making *making, node of); /* NULL: it has no cell */
void place_node(struct making *making, node of, struct spot spot);

#endif

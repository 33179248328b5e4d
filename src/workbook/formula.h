#ifndef MEDFIN_WORKBOOK_FORMULA_H
#define MEDFIN_WORKBOOK_FORMULA_H

/* The graph's operators as formulas: one table, an operator a row.

   A cell of money holds kronor, the number nearest to whole öre; a formula therefore counts in öre and ends in ÷ 100,
   or rounds a sum of such cells to two decimals. */

#include "operands.h"

/* The formula of a node, or of some of its parts, over the cells that its operands have. */
void write_formula(struct writing *writing, const struct node_view *view);

/* The parts of a sum, one after the other: neither rounded nor in parentheses. */
void write_terms(struct writing *writing, enum kind kind, const operand *parts, int count);

#endif

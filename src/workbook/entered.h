#ifndef MEDFIN_WORKBOOK_ENTERED_H
#define MEDFIN_WORKBOOK_ENTERED_H

/* A cell that was given back as a part of a stated value. */

#include <medfin/sheet/sheet.h>

#include "inputs.h"

/* Nothing is known of it. */
bool input_is_open(const struct input *input);

/* The part that an input is of its value, as it is held; of a status its code. */
int64_t part_now(const struct input *input);
void part_put(const struct input *input, int64_t part, struct value *value);

enum entered { ENTERED, ENTERED_FORMULA, ENTERED_OTHER, ENTERED_FINE, ENTERED_LARGE };

/* A number × 10^decimals. */
enum entered number_entered(const char *text, int decimals, int64_t *number);
/* What the cell says of that part, whatever the bounds are; or why it says nothing. */
enum entered part_entered(const struct making *making, const struct input *input, const struct sheet_cell *cell,
                          int64_t *part);
/* Whether it is within what can be entered there. */
enum entered part_allowed(const struct making *making, const struct input *input, int64_t part);

#endif

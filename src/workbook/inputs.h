#ifndef MEDFIN_WORKBOOK_INPUTS_H
#define MEDFIN_WORKBOOK_INPUTS_H

/* The sheet of inputs: every value that a figure rests on, where it comes from and between what it may be changed. */

#include "making.h"

enum input_column {
    LABEL,
    VALUE,
    UNIT,
    CHANGED,
    SOURCE,
    PLACE,
    PATH,
    LOWEST,
    HIGHEST,
    DECIMALS,
    IS_OK,
    APPLIES,
    SETTLED,
    MEDFINS,
    IS_CHANGED,
    PART,
    INPUT_COLUMNS
};

/* Rows: how many can be changed, what it was written of, the headings, the first input. */
enum { INPUTS_COUNT = 4, INPUTS_FILES, INPUTS_HEAD, INPUTS_FIRST };

const char *input_title(enum input_column column); /* marked for translation */
bool input_is_status(const struct input *input);
const char *input_path(const struct making *making, const struct input *input, enum language language);
const char *input_label(const struct making *making, const struct input *input);

/* The names of the cells that count what is changed and what is not in order, for all that asks before. */
void inputs_names(struct making *making);

/* Of the leaves that are reached, by node. */
void inputs_sheet(struct making *making, const bool *reached);

#endif

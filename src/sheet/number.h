#ifndef MEDFIN_SHEET_NUMBER_H
#define MEDFIN_SHEET_NUMBER_H

/* A cell's number as people write what the cell shows. */

#include <medfin/base/text.h>

enum number_form {
    NUMBER_PLAIN,
    NUMBER_PERCENT,
    NUMBER_DATE,
    NUMBER_DATE_TIME,
    NUMBER_MONTH,
    NUMBER_YEAR,
    NUMBER_TIME
};

/* The form that a number format shows: a built-in one by its id, or by its code, as "yyyy-mm-dd". ISO/IEC 29500-1,
   18.8.30. */
enum number_form number_form_of_id(long id);
enum number_form number_form_of_code(const char *code);

/* Adds the number; as it stands if it is none. */
void number_add(struct text *out, const char *number, enum number_form form, bool is_1904, bool is_computed);

#endif

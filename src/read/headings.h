#ifndef MEDFIN_READ_HEADINGS_H
#define MEDFIN_READ_HEADINGS_H

/* What headings and rows of a table say, however they are written. */

#include <medfin/model/statement.h>
#include <medfin/read/csv.h>

#include "outline.h"

/* The heading of the form that the text is; -1 for none. */
int heading_find(const struct csv_form *form, const char *text, struct arena *arena);

/* The line of `columns` about the heading; NULL: none. */
struct csv_alias *heading_alias(const struct csv_form *form, const char *text, struct arena *arena);

/* Whether two headings say the same word for word, blanks and line ends aside. */
bool heading_same(const char *a, const char *b, struct arena *arena);

/* The known name that the text is a slip of; NULL for none. Short words are near one another by chance. */
const char *heading_nearest(const struct csv_form *form, const char *text, struct arena *arena);

/* The year of a heading that says one, and beside it nothing but the form's words of years; 0 for none. */
int heading_year(const struct csv_form *form, const char *text, struct arena *arena);

/* Whether the column is one of those that lists have and that nothing is computed of: a telephone, a postal code. */
bool heading_is_aside(const char *text, struct arena *arena);

/* What the title above a table says that figures are in, as a power of ten: "Belopp i tkr", "Folkmängd 2021, tusental";
   −1 where it says nothing, or has a figure of its own. */
int title_power(const char *text, struct arena *arena);

/* What the column's heading says so, or else a title above; 0 where neither does. */
int column_power(const struct csv *csv, int column, struct arena *arena);

/* "32,4" of a column in thousands as "32400", and whether it was rounded; what is no such figure as it stands. */
const char *count_of_power(const char *text, int power, bool *is_rounded, struct arena *arena);

/* Whether the text is an amount, a count or a date. */
bool text_is_amount(const char *text);

/* Whether the cell has a text; a dash alone says that there is nothing. */
bool cell_says(const struct csv_cell *cell);

/* What a row of a table is, by the words that it begins with. */
enum row_kind { ROW_OF_DATA, ROW_OF_SUM, ROW_OF_NOTE };
enum row_kind row_kind_of(const struct csv_row *row);

/* How many of its texts are more than a number in front: 1, 1.1. */
int row_words(const struct csv *csv, const struct csv_row *row);

/* The record of what was read of a table, its rows not counted yet. */
struct table_record *table_record_of(const struct csv *csv, enum table_kind kind, const char *file,
                                     struct arena *arena);

/* The lines of a `columns` that stands at that place. */
void columns_add(struct place value, csv_alias_list *aliases, struct arena *arena, struct diags *diags);

/* The lines of every `columns` that stands under the same header; NULL: none. */
csv_alias_list *columns_read(const struct outline *outline, int header, struct arena *arena, struct diags *diags);

/* Lines about headings that no table has. */
void columns_check(const csv_alias_list *aliases, struct diags *diags);

#endif

#ifndef MEDFIN_READ_HEADINGS_H
#define MEDFIN_READ_HEADINGS_H

/* What a heading of a table says, however it is written. */

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

/* Whether the text is an amount, a count or a date. */
bool text_is_amount(const char *text);

/* The lines of every `columns` that stands under the same header; NULL: none. */
csv_alias_list *columns_read(const struct outline *outline, int header, struct arena *arena, struct diags *diags);

/* Lines about headings that no table has. */
void columns_check(const csv_alias_list *aliases, struct diags *diags);

#endif

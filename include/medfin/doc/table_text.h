#ifndef MEDFIN_DOC_TABLE_TEXT_H
#define MEDFIN_DOC_TABLE_TEXT_H

/* What a reader sees of a doc in any format: texts made safe, cells as words and figures,
   what a table says above and below itself. Writers lay it out. */

#include <medfin/base/text.h>
#include <medfin/doc/doc.h>

/* A table's cells as text, row after row, money rounded by the sums that the table states. */
struct table_text {
    int64_t *whole;            /* what each money cell shows, in whole units */
    const char **cells;        /* safe to print, not yet escaped for any format; … */
    const char *const *titles; /* … and so are those of the columns */
    bool rounded;              /* a figure in sight differs from the exact one */
};

struct table_text shown_table(const struct doc *doc, const struct doc_table *table, struct arena *arena);

/* One cell's text; `whole` is what a money cell shows, in whole units of the doc's, and a percent in hundredths. */
const char *shown_cell(const struct doc *doc, const struct doc_cell *cell, int64_t whole, struct arena *arena);

/* So many whole units, without and with their name: "1 185 000", "10,5 mnkr". */
const char *shown_units(const struct doc_unit *unit, int64_t whole, enum language language, struct arena *arena);
const char *shown_amount(const struct doc *doc, int64_t whole);

/* A text of the user's on one line: line ends become blanks, control characters and what
   turns the reading order U+FFFD. NULL is "". */
const char *shown_text(struct arena *arena, const char *raw);

/* The caption with the unit of its money, if it holds any. Where other numbers stand in the table too, the unit stands
   above the columns of money, or at each amount. */
const char *shown_caption(const struct doc_table *table, const char *unit, struct arena *arena);

/* Whether a format without pictures and folding shows the block: charts without a table, tables without a row and
   what is for programs alone it does not; and whether it does so as a heading. */
bool shown_in_words(const struct doc_block *block);
bool shown_as_heading(const struct doc_block *block);

/* "✓", "!", "✗", "?", or "": for those who see no colour. */
const char *shown_sign(enum doc_tone tone);

/* What money is rounded to: "whole kr", "0.1 mnkr". */
const char *shown_measure(const struct doc *doc);
/* The line below a table that is rounded. */
const char *shown_foot(const struct doc *doc, const struct doc_table *table, struct arena *arena);

/* Whether it is a figure, which stands to the right. */
bool shown_is_figure(const struct doc_cell *cell);

/* A figure as programs read it, exact: "-1234567.50", "0.435", "1185000". */
void add_figure(struct text *out, const struct doc_cell *figure, char decimal);

#endif

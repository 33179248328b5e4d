#ifndef MEDFIN_PAPERS_PROSE_H
#define MEDFIN_PAPERS_PROSE_H

/* Figures in sentences: "1 185 000 kronor", "hela" years, counts. What they show is what the tables show. */

#include <medfin/doc/doc.h>

/* So many whole units. */
const char *prose_units(const struct doc *doc, int64_t whole);
/* What a cell of money shows; what is exact with its öre. Of nothing unknown. */
const char *prose_amount(const struct doc *doc, struct doc_cell cell);
/* The same without its unit. */
const char *prose_number(const struct doc *doc, struct doc_cell cell);
/* An amount without its sign: what lacks. */
const char *prose_lack(const struct doc *doc, struct doc_cell cell);
/* "2021", "2021–2023". */
const char *prose_years(struct arena *arena, int first, int last);
/* "A", "A and B", "A, B and C", "A, B, C and 9 more". */
const char *prose_list(struct arena *arena, const char *const *names, int count, int most);

#endif

#ifndef MEDFIN_CONTENTS_NAMES_H
#define MEDFIN_CONTENTS_NAMES_H

/* What payers, keys, figures, sources and the words of values are called. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>
#include <medfin/model/value.h>
#include <medfin/whatif/figure.h>

/* Fees are fees, whatever their tariff's id. */
const char *payer_title(const struct doc *doc, const struct section *payer);

/* "decided", or where years have statuses of their own the stretches of equal ones: "2021 granted, 2022–2023
 * estimated". */
const char *payer_status_text(const struct doc *doc, const struct plan *plan, const struct section *payer);

/* What a key is called among figures; "" for a date alone. */
const char *key_title(const struct key *key);

/* The same in prose: what it means, up to its first pause. */
const char *key_meaning(struct arena *arena, const struct key *key);

/* "cost", "cost, 2022". */
/* The category's own title, or its name as people call it. */
const char *category_title(const struct doc *doc, const struct section *section);
/* Of a row_sector. */
const char *sector_title(const struct doc *doc, int sector);
const char *asked_figure_title(const struct doc *doc, const struct asked_figure *asked);
const char *figure_title(const struct doc *doc, const struct figure *figure);

/* An assumption is marked by a word of the file's own; NULL: none. */
const char *source_title(const char *source);

/* Whether what a section gives as its source says that it is assumed. */
bool source_is_assumption(const char *source);

/* "mars 2021" */
const char *month_title(struct arena *arena, month at);

/* The word of that code, in the doc's language. */
const char *doc_word(const struct doc *doc, const struct word *words, int64_t code);

/* "granted, decided, …": all of a table, separated by commas. */
const char *choice_list(const struct doc *doc, const struct word *words);

#endif

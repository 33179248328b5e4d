#ifndef MEDFIN_REPORT_REFERENCE_PRIVATE_H
#define MEDFIN_REPORT_REFERENCE_PRIVATE_H

/* The functions behind the rows of the table of reference topics. */

#include <medfin/base/text.h>
#include <medfin/report/contents.h>

void keys_contents(struct doc *doc);
void values_contents(struct doc *doc);
void rules_contents(struct doc *doc);
void template_contents(struct doc *doc);

/* "granted, decided, …": words in the doc's language, separated by commas. */
const char *choice_list(const struct doc *doc, const struct word *words);

#endif

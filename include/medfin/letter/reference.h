#ifndef MEDFIN_LETTER_REFERENCE_H
#define MEDFIN_LETTER_REFERENCE_H

/* What a letter's template may say and what a check of it sees, told from the tables. */

#include <medfin/doc/doc.h>

void template_contents(struct doc *doc);

#endif

#ifndef MEDFIN_CONTENTS_REFERENCE_H
#define MEDFIN_CONTENTS_REFERENCE_H

/* The reference, told from the tables: how amounts, percents, months and words are written; what a project is tested
   against, and by what source; what may be asked for. */

#include <medfin/doc/doc.h>

void values_contents(struct doc *doc);

void rules_contents(struct doc *doc);

/* What may be asked for, by its path. */
void figures_contents(struct doc *doc);

#endif

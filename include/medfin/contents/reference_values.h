#ifndef MEDFIN_CONTENTS_REFERENCE_VALUES_H
#define MEDFIN_CONTENTS_REFERENCE_VALUES_H

/* How amounts, percents, months and words are written, told from the tables. */

#include <medfin/doc/doc.h>

void values_contents(struct doc *doc);

#endif

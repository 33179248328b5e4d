#ifndef MEDFIN_CONTENTS_REFERENCE_RULES_H
#define MEDFIN_CONTENTS_REFERENCE_RULES_H

/* What a project is tested against, and by what source, told from the tables. */

#include <medfin/doc/doc.h>

void rules_contents(struct doc *doc);

#endif

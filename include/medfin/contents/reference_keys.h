#ifndef MEDFIN_CONTENTS_REFERENCE_KEYS_H
#define MEDFIN_CONTENTS_REFERENCE_KEYS_H

/* Every section and key of a project file, told from the tables. */

#include <medfin/doc/doc.h>

void keys_contents(struct doc *doc);

#endif

#ifndef MEDFIN_CONTENTS_UNCERTAIN_H
#define MEDFIN_CONTENTS_UNCERTAIN_H

/* An uncertain value as a reader knows it. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>

const char *uncertain_title(struct doc *doc, const struct section *section, const struct fact *fact);

/* What it would be stated as with another number, and the same rounded for a reader. */
const char *uncertain_text(struct doc *doc, const struct fact *fact, int64_t number);
const char *uncertain_shown(struct doc *doc, const struct fact *fact, int64_t number);

#endif

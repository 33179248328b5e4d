#ifndef MEDFIN_CONTENTS_TRIED_VALUE_H
#define MEDFIN_CONTENTS_TRIED_VALUE_H

/* A value that is tried in the place of a stated one: as it would be stated, and as data. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>

const char *tried_text(struct doc *doc, const struct statement *varied, const struct value *value);
const char *tried_number_text(struct doc *doc, const struct statement *varied, int64_t number);
struct doc_cell cell_tried(struct doc *doc, const struct statement *varied, const struct value *value, const char *key);
struct doc_cell cell_tried_number(struct doc *doc, const struct statement *varied, int64_t number, const char *key);

#endif

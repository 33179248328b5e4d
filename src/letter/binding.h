#ifndef MEDFIN_LETTER_BINDING_H
#define MEDFIN_LETTER_BINDING_H

/* What a binding remembers of a text: not the text itself, only whether it is still the same. */

#include <stdint.h>

#include <medfin/base/text.h>

/* A mark of what a text said: the same for texts that differ in blanks alone. */
uint32_t letter_mark(struct arena *arena, const char *shown);
uint32_t letter_mark_more(uint32_t mark, const char *bytes, size_t size);
/* Blanks of any kind and length as one ordinary blank, none at the edges. */
const char *letter_plain(struct arena *arena, const char *bytes, size_t size);

/* An id as it can stand in a comment, where no two hyphens may follow each other, and back. */
const char *letter_comment_name(struct arena *arena, const char *id);
const char *letter_comment_id(struct arena *arena, const char *name);

/* How bindings stand in a letter. Keys of ids hold neither quotes nor angle brackets. */
#define BOUND_VALUE     "<data value=\""
#define BOUND_VALUE_END "</data>"
#define BOUND_BLOCK     "<!--medfin:"
#define BOUND_BLOCK_END "<!--/medfin-->"

#endif

#ifndef MEDFIN_LETTER_EXTENT_H
#define MEDFIN_LETTER_EXTENT_H

/* What a template may be at most. Programs that lay out Markdown give every row of a table as many cells as its
   headings have, and some go through a row or a block once for each of its parts: a few kilobytes would take them a
   gigabyte, or minutes. */

#include <medfin/base/diag.h>

/* False after a fault. */
bool template_extent_check(const struct source *text, struct diags *diags);

#endif

#ifndef MEDFIN_LETTER_HTML_H
#define MEDFIN_LETTER_HTML_H

#include <medfin/letter/letter.h>

/* Markdown as one HTML page that needs nothing beside it, by cmark-gfm. */
const char *letter_html(const struct letter *letter, const char *markdown);

#endif

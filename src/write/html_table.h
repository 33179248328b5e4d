#ifndef MEDFIN_WRITE_HTML_TABLE_H
#define MEDFIN_WRITE_HTML_TABLE_H

/* Tables in HTML: a caption, heads with their scopes, figures to the right. One that is too
   wide for a phone is scrolled in a frame that the keyboard reaches; on paper a wide one takes
   a sheet on its side, and one that is wider still is cut into bands of columns. */

#include <medfin/write/html.h>

void html_add_table(struct html *html, const struct doc_table *table);

#endif

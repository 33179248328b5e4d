#ifndef MEDFIN_REPORT_HTML_H
#define MEDFIN_REPORT_HTML_H

/* Inside the HTML writer. The page is whole in itself: one file, no script, nothing fetched. */

#include <medfin/base/text.h>
#include <medfin/report/doc.h>

/* The page as it is being written. */
struct html {
    const struct doc *doc;
    struct arena *arena;
    struct text *out;
    int tables, charts; /* so far: what the next one's id is made of */
};

/* Adds a text of the user's or the catalogue's, between tags or in a quoted attribute: every
   mark that HTML or XML would act on is escaped. Nothing else puts such a text on the page. */
void html_add(struct html *html, const char *raw);

/* html_table.c: a table that is scrolled sideways where it is too wide, with caption and scopes. */
void html_add_table(struct html *html, const struct doc_table *table);

/* html_chart.c: a figure: its title, the picture as SVG, and what its strokes and fills mean. */
void html_add_chart(struct html *html, const struct doc_chart *chart);

/* html_style.c: how the page looks on a screen, on a phone and on A4. */
extern const char *const html_style[]; /* ends with NULL */

#endif

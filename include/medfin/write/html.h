#ifndef MEDFIN_WRITE_HTML_H
#define MEDFIN_WRITE_HTML_H

/* Inside the HTML writer and the letter's pages. A page is whole in itself: one file, no script, nothing fetched. */

#include <medfin/base/text.h>
#include <medfin/doc/doc.h>

/* The page as it is being written. */
struct html {
    const struct doc *doc;
    struct arena *arena;
    struct text *out;
    int tables, charts; /* so far: what the next one's id is made of */
};

/* Adds a text of the user's or the catalogue's, between tags or in a quoted attribute: every
   mark that HTML or XML would act on is escaped. Nothing else puts such a text on a page. */
void html_escape(struct text *out, const char *raw);
void html_add(struct html *html, const char *raw);

/* What stands before and behind the contents of any page; a letter looks as letters do. */
enum html_look { LOOKS_AS_REPORT, LOOKS_AS_LETTER };
void html_begin(struct text *out, enum language language, const char *title, enum html_look look);
void html_end(struct text *out);

/* html_table.c: a table that is scrolled sideways where it is too wide, with caption and scopes. */
void html_add_table(struct html *html, const struct doc_table *table);

/* html_chart.c: a figure: its title, the picture as SVG, and what its strokes and fills mean. */
void html_add_chart(struct html *html, const struct doc_chart *chart);

/* html_style.c: how a page looks on a screen, on a phone and on A4, and where a letter looks
   otherwise. Both end with NULL. */
extern const char *const html_style[], *const html_letter_style[];
/* What stands within each picture, so that it looks so outside the page too, and in weasyprint, which
   gives a picture nothing of its page's style. */
extern const char html_svg_style[];

#endif

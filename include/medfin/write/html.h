#ifndef MEDFIN_WRITE_HTML_H
#define MEDFIN_WRITE_HTML_H

/* HTML: a page whole in itself that can be sent, published and printed: one file, no script, nothing
   fetched. It meets WCAG 2.1 AA: language, headings in order, tables with captions and scopes, charts
   with title and description. */

#include <medfin/write/writer.h>

/* The page as it is being written. */
struct html {
    const struct doc *doc;
    struct arena *arena;
    struct text *out;
    bool paths;         /* each figure names its path */
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

/* In characters: what an upright sheet holds, in smaller letters, and one on its side, beside a label of ordinary
   length; and what a column has around it. */
enum { HTML_UPRIGHT = 96, HTML_DENSE = 112, HTML_SIDEWAYS = 150, HTML_AROUND = 3 };

/* How a table of so many characters across is printed, as classes behind that of its room: " wide dense"; "" for as it
   is. */
const char *html_form(int width);

void html_write(const struct doc *doc, const struct writer_options *options, struct text *out);

#endif

#ifndef MEDFIN_WRITE_WRITERS_H
#define MEDFIN_WRITE_WRITERS_H

/* The functions behind the rows of the table of writers. */

#include <medfin/write/writer.h>

void text_write(const struct doc *doc, const struct writer_options *options, struct text *out);
void md_write(const struct doc *doc, const struct writer_options *options, struct text *out);
void csv_write_doc(const struct doc *doc, const struct writer_options *options, struct text *out);
void html_write(const struct doc *doc, const struct writer_options *options, struct text *out);
void json_write(const struct doc *doc, const struct writer_options *options, struct text *out);

/* A text of the user's as Markdown that is read as that text and nothing else, on one line. */
const char *md_escaped(struct arena *arena, const char *raw);

#endif

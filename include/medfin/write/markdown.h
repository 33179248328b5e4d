#ifndef MEDFIN_WRITE_MARKDOWN_H
#define MEDFIN_WRITE_MARKDOWN_H

/* GitHub-flavoured Markdown. Whatever a text holds, it is read as that text and nothing
   else: every mark that CommonMark, GFM or a site that publishes them would act on is
   escaped. No-break spaces stay: they hold figures together and move labels in. */

#include <medfin/write/writer.h>

void md_write(const struct doc *doc, const struct writer_options *options, struct text *out);

/* A text of the user's as Markdown that is read as that text and nothing else, on one line. */
const char *md_escaped(struct arena *arena, const char *raw);

#endif

#ifndef MEDFIN_WRITE_HTML_CHART_H
#define MEDFIN_WRITE_HTML_CHART_H

/* Charts in HTML: a figure with its title, the picture as SVG with real text, and a legend in
   words. Series differ by pattern or dashes, so that grey paper tells them apart. */

#include <medfin/write/html.h>

void html_add_chart(struct html *html, const struct doc_block *block);

#endif

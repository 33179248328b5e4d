#ifndef MEDFIN_PAPERS_KEY_FIGURES_H
#define MEDFIN_PAPERS_KEY_FIGURES_H

/* Three to five figures to remember. */

#include <medfin/papers/report.h>
#include <medfin/papers/standing.h>

/* Those that apply and are known, the first five in the order of their table. */
void key_figures_contents(struct doc *doc, const struct report_parts *parts, const struct standing *standing);

#endif

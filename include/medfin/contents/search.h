#ifndef MEDFIN_CONTENTS_SEARCH_H
#define MEDFIN_CONTENTS_SEARCH_H

/* What a search found. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/search.h>

void search_contents(struct doc *doc, const struct plan *plan, const struct search *search,
                     const struct search_answer *answer);

#endif

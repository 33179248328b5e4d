#ifndef MEDFIN_PAPERS_QUOTED_H
#define MEDFIN_PAPERS_QUOTED_H

/* What authors say themselves, of a decision or a scenario. {{PATH}} in it stands for a figure by its path, as explain
   takes it, and for nothing else. */

#include <medfin/base/diag.h>
#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* A stretch of the text: words, or the path between the braces. */
struct quoted_piece {
    const char *words; /* "" for none */
    const char *path;  /* behind them; NULL: the text ends */
};

/* The next piece, and `text` is moved behind it; false at the end. */
bool quoted_next(const char **text, struct quoted_piece *piece, struct arena *arena);

/* The text with its figures as the doc shows them. */
const char *quoted_text(struct doc *doc, const struct plan *plan, const char *text);

/* The points of what is asked for as they stand in the project, a line each; none where nothing is stated. */
struct doc_points decision_asked(const struct project *project, struct arena *arena);

/* Of each text that the project has of this kind: a path that is none of its figures', and braces that nothing
   closes. False after a fault. */
bool quoted_check(const struct plan *plan, struct diags *diags);

#endif

#ifndef MEDFIN_CONTENTS_ODDS_H
#define MEDFIN_CONTENTS_ODDS_H

/* Probabilities from trials, with how sure they are; and those of scenarios side by side. */

#include <medfin/doc/doc.h>
#include <medfin/simulate/odds.h>
#include <medfin/whatif/compare.h>

share odds_part(int64_t count, int64_t all);
/* The standard error of a part of so many trials. */
share odds_error(share part, int64_t trials);
/* A percent with one decimal; with two where one would say none or all of something. */
const char *odds_text(struct doc *doc, share part);
/* "12,4 % (± 0,3)": the sign of percent stands once; none and all are as they are, with an error of 0. */
const char *odds_with_error(struct doc *doc, share part, share error);

/* Each rule in each scenario of the comparison, simulated in their order, and the difference to the first. */
void odds_contents(struct doc *doc, const struct comparison *comparison, const struct simulation *const *simulations);

#endif

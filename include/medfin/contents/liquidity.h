#ifndef MEDFIN_CONTENTS_LIQUIDITY_H
#define MEDFIN_CONTENTS_LIQUIDITY_H

/* Cash month by month, claims and what the owner pre-finances. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

void liquidity_contents(struct doc *doc, const struct plan *plan);

#endif

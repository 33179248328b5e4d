#ifndef MEDFIN_CONTENTS_SIMULATE_H
#define MEDFIN_CONTENTS_SIMULATE_H

/* What a simulation found: rules, quantiles, drivers. */

#include <medfin/doc/doc.h>
#include <medfin/simulate/simulate.h>

void simulate_contents(struct doc *doc, const struct simulation *simulation);

#endif

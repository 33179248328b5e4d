#ifndef MEDFIN_SVG_BRIDGE_H
#define MEDFIN_SVG_BRIDGE_H

/* What adds up to what: a row a step, its words and its figure above its bar, so that nothing is rotated or cut. */

#include "svg.h"

void svg_bridge(struct svg *svg);

#endif

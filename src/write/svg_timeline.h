#ifndef MEDFIN_SVG_TIMELINE_H
#define MEDFIN_SVG_TIMELINE_H

/* Until when: spans of months one behind another, each with its words above, and events as strokes with theirs below.
 */

#include "svg.h"

void svg_timeline(struct svg *svg);

#endif

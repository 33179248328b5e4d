#ifndef MEDFIN_WRITE_SVG_TORNADO_H
#define MEDFIN_WRITE_SVG_TORNADO_H

/* A tornado: what each value does to a figure, from its low end to its high one, around the level
   that all start from. */

#include "svg.h"

/* The picture, from svg_open to its end. */
void svg_tornado(struct svg *svg);

#endif

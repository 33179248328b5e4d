#ifndef MEDFIN_WRITE_SVG_LINES_H
#define MEDFIN_WRITE_SVG_LINES_H

/* Lines over the categories, marked points, and the bands of a fan. */

#include "svg.h"

/* The picture, from svg_open to its end. */
void svg_lines(struct svg *svg);

#endif

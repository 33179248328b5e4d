#ifndef MEDFIN_WRITE_SVG_BARS_H
#define MEDFIN_WRITE_SVG_BARS_H

/* Bars that lie: each category's name above its bars, their numbers behind them. */

#include "svg.h"

/* The picture, from svg_open to its end. */
void svg_bars(struct svg *svg);

#endif

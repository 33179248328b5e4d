#ifndef MEDFIN_WRITE_SVG_COLUMNS_H
#define MEDFIN_WRITE_SVG_COLUMNS_H

/* Columns of stacked series: what is below zero hangs from the axis. */

#include "svg.h"

/* The picture, from svg_open to its end. */
void svg_columns(struct svg *svg);

#endif

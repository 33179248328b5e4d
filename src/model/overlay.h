#ifndef MEDFIN_MODEL_OVERLAY_H
#define MEDFIN_MODEL_OVERLAY_H

/* Layers on top of one another: what the statements say of each section in the end. */

#include "build.h"

/* Adds the sections that the statements speak of to those in the making. */
void fold_statements(struct build *build, const struct statement *statements, int count);

#endif

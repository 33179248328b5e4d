#ifndef MEDFIN_MODEL_CHECK_FUNDER_H
#define MEDFIN_MODEL_CHECK_FUNDER_H

/* What must hold between the values of a funder. */

#include "build.h"

void check_funder(struct build *build, const struct section *section);

#endif

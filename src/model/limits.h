#ifndef MEDFIN_MODEL_LIMITS_H
#define MEDFIN_MODEL_LIMITS_H

/* No figure of a plan may wrap: amounts, grown by their indices, stay within MONEY_LIMIT in all. */

#include "build.h"

void check_limits(struct build *build);

#endif

#ifndef MEDFIN_MODEL_CHECK_MEMBERS_H
#define MEDFIN_MODEL_CHECK_MEMBERS_H

/* Which tariff each member pays, and whether its inhabitants are known. */

#include "build.h"

struct tariff;

void check_members(struct build *build);

/* Each year's inhabitants of the members that pay it, once those are known. */
void check_sizes(struct build *build, const struct tariff *tariff);

#endif

#ifndef MEDFIN_MODEL_CHECK_TARIFF_H
#define MEDFIN_MODEL_CHECK_TARIFF_H

/* What must hold between the values of a tariff. */

#include "build.h"

struct tariff;

void check_tariff(struct build *build, const struct section *section);

/* Whether so many inhabitants fall in a class of each of the tariff's; else a fault of `whose` at the place. */
bool check_size(struct build *build, const struct tariff *tariff, const char *whose, struct place place, int64_t size);

#endif

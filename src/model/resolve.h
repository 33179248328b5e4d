#ifndef MEDFIN_MODEL_RESOLVE_H
#define MEDFIN_MODEL_RESOLVE_H

/* Every name becomes the section that it stands for. */

#include "build.h"

void resolve_names(struct build *build);

#endif

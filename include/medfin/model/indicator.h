#ifndef MEDFIN_MODEL_INDICATOR_H
#define MEDFIN_MODEL_INDICATOR_H

/* What is measured beside the money. */

#include <medfin/model/section.h>

struct indicator {
    struct section section;
    const struct fact *unit, *better;
    struct series years, targets;
};

#endif

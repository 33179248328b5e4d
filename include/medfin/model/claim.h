#ifndef MEDFIN_MODEL_CLAIM_H
#define MEDFIN_MODEL_CLAIM_H

/* A claim that was lodged with a funder. */

#include <medfin/model/section.h>

struct claim {
    struct section section;
    const struct fact *funder, *through, *amount, *approved, *paid;
};

#endif

#ifndef MEDFIN_MODEL_CLAIM_H
#define MEDFIN_MODEL_CLAIM_H

/* A claim that was lodged with a funder. */

#include <medfin/model/section.h>

struct claim {
    struct section section;
    const struct fact *funder, *through, *amount, *approved, *paid;
};

struct project;

typedef LIST(const struct claim *) claim_list;

/* Those of the funder, in the order of their months. */
claim_list claims_of(const struct project *project, const struct section *funder, struct arena *arena);

#endif

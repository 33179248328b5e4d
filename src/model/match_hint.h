#ifndef MEDFIN_SRC_MODEL_MATCH_HINT_H
#define MEDFIN_SRC_MODEL_MATCH_HINT_H

/* What a funder has to say in the place of a match against the one that pays what the others leave. */

#include "build.h"

struct funder;

struct match_hint {
    bool is_share;                           /* a fixed share is the same as the match would be */
    struct diag_arg in_its_place, to_remove; /* "share = 50 %, basis = cash"; "matches, ratio" */
};

struct match_hint match_hint(const struct build *build, const struct funder *funder);

#endif

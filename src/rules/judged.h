#ifndef MEDFIN_RULES_JUDGED_H
#define MEDFIN_RULES_JUDGED_H

/* A judgement as it is read: what its places come to, which its figures may ask for. */

#include <medfin/rules/judgement.h>

/* What the places of one reading come to. */
struct reading_outcome {
    enum verdict verdict;
    bool has_margin;
    int64_t margin;
    enum verdict unforgiven;          /* as in a finding … */
    int64_t spare, spare_forgiven;    /* … INT64_MAX: no place can fail */
    const struct judged_place *place; /* the tightest that is known */
    const struct judged_place *since; /* the first that lacks anything, and what … */
    int64_t since_margin;
    const struct judged_place *unknown; /* the first whose margin nobody knows */
    const struct needs *needs;
};

struct judged {
    const struct judgement *judgement;
    const struct plan *plan;
    struct reading_outcome *outcomes; /* of what is read in one way, then of each reading */
    const struct reading_outcome *decides;
    struct bounds **bounds; /* of the plan's figures, for all judgements; NULL until something unknown asks */
    struct arena *arena;
};

/* Of a reading; NULL: of what is read in one way. */
static inline struct reading_outcome *reading_outcome_of(const struct judged *judged,
                                                         const struct rule_reading *reading)
{
    return &judged->outcomes[reading ? 1 + (reading - judged->judgement->readings) : 0];
}

#endif

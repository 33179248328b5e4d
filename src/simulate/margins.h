#ifndef MEDFIN_SIMULATE_MARGINS_H
#define MEDFIN_SIMULATE_MARGINS_H

/* Each rule's margin in forms, at every place where the rule is tested. In a trial a rule holds
   when all of them are at least −their bound, or when it only warns below. A rule's tolerance is in its margin. */

#include <medfin/rules/rules.h>
#include <medfin/simulate/simulate.h>

#include "folded_plan.h"

struct margin_place {
    struct affine form;
    month at; /* the month, or a year's last in the plan */
};

typedef LIST(struct margin_place) margin_places;

struct margin {
    const struct rule *rule;
    const struct section *subject; /* NULL: the whole, or … */
    const char *person;            /* … of a rule about persons */
    margin_places places;
    bool only_warns; /* below zero too the rule holds */
    enum place_step step;
};

typedef LIST(struct margin) margin_list;

/* The margins of every rule that applies, in the order of the rules. `stated` is the project as it
   stands, which rules of the file alone look at; `cash` as folded_cash gives it. */
void margins_find(const struct folded_plan *folded, const struct project *stated, const struct affine *cash,
                  int cash_count, margin_list *margins);

#endif

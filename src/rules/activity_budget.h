#ifndef MEDFIN_RULES_ACTIVITY_BUDGET_H
#define MEDFIN_RULES_ACTIVITY_BUDGET_H

/* The activity budget: what the activities cost in cash fits in it, each calendar year. */

#include <medfin/rules/rules.h>

rule_make activity_budget_make;

#endif

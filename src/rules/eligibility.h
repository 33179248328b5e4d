#ifndef MEDFIN_RULES_ELIGIBILITY_H
#define MEDFIN_RULES_ELIGIBILITY_H

/* Eligible cost: no funder's money exceeds the cost that is eligible to it. */

#include <medfin/rules/rules.h>

rule_make eligibility_make;

#endif

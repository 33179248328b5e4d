#ifndef MEDFIN_RULES_BENEFIT_H
#define MEDFIN_RULES_BENEFIT_H

/* Benefit: what a year of membership gives is at least what it takes, and the network is in
   line with the own work. Equality passes. */

#include <medfin/rules/rules.h>

rule_make benefit_make;

#endif

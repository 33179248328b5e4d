#ifndef MEDFIN_RULES_STAFFING_H
#define MEDFIN_RULES_STAFFING_H

/* Staffing: one person's shares add up to at most full time in every month. */

#include <medfin/rules/rules.h>

rule_make staffing_make;

#endif

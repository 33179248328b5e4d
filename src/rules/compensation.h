#ifndef MEDFIN_RULES_COMPENSATION_H
#define MEDFIN_RULES_COMPENSATION_H

/* Climate compensation: every flight is compensated. */

#include <medfin/rules/rules.h>

rule_make compensation_make;

#endif

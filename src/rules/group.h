#ifndef MEDFIN_RULES_GROUP_H
#define MEDFIN_RULES_GROUP_H

/* Group: the money of funders that share a limit, as one appropriation. */

#include <medfin/rules/rules.h>

rule_make group_make;

#endif

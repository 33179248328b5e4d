#ifndef MEDFIN_RULES_MATCH_H
#define MEDFIN_RULES_MATCH_H

/* Match: a grant with a stated amount can be drawn in full. */

#include <medfin/rules/rules.h>

rule_make match_make;

#endif

#ifndef MEDFIN_RULES_IN_KIND_H
#define MEDFIN_RULES_IN_KIND_H

/* In kind: what lines book equals what is certified, and all of it is within its limit. */

#include <medfin/rules/rules.h>

rule_make in_kind_make;

#endif

#ifndef MEDFIN_RULES_OVERLAP_H
#define MEDFIN_RULES_OVERLAP_H

/* Double financing: external money beyond the eligible cost, and eligible lines in a
   category that a flat rate already pays. */

#include <medfin/rules/rules.h>

rule_make overlap_make;

#endif

#ifndef MEDFIN_RULES_BALANCE_H
#define MEDFIN_RULES_BALANCE_H

/* Balance: financing = cost in every year, or in the whole project. */

#include <medfin/rules/rules.h>

rule_make balance_make;

#endif

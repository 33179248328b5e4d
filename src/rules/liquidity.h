#ifndef MEDFIN_RULES_LIQUIDITY_H
#define MEDFIN_RULES_LIQUIDITY_H

/* Liquidity: cash at or above the limit in every month, until the last payment has come. */

#include <medfin/rules/rules.h>

rule_make liquidity_make;

#endif

#ifndef MEDFIN_RULES_FREQUENCY_H
#define MEDFIN_RULES_FREQUENCY_H

#include <medfin/rules/rules.h>

rule_make frequency_make;

#endif

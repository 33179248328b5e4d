#ifndef MEDFIN_RULES_SECURED_H
#define MEDFIN_RULES_SECURED_H

/* Secured: financing that is neither granted nor decided is at most a percent of it all. */

#include <medfin/rules/rules.h>

rule_find secured_find;

#endif

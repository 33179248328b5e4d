#ifndef MEDFIN_RULES_SECURED_H
#define MEDFIN_RULES_SECURED_H

/* Secured: financing that is neither granted nor decided is at most a percent of it all. */

#include <medfin/rules/rules.h>

rule_make secured_make;

/* Only what is unsecured breaks its rule as the project says. */
enum verdict secured_broken(const struct project *project);

#endif

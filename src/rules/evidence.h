#ifndef MEDFIN_RULES_EVIDENCE_H
#define MEDFIN_RULES_EVIDENCE_H

/* Evidence: decisions have references, and figures say where they come from. */

#include <medfin/rules/rules.h>

rule_make evidence_make;

#endif

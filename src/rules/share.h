#ifndef MEDFIN_RULES_SHARE_H
#define MEDFIN_RULES_SHARE_H

/* Highest share: a funder's money, never its in kind, against its highest share of the basis. */

#include <medfin/rules/rules.h>

rule_make share_make;

#endif

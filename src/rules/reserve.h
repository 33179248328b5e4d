#ifndef MEDFIN_RULES_RESERVE_H
#define MEDFIN_RULES_RESERVE_H

/* Reserve: free equity against so many months' running costs, in the reading that decides and
   in the others beside it. */

#include <medfin/rules/rules.h>

rule_make reserve_make;

#endif

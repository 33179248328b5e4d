#ifndef MEDFIN_RULES_FRAME_H
#define MEDFIN_RULES_FRAME_H

/* Frame: contributions inside it fit each calendar year in what other decisions leave. A
   frame's year is never reduced for a project that fills a part of it. */

#include <medfin/rules/rules.h>

rule_make frame_make;

#endif

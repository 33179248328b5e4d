#ifndef MEDFIN_CLI_QUESTIONS_H
#define MEDFIN_CLI_QUESTIONS_H

/* init --questions: what a first budget asks, for front ends. */

#include <medfin/doc/doc.h>

void questions_contents(struct doc *doc);

#endif

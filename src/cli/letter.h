#ifndef MEDFIN_CLI_LETTER_H
#define MEDFIN_CLI_LETTER_H

/* letter: a draft decision from a template, and whether a written one still holds. */

#include "session.h"

int letter_run(struct session *session);

#endif

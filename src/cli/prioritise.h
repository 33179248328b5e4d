#ifndef MEDFIN_CLI_PRIORITISE_H
#define MEDFIN_CLI_PRIORITISE_H

/* `prioritise`: what fits in the budget of activities, and what became of an earlier plan. */

#include "session.h"

int prioritise_run(struct session *session);

#endif

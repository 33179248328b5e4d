#ifndef MEDFIN_CLI_FOLLOW_H
#define MEDFIN_CLI_FOLLOW_H

/* What became of the plan: `follow-up`. */

#include "session.h"

int follow_up_run(struct session *session);

#endif

#ifndef MEDFIN_CLI_FOLLOW_H
#define MEDFIN_CLI_FOLLOW_H

/* What became of the plan: `follow-up` and `claim`. */

#include "session.h"

int follow_up_run(struct session *session);
int claim_run(struct session *session);

#endif

#ifndef MEDFIN_CLI_FEES_H
#define MEDFIN_CLI_FEES_H

/* fees: every member's fee, and who wins and loses by another tariff. */

#include "session.h"

int fees_run(struct session *session);

#endif

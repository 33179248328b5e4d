#ifndef MEDFIN_CLI_REPORT_H
#define MEDFIN_CLI_REPORT_H

/* report: the whole as one document. */

#include "session.h"

int report_run(struct session *session);

#endif

#ifndef MEDFIN_CLI_EXPORT_H
#define MEDFIN_CLI_EXPORT_H

#include "session.h"

int export_run(struct session *session);

#endif

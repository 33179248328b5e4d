#ifndef MEDFIN_CLI_PORTFOLIO_H
#define MEDFIN_CLI_PORTFOLIO_H

#include "session.h"

int portfolio_run(struct session *session);

#endif

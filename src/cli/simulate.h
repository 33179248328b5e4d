#ifndef MEDFIN_CLI_SIMULATE_H
#define MEDFIN_CLI_SIMULATE_H

/* simulate: the distribution of figures and rules; sensitivity: one value at a time. */

#include <medfin/simulate/simulate.h>

#include "session.h"

int simulate_run(struct session *session);
int sensitivity_run(struct session *session);

/* What the options ask for; false after a fault. */
bool read_trials(struct session *session, struct simulation_request *request);

/* All trials of the session's project; NULL after a fault of the input. */
struct simulator *run_trials(struct session *session, struct simulation_request *request);

#endif

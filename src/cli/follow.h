#ifndef MEDFIN_CLI_FOLLOW_H
#define MEDFIN_CLI_FOLLOW_H

/* What became of the plan: `follow-up` and `claim`. */

#include <medfin/follow/claim.h>

#include "session.h"

/* Of the session's project, which has been read: as it is without its actuals too. NULL where it has none, or after a
   fault. */
const struct follow *session_follow(struct session *session);

/* What is asked for of the funder: the months that --period says, or the next that are closed and not asked for yet.
   NULL where they are not closed; `complains`: that is a fault. */
const struct claim_asked *session_claim(struct session *session, const struct follow *follow,
                                        const struct funder *funder, const char *period, bool is_final, bool complains);

int follow_up_run(struct session *session);
int claim_run(struct session *session);

#endif

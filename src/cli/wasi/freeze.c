/* Where no library makes digests, as in a page, there are no such commands. */

#include "../freeze.h"

static int refuse(struct session *session, const char *command)
{
    session_complain(session, DIAG_UNKNOWN_COMMAND, ARGS(arg_text(command), arg_text(NULL)));
    return EXIT_USAGE;
}

int freeze_run(struct session *session)
{
    return refuse(session, "freeze");
}

int verify_run(struct session *session)
{
    return refuse(session, "verify");
}

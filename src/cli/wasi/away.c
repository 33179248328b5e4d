/* Where no library makes digests and one project is in sight, as in a page, there are no such commands. */

#include "../freeze.h"
#include "../portfolio.h"

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

int portfolio_run(struct session *session)
{
    return refuse(session, "portfolio");
}

/* Starts the program: what is set once for the whole process is set here. */

#include <signal.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>

#include <medfin/cli/cli.h>

/* A failed assertion is a bug of ours, and says so in its exit status. */
static void on_abort(int signal)
{
    (void)signal;
    _exit(EXIT_BUG);
}

int main(int argc, char **argv)
{
    signal(SIGABRT, on_abort);
    gsl_set_error_handler_off();
    return cli_run(argc, argv, MEDFIN_VERSION);
}

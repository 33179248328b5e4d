/* Starts the program: what is set once for the whole process is set here. */

#include <gsl/gsl_errno.h>

#include <medfin/cli/cli.h>
#include <medfin/system/arguments.h>
#include <medfin/system/process_end.h>

int main(int argc, char **argv)
{
    /* A failed assertion is a bug of ours, and says so in its exit status. */
    process_begin(EXIT_BUG);
    gsl_set_error_handler_off();
    char **words = arguments(&argc, argv);
    return cli_run(argc, words, MEDFIN_VERSION);
}

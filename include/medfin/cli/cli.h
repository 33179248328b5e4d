#ifndef MEDFIN_CLI_CLI_H
#define MEDFIN_CLI_CLI_H

/* The command line. The only layer that prints and knows exit statuses. */

enum exit_status {
    EXIT_HOLDS = 0,
    EXIT_FAILS = 1, /* a rule failed or could not be determined */
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_NO_SOLUTION = 4,
    EXIT_UNVERIFIED = 5, /* what was frozen is not so any more */
    EXIT_SYSTEM = 6,     /* a file could not be read or written */
    EXIT_BUG = 70
};

/* Runs one command line to its end and returns the exit status. */
int cli_run(int argc, char **argv, const char *version);

#endif

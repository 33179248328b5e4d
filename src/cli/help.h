#ifndef MEDFIN_CLI_HELP_H
#define MEDFIN_CLI_HELP_H

/* Help, printed from the tables of commands and options. */

#include "commands.h"

int help_run(struct session *session);

const char *help_of_program(struct session *session);
const char *help_of_command(struct session *session, const struct command *command);

/* How a run can end. */
struct exit_row {
    enum exit_status status;
    const char *meaning; /* marked for translation */
};

extern const struct exit_row exit_rows[]; /* ends with a NULL meaning */

#endif

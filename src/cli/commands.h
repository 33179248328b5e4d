#ifndef MEDFIN_CLI_COMMANDS_H
#define MEDFIN_CLI_COMMANDS_H

/* The table of commands, and what the short ones share with others. */

#include <medfin/whatif/cure.h>
#include <medfin/whatif/unknown.h>

#include "options.h"

struct command {
    const char *name;
    const char *meaning;   /* marked for translation */
    const char *arguments; /* as usage shows them; marked for translation */
    const char *example;   /* behind "medfin ", on a shipped scenario */
    const size_t *options; /* that it takes, beside --help and --version; ends as OPTIONS does */
    int (*run)(struct session *session);
};

extern const struct command command_rows[]; /* ends with a NULL name */

/* Whether its help tells of the option: --help is every command's. */
bool command_shows(const struct command *command, const struct option_row *row);

/* What the rules find, and what would answer or cure each finding. */
struct judged {
    finding_list findings;
    const struct unknown_answer *answers;
    const cure_list *cures;
};

struct judged judge(struct session *session);

#endif

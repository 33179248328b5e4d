/* Help, printed from the tables of commands and options. */

#include "session.h"

#include <string.h>

enum { NAME_WIDTH = 12, OPTION_WIDTH = 26 };

static void add_row(struct text *out, const char *name, const char *meaning, int width)
{
    text_addf(out, "  %s", name);
    text_fill(out, ' ', width - text_columns(name));
    text_addf(out, " %s\n", tr(meaning));
}

const char *help_of_program(struct session *session)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "medfin %s: %s\n\n", session->version,
              tr(N_("co-financed projects as exact budgets, checked rules and scenarios")));
    text_addf(&out, "%s: medfin %s PROJECT.ini [SCENARIO.ini …] [%s]\n\n", tr(N_("Usage")), tr(N_("COMMAND")),
              tr(N_("options")));
    for (const struct command *command = command_rows; command->name; command++)
        add_row(&out, command->name, command->meaning, NAME_WIDTH);
    text_addf(&out, "\n%s\n", tr(N_("medfin help COMMAND tells the options and gives an example.")));
    return out.bytes;
}

static const char *option_form(struct session *session, const struct option_row *row)
{
    const char *letter = row->letter ? arena_text(session->arena, "-%c, ", row->letter) : "";
    const char *argument = row->argument ? arena_text(session->arena, " %s", tr(row->argument)) : "";
    return arena_text(session->arena, "%s--%s%s", letter, row->name, argument);
}

const char *help_of_command(struct session *session, const struct command *command)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "medfin %s: %s\n\n", command->name, tr(command->meaning));
    text_addf(&out, "%s: medfin %s %s\n\n", tr(N_("Usage")), command->name, tr(command->arguments));
    for (const struct option_row *row = option_rows; row->name; row++)
        if (row->bit & (command->options | OPTION_HELP))
            add_row(&out, option_form(session, row), row->meaning, OPTION_WIDTH);
    text_addf(&out, "\n%s:\n  medfin %s\n", tr(N_("Example")), command->example);
    return out.bytes;
}

int help_run(struct session *session)
{
    const struct request *request = &session->request;
    if (!request->words.count)
        return write_text(session, help_of_program(session), EXIT_HOLDS);
    for (const struct command *command = command_rows; command->name; command++)
        if (strcmp(command->name, request->words.items[0]) == 0)
            return write_text(session, help_of_command(session, command), EXIT_HOLDS);
    complain(session, DIAG_UNKNOWN_COMMAND, ARGS(arg_text(request->words.items[0])));
    return EXIT_USAGE;
}

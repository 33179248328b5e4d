#include <medfin/cli/cli.h>

#include <string.h>

#include <medfin/system/process_end.h>
#include <medfin/system/terminal.h>
#include <medfin/workbook/xlsx.h>

#include "commands.h"
#include "diagnostics.h"
#include "help.h"
#include "options.h"
#include "output.h"
#include "session.h"
#include "workbook.h"

static void exhausted(void)
{
    process_end_now("medfin: the system has no more memory\n", EXIT_SYSTEM, EXIT_BUG);
}

static int status_of(const struct diags *diags)
{
    if (diags_any(diags, DIAG_USAGE))
        return EXIT_USAGE;
    if (diags_any(diags, DIAG_SYSTEM))
        return EXIT_SYSTEM;
    return diags_any(diags, DIAG_INPUT) ? EXIT_INPUT : EXIT_HOLDS;
}

static int answer(struct session *session)
{
    const struct command *command = session->request.command;
    if (session->request.version)
        return write_text(session, arena_text(session->arena, "medfin %s\n", session->version), EXIT_HOLDS);
    if (!command)
        return write_text(session, help_of_program(session), EXIT_HOLDS);
    if (session->request.help)
        return write_text(session, help_of_command(session, command), EXIT_HOLDS);
    return command->run(session);
}

int cli_run(int argc, char **argv, const char *version)
{
    struct arena *arena = arena_new(exhausted);
    struct session session = { .arena = arena, .diags = diags_new(arena), .version = version };
    options_read(&session, argc, argv);
    session_language(&session);
    int status = EXIT_HOLDS;
    if (!xlsx_is_here && !diags_errors(session.diags) && wants_workbook(&session.request))
        hand_over_workbook(&session, argv);
    if (!diags_errors(session.diags))
        status = answer(&session);
    const char *told = diagnostics_text(&session);
    errors_write(told, strlen(told));
    if (diags_errors(session.diags))
        status = status_of(session.diags);
    for (int i = 0; i < session.kept.count; i++)
        arena_free(session.kept.items[i]);
    arena_free(arena);
    return status;
}

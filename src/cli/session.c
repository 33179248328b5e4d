/* Reading what the command line names, in the language that fits. */

#include "session.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <medfin/model/payer.h>
#include <medfin/read/files.h>
#include <medfin/read/setting.h>

static enum language locale_language(void)
{
    static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return strncmp(value, "sv", 2) == 0 ? LANGUAGE_SV : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}

/* The catalogue is found at ../share/locale from the program, wherever it was put. */
static void bind_catalogue(struct session *session)
{
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size < 0)
        return;
    path[size] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (slash)
            *slash = '\0';
    }
    bindtextdomain("medfin", arena_text(session->arena, "%s/share/locale", path));
    bind_textdomain_codeset("medfin", "UTF-8");
    textdomain("medfin");
}

void session_speak(struct session *session, enum language language)
{
    session->language = language;
    setenv("LANGUAGE", language_code(language), 1);
    /* The program is written in English: no catalogue is asked for it. */
    bool translates = language != LANGUAGE_EN;
    setlocale(LC_MESSAGES, translates ? "C.UTF-8" : "C");
    if (!translates)
        return;
    setlocale(LC_CTYPE, "C.UTF-8");
    bind_catalogue(session);
}

void session_language(struct session *session)
{
    bool stated = session->request.given & OPTION_LANG;
    session_speak(session, stated ? session->request.language : locale_language());
}

/* A project speaks its own language, Swedish unless it says otherwise. */
void session_adopt_language(struct session *session, const statement_list *statements)
{
    if (session->request.given & OPTION_LANG || !statements->count)
        return;
    enum language language = LANGUAGE_SV;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        bool says = statement->section == SECTION_PROJECT && statement->key && !statement->broken &&
                    strcmp(statement->key->name, "language") == 0;
        if (says)
            language = (enum language)statement->value.number;
    }
    session_speak(session, language);
}

static const struct project *build(struct session *session)
{
    return project_build(session->statements.items, session->statements.count, session->arena, session->diags);
}

bool session_read(struct session *session, const char *const *files, int count)
{
    if (!count) {
        session_complain(session, DIAG_NO_FILE, ARGS(arg_text(session->request.command->name)));
        return false;
    }
    read_files(files, count, &session->statements, session->arena, session->diags);
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &session->statements, session->arena, session->diags);
    session_adopt_language(session, &session->statements);
    /* What could not be opened explains itself; of what could, every fault is told. */
    if (diags_any(session->diags, DIAG_SYSTEM) || !session->statements.count)
        return false;
    session->project = build(session);
    if (session->project && session->request.secured_only) {
        project_secured_only(session->project, &session->statements, session->arena);
        session->diags = diags_new(session->arena);
        session->project = build(session);
    }
    if (session->project)
        session->plan = plan_build(session->project, session->arena);
    return session->project != NULL;
}

/* The table of commands, and the short ones. */

#include "session.h"

#include <medfin/analysis/unknown.h>
#include <medfin/report/contents.h>

#define ON_PROJECT                                                                                           \
    (OPTION_FORMAT | OPTION_OUTPUT | OPTION_LANG | OPTION_SCENARIO | OPTION_SET | OPTION_COLOR | OPTION_QUIET)

#define JAMTLAND "scenarios/jamtland-2021-2023/project.ini scenarios/jamtland-2021-2023/antaganden.ini"

const struct command command_rows[] = {
    { "check", N_("does it hold? every rule's verdict, with its figures"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "check " JAMTLAND, ON_PROJECT | OPTION_UNIT, check_run },
    { "budget", N_("cost and financing by year"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "budget " JAMTLAND, ON_PROJECT | OPTION_UNIT, budget_run },
    { "explain", N_("how one figure was made, down to file and line"),
      N_("PROJECT.ini [SCENARIO.ini …] FIGURE [YYYY or YYYY-MM]"),
      "explain " JAMTLAND " staff.projektledare 2022-05", ON_PROJECT, explain_run },
    { "help", N_("what a command does and takes"), N_("[COMMAND]"), "help check",
      OPTION_LANG | OPTION_OUTPUT, help_run },
    { 0 },
};

int budget_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    budget_contents(doc, session->plan);
    return write_doc(session, doc, EXIT_HOLDS);
}

/* What each finding that lacks one figure says of it. */
static const struct unknown_answer *answers_to(struct session *session, const finding_list *findings)
{
    LIST(struct unknown_answer) answers = { 0 };
    for (int i = 0; i < findings->count; i++)
        if (finding_asks(&findings->items[i]))
            *list_add(&answers, session->arena) =
                solve_unknown(&session->statements, session->project, findings, i, session->arena);
    return answers.items;
}

int check_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    finding_list findings = { 0 };
    rules_run(session->plan, &findings, session->arena);
    struct doc *doc = session_doc(session);
    check_contents(doc, session->plan, &findings, answers_to(session, &findings));
    bool holds = findings_verdict(&findings) <= VERDICT_WARN;
    return write_doc(session, doc, holds ? EXIT_HOLDS : EXIT_FAILS);
}

static bool is_period(const char *word)
{
    month at;
    return date_read(word, true, &at) || date_read(word, false, &at);
}

/* Files first, then the figure, then a period if there is one. */
int explain_run(struct session *session)
{
    const char *const *words = session->request.words.items;
    int files = session->request.words.count;
    const char *period = files > 1 && is_period(words[files - 1]) ? words[--files] : NULL;
    if (files < 2) {
        complain(session, DIAG_NO_FIGURE, NULL);
        return EXIT_USAGE;
    }
    const char *figure = words[--files], *title;
    if (!session_read(session, words, files))
        return EXIT_INPUT;
    const struct derivation *tree = figure_derivation(session, figure, period, &title);
    if (!tree)
        return EXIT_USAGE;
    struct doc *doc = session_doc(session);
    explain_contents(doc, session->plan, tree, title);
    return write_doc(session, doc, EXIT_HOLDS);
}

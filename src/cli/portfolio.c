#include "portfolio.h"

#include <medfin/portfolio/contents.h>

#include "commands.h"
#include "output.h"
#include "workbook.h"

/* The one file that is named; NULL after a fault. */
static const char *portfolio_path(struct session *session)
{
    const argument_list *words = &session->request.words;
    if (!words->count)
        session_complain(session, DIAG_PORTFOLIO_MISSING, NULL);
    else if (words->count > 1)
        session_complain(session, DIAG_WORD_UNWANTED,
                         ARGS(arg_text(session->request.command->name), arg_text(words->items[1])));
    return words->count == 1 ? words->items[0] : NULL;
}

int portfolio_run(struct session *session)
{
    struct portfolio_reading reading = { .path = portfolio_path(session),
                                         .secured_only = session->request.scenario.number == SCENARIO_SECURED,
                                         .read = &session->read,
                                         .arena = session->arena,
                                         .kept = &session->kept,
                                         .diags = session->diags };
    if (!reading.path)
        return EXIT_USAGE;
    const bool is_read = portfolio_file(&reading, &session->statements);
    session_adopt_language(session, &session->statements);
    struct doc *doc = reading.doc = session_doc(session);
    const struct portfolio_sums *sums = is_read ? portfolio_read(&reading, &session->statements) : NULL;
    if (!sums || !session_may_answer(session))
        return EXIT_INPUT;
    const int status = verdict_holds(portfolio_contents(doc, sums)) ? EXIT_HOLDS : EXIT_FAILS;
    return wants_workbook(&session->request) ? write_tables(session, doc, status) : write_doc(session, doc, status);
}

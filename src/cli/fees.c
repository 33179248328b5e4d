#include "fees.h"

#include <medfin/base/path.h>
#include <medfin/books/books.h>
#include <medfin/contents/fees.h>
#include <medfin/contents/fees_against.h>
#include <medfin/model/blame.h>
#include <medfin/read/setting.h>

#include "compare.h"
#include "output.h"

/* The project with the other scenario on top; NULL after a fault. */
static const struct plan *read_other(struct session *session, int files, const char **title)
{
    const char **paths = arena_take(session->arena, (size_t)files + 1, sizeof *paths);
    statement_list statements = { 0 };
    for (int i = 0; i < files; i++)
        paths[i] = session->request.words.items[i];
    paths[files] = session->request.against;
    read_project(paths, files + 1, &statements, &session->read, session->arena, session->diags);
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &statements, session->arena, session->diags);
    if (diags_errors(session->diags))
        return NULL;
    *title = statements_title(&statements, file_stem(session->arena, session->request.against));
    const struct project *project =
        project_build_blaming(statements.items, statements.count, session->arena, session->diags);
    return project ? plan_build(project, session->arena) : NULL;
}

/* The year asked for, or the first that tells something; 0 after a fault. */
static int read_year(struct session *session, const char *word, const struct plan *other)
{
    const struct plan *plan = session->plan;
    month january;
    if (!word)
        return other ? fees_differ_from(plan, other, session->arena) : plan_years(plan).first;
    date_read(word, true, &january);
    if (years_hold(plan_years(plan), month_year(january)))
        return month_year(january);
    session_complain(session, DIAG_PERIOD_OUTSIDE,
                     ARGS(arg_text(word), arg_month(plan->first), arg_month(plan_last(plan))));
    return 0;
}

/* Files first, then a year if there is one. */
int fees_run(struct session *session)
{
    const char *const *words = session->request.words.items, *title = NULL;
    int files = session->request.words.count;
    month january;
    const char *word = files > 1 && date_read(words[files - 1], true, &january) ? words[--files] : NULL;
    if (!session_read(session, words, files))
        return EXIT_INPUT;
    const struct plan *other = session->request.against ? read_other(session, files, &title) : NULL;
    if (session->request.against && !other)
        return EXIT_INPUT;
    int year = read_year(session, word, other);
    if (!year)
        return EXIT_USAGE;
    struct doc *doc = session_doc(session);
    fees_contents(doc, session->plan, year);
    if (other)
        fees_against_contents(doc, session->plan, other, title, year);
    return write_doc(session, doc, EXIT_HOLDS);
}

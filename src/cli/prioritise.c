#include "prioritise.h"

#include <medfin/base/path.h>
#include <medfin/books/books.h>
#include <medfin/contents/prioritise.h>
#include <medfin/follow/plan_changes.h>
#include <medfin/model/blame.h>

#include "output.h"

/* A plan as it was at an earlier meeting: a project of its own. NULL after a fault. */
static const struct plan *read_earlier(struct session *session, const char **title)
{
    const char *path = session->request.against;
    statement_list statements = { 0 };
    read_project(&path, 1, &statements, &session->read, session->arena, session->diags);
    if (diags_errors(session->diags) || diags_any(session->diags, DIAG_SYSTEM))
        return NULL;
    const struct project *project =
        project_build_blaming(statements.items, statements.count, session->arena, session->diags);
    *title = file_stem(session->arena, path);
    return project ? plan_build(project, session->arena) : NULL;
}

int prioritise_run(struct session *session)
{
    const char *title = NULL;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    const struct plan *earlier = session->request.against ? read_earlier(session, &title) : NULL;
    if (session->request.against && !earlier)
        return EXIT_INPUT;
    const struct prioritisation all = prioritise(session->plan, session->request.fill, session->arena);
    struct doc *doc = session_doc(session);
    prioritise_contents(doc, &all);
    if (earlier)
        plan_changes_contents(doc, session->plan, earlier, title);
    return write_doc(session, doc, EXIT_HOLDS);
}

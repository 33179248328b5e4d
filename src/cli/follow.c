#include "follow.h"

#include <medfin/follow/follow_up.h>
#include <medfin/model/words.h>

#include "options.h"
#include "output.h"

/* The project with its actuals, and the plan as it is without them; false after a fault. */
static bool read_follow(struct session *session, struct follow *follow)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return false;
    if (!project_actuals(session->project)) {
        session_complain(session, DIAG_NO_ACTUALS, NULL);
        return false;
    }
    const statement_list planned = statements_of_budget(&session->statements, session->arena);
    struct diags *diags = diags_new(session->arena);
    const struct project *budget = project_build(planned.items, planned.count, session->arena, diags);
    if (!budget) {
        diags_add_all(session->diags, diags);
        return false;
    }
    *follow = follow_new(plan_build(budget, session->arena), session->plan, session->arena);
    return true;
}

int follow_up_run(struct session *session)
{
    static const struct word ways[] = { { "category", "kostnadsslag", FOLLOW_BY_CATEGORY },
                                        { "line", "rad", FOLLOW_BY_LINE },
                                        { "funder", "finansiär", FOLLOW_BY_FUNDER },
                                        { "quarter", "kvartal", FOLLOW_BY_QUARTER },
                                        { "month", "månad", FOLLOW_BY_MONTH },
                                        { 0 } };
    static const struct word unmapped[] = { { "fail", "fel", 0 }, { "warn", "varna", 1 }, { 0 } };
    int by =
        session->request.by.said ? choose_word(session, "--by", session->request.by.said, ways) : FOLLOW_BY_CATEGORY;
    int warns = session->request.unmapped ? choose_word(session, "--unmapped", session->request.unmapped, unmapped) : 0;
    struct follow follow;
    if (by < 0 || warns < 0)
        return EXIT_USAGE;
    if (!read_follow(session, &follow))
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    const struct follow_findings found = follow_up_contents(doc, &follow, (enum follow_by)by);
    bool fails = (found.unmapped && !warns) || (found.uncommented && session->request.strict);
    return write_doc(session, doc, fails ? EXIT_FAILS : EXIT_HOLDS);
}

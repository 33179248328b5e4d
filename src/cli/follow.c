#include "follow.h"

#include <string.h>

#include <medfin/follow/claim.h>
#include <medfin/follow/follow_up.h>
#include <medfin/model/words.h>

#include "options.h"
#include "output.h"

const struct follow *session_follow(struct session *session)
{
    if (!project_actuals(session->project))
        return NULL;
    const statement_list planned = statements_of_budget(&session->statements, session->arena);
    struct diags *diags = diags_new(session->arena);
    const struct project *budget = project_build(planned.items, planned.count, session->arena, diags);
    if (!budget) {
        diags_add_all(session->diags, diags);
        return NULL;
    }
    struct follow *follow = arena_take(session->arena, 1, sizeof *follow);
    *follow = follow_new(plan_build(budget, session->arena), session->plan, session->arena);
    return follow;
}

/* The project with its actuals, and the plan as it is without them; NULL after a fault. */
static const struct follow *read_follow(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return NULL;
    if (!project_actuals(session->project))
        session_complain(session, DIAG_NO_ACTUALS, NULL);
    return session_follow(session);
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
    if (by < 0 || warns < 0)
        return EXIT_USAGE;
    const struct follow *follow = read_follow(session);
    if (!follow)
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    const struct follow_findings found = follow_up_contents(doc, follow, (enum follow_by)by);
    bool fails = (found.unmapped && !warns) || (found.uncommented && session->request.strict);
    return write_doc(session, doc, fails ? EXIT_FAILS : EXIT_HOLDS);
}

/* "2021-04..2021-06", months of the plan. */
static bool period_read(struct session *session, const char *text, struct months *period)
{
    const char *dots = strstr(text, "..");
    const char *first = dots ? arena_copy(session->arena, text, (size_t)(dots - text)) : text;
    bool is_read = dots && date_read(first, false, &period->first) && date_read(dots + 2, false, &period->last) &&
                   period->first <= period->last && period->first >= session->plan->first &&
                   period->last <= plan_last(session->plan);
    if (!is_read)
        session_complain(session, DIAG_CLAIM_PERIOD, ARGS(arg_text(text)));
    return is_read;
}

/* The months that are asked for: closed, and behind those that were asked for before. */
static bool period_of(struct session *session, const struct follow *follow, const char *period, bool complains,
                      struct claim_asked *asked)
{
    const month stated = claim_stated_through(follow, asked->funder);
    asked->period = claim_next(follow, asked->funder);
    if (period && !period_read(session, period, &asked->period))
        return false;
    if (!period && asked->is_final)
        asked->period.last = plan_last(follow->forecast);
    const bool is_again = asked->period.first <= stated || asked->period.first > asked->period.last,
               is_open = !is_again && asked->period.last > follow->through;
    if (is_open && complains)
        session_complain(
            session, DIAG_CLAIM_OPEN,
            ARGS(arg_month(asked->period.first), arg_month(asked->period.last), arg_month(follow->through)));
    else if (is_again && complains)
        session_complain(session, DIAG_CLAIM_AGAIN, ARGS(arg_month(stated)));
    const month unasked = claim_unasked(follow, asked->funder, asked->period.first);
    const bool leaves_out = asked->period.first > unasked;
    if (leaves_out && complains)
        session_complain(session, DIAG_CLAIM_GAP,
                         ARGS(arg_month(unasked), arg_month(asked->period.first), arg_month(asked->period.last)));
    return !is_open && !is_again && !leaves_out;
}

const struct claim_asked *session_claim(struct session *session, const struct follow *follow,
                                        const struct funder *funder, const char *period, bool is_final, bool complains)
{
    struct claim_asked *asked = arena_take(session->arena, 1, sizeof *asked);
    *asked = (struct claim_asked){ .funder = funder, .is_final = is_final };
    const bool takes_claims = funder->paid->value.number == PAID_CLAIMS;
    if (!takes_claims && complains)
        session_complain(session, DIAG_CLAIM_NOT_TAKEN, ARGS(arg_text(section_title(&funder->section))));
    return takes_claims && period_of(session, follow, period, complains, asked) ? asked : NULL;
}

int claim_run(struct session *session)
{
    const struct request *request = &session->request;
    const struct follow *follow = read_follow(session);
    if (!follow)
        return EXIT_INPUT;
    const struct funder *funder = session_funder(session, request->funder);
    if (!request->funder)
        session_complain(session, DIAG_FUNDER_MISSING, ARGS(arg_text("claim")));
    const struct claim_asked *asked =
        funder ? session_claim(session, follow, funder, request->period, request->final, true) : NULL;
    if (!asked)
        return EXIT_USAGE;
    struct doc *doc = session_doc(session);
    claim_contents(doc, follow, asked);
    return write_doc(session, doc, EXIT_HOLDS);
}

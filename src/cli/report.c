/* report: the whole as one document. What is read on top of the project is compared with what
   it is read on, as far as that is known. */

#include "report.h"

#include <limits.h>

#include <medfin/contents/heading.h>
#include <medfin/model/stated_values.h>
#include <medfin/papers/report.h>
#include <medfin/plan/sums.h>
#include <medfin/simulate/simulator.h>

#include "aims.h"
#include "commands.h"
#include "compare.h"
#include "output.h"
#include "simulate.h"
#include "workbook.h"

static void add_statements(struct session *session, struct scenario_case *scenario, int last_layer, bool settings)
{
    for (int i = 0; i < session->statements.count; i++) {
        const struct statement *statement = &session->statements.items[i];
        if (statement->is_setting == settings && statement->layer <= last_layer)
            *list_add(&scenario->statements, session->arena) = *statement;
    }
}

/* The project with the files up to and with this one on top, and what is set on the spot. */
static struct scenario_case case_of_layer(struct session *session, int layer)
{
    struct scenario_case scenario = { .id = layer ? arena_text(session->arena, "layer-%d", layer) : "base",
                                      .title = layer ? stack_title(session->arena, session->project, layer)
                                                     : tr(N_("The project")) };
    add_statements(session, &scenario, layer, false);
    scenario.settings = scenario.statements.count;
    add_statements(session, &scenario, INT_MAX, true);
    scenario.trial = trial_run(&scenario.statements, NULL, session->arena);
    return scenario;
}

static bool is_known(const struct plan *plan)
{
    const struct selection everything = { 0 };
    return cell_is_known(plan_sum(plan, &everything, plan->first, plan_last(plan)));
}

/* The last layer against the one below, and against the project alone where its cost and
   financing are known; NULL where there is nothing to compare. */
static const struct comparison *compare_layers(struct session *session)
{
    int last = 0;
    for (int i = 0; i < session->statements.count; i++)
        if (!session->statements.items[i].is_setting && session->statements.items[i].layer > last)
            last = session->statements.items[i].layer;
    const int layers[] = { 0, last - 1, last };
    struct scenario_case *cases = arena_take(session->arena, 3, sizeof *cases);
    int count = 0;
    for (int i = last > 1 ? 0 : 1; last && i < 3; i++) {
        cases[count] = case_of_layer(session, layers[i]);
        if (cases[count].trial.project && is_known(cases[count].trial.plan))
            count++;
    }
    if (count < 2)
        return NULL;
    struct comparison *comparison = arena_take(session->arena, 1, sizeof *comparison);
    *comparison = (struct comparison){ .cases = cases, .count = count, .figures = compared_figures(session->arena) };
    comparison->split = figures_split(comparison, session->arena);
    return comparison;
}

/* A report takes seconds, whatever it is of: this many uncertain values are tried, and without --trials this many
   trials are made. It says so itself. */
enum { MOST_TRIED = 200, MOST_BY_TENTHS = 60, TRIALS_OF_REPORT = 10000 };

/* What each uncertain value does to what is left of the financing, or with `by_tenths` a tenth of any; NULL where there
   is none. */
static const struct tornado *find_tornado(struct session *session, bool by_tenths)
{
    const struct asked_figure gap = { .of.row = figure_row("gap"), .kind = KIND_MONEY };
    const bool is_told =
        by_tenths ? is_known(session->plan) : project_uncertain(session->project, session->arena).count;
    if (!is_told)
        return NULL;
    struct tornado *tornado = arena_take(session->arena, 1, sizeof *tornado);
    *tornado = tornado_find(&session->statements, session->project, &gap, by_tenths,
                            by_tenths ? MOST_BY_TENTHS : MOST_TRIED, NULL, session->arena);
    return tornado;
}

int report_run(struct session *session)
{
    struct simulation_request request;
    if (!read_trials(session, &request))
        return EXIT_USAGE;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    if (wants_workbook(&session->request))
        return write_workbook(session, EXIT_HOLDS);
    const bool is_asked = session->request.trials || session->request.seed || session->request.threads;
    const bool simulated = is_asked || project_varies(session->project, session->arena);
    request.project = session->project;
    request.trials = session->request.trials ? request.trials : TRIALS_OF_REPORT;
    struct simulator *simulator = simulated ? run_trials(session, &request) : NULL;
    if (simulated && !simulator)
        return EXIT_INPUT;
    const struct judged judged = judge(session);
    struct report_parts parts = { .plan = session->plan,
                                  .findings = &judged.findings,
                                  .answers = judged.answers,
                                  .cures = judged.cures,
                                  .comparison = compare_layers(session),
                                  .simulation = simulator ? simulator_answer(simulator) : NULL,
                                  .tornado = simulated ? find_tornado(session, false) : NULL,
                                  .awaited = awaited_find(&session->statements, session->plan, session->arena) };
    if (!parts.tornado)
        parts.tenths = find_tornado(session, true);
    struct doc *doc = session_doc(session);
    report_contents(doc, &parts);
    return write_doc(session, doc, EXIT_HOLDS);
}

#include "simulate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/contents/sensitivity.h>
#include <medfin/contents/simulate.h>
#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/simulate/clash.h>
#include <medfin/simulate/simulate.h>
#include <medfin/simulate/simulator.h>
#include <medfin/system/reason.h>
#include <medfin/system/thread.h>

#include "aims.h"
#include "commands.h"
#include "compare.h"
#include "options.h"
#include "output.h"
#include "progress.h"

enum { USUAL_TRIALS = 100000, USUAL_SEED = 1 };

/* The option is named with the one that lets it take fewer. */
static int64_t read_count(struct session *session)
{
    const struct request *given = &session->request;
    if (given->samples)
        return choose_whole(session, "--samples --trials", given->trials, 1, MOST_SAMPLED_TRIALS);
    if (given->command->run == compare_run)
        return choose_whole(session, "--trials", given->trials, 1, MOST_SAMPLED_TRIALS);
    if (given->exact)
        return choose_whole(session, "--exact --trials", given->trials, 1, MOST_EXACT_TRIALS);
    return choose_whole(session, "--trials", given->trials, 1, MOST_TRIALS);
}

bool read_trials(struct session *session, struct simulation_request *request)
{
    const struct request *given = &session->request;
    int64_t trials = given->trials ? read_count(session) : USUAL_TRIALS;
    int64_t seed = given->seed ? choose_whole(session, "--seed", given->seed, 0, INT64_MAX) : USUAL_SEED;
    int processors = processor_count();
    int64_t threads = given->threads              ? choose_whole(session, "--threads", given->threads, 1, MOST_THREADS)
                      : processors > MOST_THREADS ? MOST_THREADS
                                                  : processors;
    *request = (struct simulation_request){ .trials = trials,
                                            .seed = (uint64_t)seed,
                                            .threads = (int)threads,
                                            .statements = &session->statements,
                                            .exact = given->exact,
                                            .by_payer = given->samples };
    return trials >= 0 && seed >= 0 && threads >= 0;
}

/* As JSON names them. */
static const char *sampled_name(struct session *session, const struct simulated_figure *figure)
{
    const struct figure of = simulated_as(figure);
    return figure_path(session->arena, &of);
}

static bool is_sampled(const struct simulated_figure *figure)
{
    return figure->is_year && !figure->reading.unknown;
}

static const char *value_plain(struct session *session, const struct simulated_value *value, double number)
{
    const struct value *stated = &value->fact->value;
    bool is_percent = stated->is_share || stated->kind == VALUE_PERCENT || stated->kind == VALUE_PERCENT_OR_NAME;
    if (stated->kind == VALUE_STATUS || stated->kind == VALUE_COUNT)
        return arena_text(session->arena, "%lld", (long long)number);
    if (is_percent || stated->kind == VALUE_NUMBER)
        return arena_text(session->arena, "%.9f", number / SHARE_ONE);
    return money_plain(session->arena, (money)number, '.');
}

/* Every trial on a line: its values in their units, a status as 1 or 0, and the years' figures.
   The texts of a block go with its arena. */
static int write_samples(struct session *session, struct simulator *simulator)
{
    const struct simulation *simulation = simulator_answer(simulator);
    struct arena *kept = session->arena;
    struct text out = text_new(kept);
    text_add(&out, "trial");
    for (int v = 0; v < simulation->value_count; v++)
        text_addf(&out, ",%s", statement_path(kept, simulation->values[v].fact->by, LANGUAGE_EN));
    for (int i = 0; i < simulation->figure_count; i++)
        if (is_sampled(&simulation->figures[i]))
            text_addf(&out, ",%s", sampled_name(session, &simulation->figures[i]));
    for (int64_t first = 0; first < simulation->trials; first += BLOCK) {
        const struct trial_block block = simulator_block(simulator, (uint64_t)first);
        session->arena = arena_like(kept);
        for (int t = 0; t < BLOCK && first + t < simulation->trials; t++) {
            text_addf(&out, "\n%lld", (long long)(first + t));
            for (int v = 0; v < simulation->value_count; v++)
                text_addf(&out, ",%s", value_plain(session, &simulation->values[v], block.values[v][t]));
            for (int i = 0; i < simulation->figure_count; i++)
                if (is_sampled(&simulation->figures[i]))
                    text_addf(&out, ",%.2f", reading_in(&simulation->figures[i].reading, &block, t) / (double)KRONA);
        }
        arena_free(session->arena);
        session->arena = kept;
    }
    text_add(&out, "\n");
    return write_answer(session, session->request.samples, out.bytes, out.size, EXIT_HOLDS);
}

static void tell_clash(struct session *session, const struct project *project)
{
    struct clash clash;
    if (!clash_find(project, session->language, &clash, session->arena)) {
        session_complain(session, DIAG_CORRELATIONS, NULL);
        return;
    }
    bool has_bounds = clash.low <= clash.high;
    const char *low = has_bounds ? number_text(session->arena, clash.low, session->language) : NULL;
    const char *high = has_bounds ? number_text(session->arena, clash.high, session->language) : NULL;
    const struct place first = clash.said[0]->by->key_place, second = clash.said[1]->by->key_place;
    if (clash.said[2])
        diag_add(session->diags, DIAG_CORRELATION_CLASH, clash.said[2]->by->key_place,
                 ARGS(arg_place(first), arg_place(second), arg_text(low), arg_text(high)));
    else
        diag_add(session->diags, DIAG_CORRELATION_UNSTATED, second,
                 ARGS(arg_place(first), arg_text(arena_text(session->arena, "%s, %s", clash.paths[0], clash.paths[1])),
                      arg_text(low), arg_text(high)));
}

struct simulator *run_trials(struct session *session, struct simulation_request *request)
{
    struct progress_shown shown;
    request->progress = progress_begin(&shown, session);
    struct simulator *simulator = simulator_new(request, session->arena);
    if (!simulator) {
        tell_clash(session, request->project);
        return NULL;
    }
    simulator_run(simulator, request);
    progress_end(&shown);
    return simulator;
}

int simulate_run(struct session *session)
{
    struct simulation_request request;
    if (!read_trials(session, &request))
        return EXIT_USAGE;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    request.project = session->project;
    struct simulator *simulator = run_trials(session, &request);
    if (!simulator)
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    simulate_contents(doc, simulator_answer(simulator));
    /* The document first: what another program is to make of it may be refused, and nothing is written then. */
    int status = write_doc(session, doc, EXIT_HOLDS);
    return status == EXIT_HOLDS && request.by_payer ? write_samples(session, simulator) : status;
}

/* Without anything uncertain, and with --all, every stated figure a tenth less and more. */
int sensitivity_run(struct session *session)
{
    struct asked_figure figure;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    if (!read_asked(session, session->request.by.said ? session->request.by.said : "gap", NULL, &figure))
        return EXIT_USAGE;
    bool by_tenths = session->request.all || !project_uncertain(session->project, session->arena).count;
    struct progress_shown shown;
    const struct progress *progress = progress_begin(&shown, session);
    const struct tornado tornado =
        tornado_find(&session->statements, session->project, &figure, by_tenths, INT_MAX, progress, session->arena);
    progress_end(&shown);
    struct doc *doc = session_doc(session);
    sensitivity_contents(doc, session->plan, &tornado);
    return write_doc(session, doc, EXIT_HOLDS);
}

#include <medfin/base/text.h>
#include <medfin/simulate/simulator.h>
#include <medfin/versions/folder.h>
#include <medfin/versions/frozen.h>
#include <medfin/versions/manifest_read.h>
#include <medfin/versions/verify.h>
#include <medfin/whatif/trial.h>

#include "../commands.h"
#include "../freeze.h"
#include "../output.h"
#include "../simulate.h"

/* As many as a report makes. */
enum { TRIALS_OF_MANIFEST = 10000 };

/* The trials that were asked for, or that uncertain values ask for; false after a fault. */
static bool run_chances(struct session *session, struct frozen *frozen)
{
    struct simulation_request request;
    const struct request *given = &session->request;
    if (!read_trials(session, &request))
        return false;
    const bool is_asked = given->trials || given->seed || given->threads;
    if (!is_asked && !project_varies(session->project, session->arena))
        return true;
    request.project = session->project;
    request.trials = given->trials ? request.trials : TRIALS_OF_MANIFEST;
    const struct simulator *simulator = run_trials(session, &request);
    frozen->simulation = simulator ? simulator_answer(simulator) : NULL;
    return simulator != NULL;
}

/* Of the session's project, from files that were read behind the first `read` of all. */
static struct frozen frozen_now(struct session *session, const char *manifest, int read)
{
    const struct request *request = &session->request;
    return (struct frozen){ .medfin = session->version,
                            .language = session->language,
                            .folder = folder_of(session->arena, manifest),
                            .named = request->words.items,
                            .named_count = request->words.count,
                            .settings = request->settings.items,
                            .setting_count = request->settings.count,
                            .scenario = request->scenario.number == SCENARIO_SECURED ? "secured" : NULL,
                            .read = session->read.items + read,
                            .read_count = session->read.count - read,
                            .statements = &session->statements,
                            .said = session->said };
}

/* With its verdicts and chances; false after a fault. */
static bool work_out(struct session *session, struct frozen *frozen)
{
    finding_list *findings = arena_take(session->arena, 1, sizeof *findings);
    rules_run(session->plan, findings, session->arena);
    frozen->plan = session->plan;
    frozen->findings = findings;
    return run_chances(session, frozen);
}

/* Whoever gets the manifest has what lies beside it. */
static bool named_are_inside(struct session *session)
{
    const char *output = session->request.output, *folder = folder_of(session->arena, output);
    for (int i = 0; i < session->request.words.count; i++) {
        const char *path = session->request.words.items[i];
        if (!path_leaves(folder_sees(session->arena, folder, path)))
            continue;
        session_complain(session, DIAG_FREEZE_OUTSIDE,
                         ARGS(arg_text(path), arg_text(arena_text(session->arena, "-o %sbeslut.manifest",
                                                                  folder_of(session->arena, path)))));
        return false;
    }
    return true;
}

int freeze_run(struct session *session)
{
    const argument_list *words = &session->request.words;
    struct simulation_request trials;
    if (!named_are_inside(session) || !read_trials(session, &trials))
        return EXIT_USAGE;
    if (!session_read(session, words->items, words->count))
        return EXIT_INPUT;
    struct frozen frozen = frozen_now(session, session->request.output, 0);
    if (!work_out(session, &frozen))
        return EXIT_INPUT;
    const entry_list entries = frozen_entries(&frozen, session->arena);
    const char *about =
        tr(N_("; What was decided from, as medfin freeze found it: medfin verify FILE tells whether it "
              "still is so.\n; Nothing here is to be changed by hand. Digests are SHA-256 of texts with "
              "LF as line ends.\n"));
    return write_new(session, manifest_text(&entries, about, session->arena));
}

/* What was asked for then is asked for again. */
static void ask_again(struct session *session, const entry_list *decided, const char *folder)
{
    struct request *request = &session->request;
    request->words.count = 0;
    for (int i = 0; i < decided->count; i++) {
        const struct manifest_entry *entry = &decided->items[i];
        if (entry->part == PART_NAMED)
            *list_add(&request->words, session->arena) = arena_text(session->arena, "%s%s", folder, entry->value);
        if (entry->part == PART_SET)
            *list_add(&request->settings, session->arena) = entry->value;
    }
    const char *scenario = manifest_head(decided, "scenario");
    if (scenario)
        request->scenario = (struct option_choice){ scenario, SCENARIO_SECURED };
    request->seed = manifest_head(decided, "seed");
    request->trials = manifest_head(decided, "trials");
}

int verify_run(struct session *session)
{
    struct request *request = &session->request;
    entry_list decided = { 0 };
    if (request->words.count != 1) {
        session_complain(session, DIAG_NO_MANIFEST, NULL);
        return EXIT_USAGE;
    }
    const char *manifest = request->words.items[0];
    const struct source *source = source_read(manifest, &session->read, session->arena, session->diags);
    if (!source || !manifest_read(source, &decided, session->arena, session->diags))
        return EXIT_SYSTEM;
    const int read = session->read.count;
    ask_again(session, &decided, folder_of(session->arena, manifest));
    if (!session_read(session, request->words.items, request->words.count))
        return EXIT_INPUT;
    struct frozen frozen = frozen_now(session, manifest, read);
    if (!work_out(session, &frozen))
        return EXIT_INPUT;
    const entry_list now = frozen_entries(&frozen, session->arena);
    struct doc *doc = session_doc(session);
    const struct verified verified = { &decided, &now, session->version, session->project };
    const bool is_so = verify_contents(doc, &verified);
    return write_doc(session, doc, is_so ? EXIT_HOLDS : EXIT_UNVERIFIED);
}

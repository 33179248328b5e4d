/* compare: each scenario file is a column of its own, on top of the same project. */

#include "session.h"

#include <string.h>

#include <medfin/read/read.h>

/* "utan-1-1-medel" of "scenarios/x/utan-1-1-medel.ini". */
static const char *stem(struct session *session, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    return arena_copy(session->arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

/* The title that the scenario's own file gives it; the last said holds. */
static const char *title_of(const struct scenario_case *scenario)
{
    const char *title = scenario->id;
    for (int i = scenario->own; i < scenario->statements.count; i++) {
        const struct statement *statement = &scenario->statements.items[i];
        bool says = statement->section == SECTION_SCENARIO && statement->key && !statement->broken &&
                    strcmp(statement->key->name, "title") == 0;
        title = says ? statement->value.text : title;
    }
    return title;
}

/* A project is what holds [project]; found by reading each file alone, whatever is wrong with it. */
static bool is_project(struct session *session, const char *path)
{
    statement_list statements = { 0 };
    read_files(&path, 1, &statements, session->arena, diags_new(session->arena));
    for (int i = 0; i < statements.count; i++)
        if (statements.items[i].section == SECTION_PROJECT && statements.items[i].layer == 0)
            return true;
    return false;
}

/* Two files of one name, and one called base, still need keys of their own. */
static const char *own_id(struct session *session, const struct scenario_case *cases, int count, const char *name)
{
    const char *id = name;
    int same = 1;
    for (int i = 0; i < count; i++)
        if (strcmp(cases[i].id, id) == 0) {
            id = arena_text(session->arena, "%s-%d", name, ++same);
            i = -1;
        }
    return id;
}

static void read_case(struct session *session, struct scenario_case *scenario, const char *project, const char *file)
{
    const char *files[] = { project, file };
    read_files(files, file ? 2 : 1, &scenario->statements, session->arena, session->diags);
    scenario->own = scenario->statements.count;
    for (int i = scenario->statements.count - 1; i >= 0 && scenario->statements.items[i].layer > 0; i--)
        scenario->own = i;
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &scenario->statements, session->arena, session->diags);
    scenario->id = file ? stem(session, file) : "base";
}

static bool judge_case(struct session *session, struct scenario_case *scenario)
{
    if (diags_errors(session->diags))
        return false;
    if (!project_build(scenario->statements.items, scenario->statements.count, session->arena, session->diags))
        return false;
    scenario->trial = trial_run(&scenario->statements, NULL, session->arena);
    return scenario->trial.project != NULL;
}

/* Every combination of answers from the funders that have not decided. */
static int outcomes_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    int undecided = outcomes_undecided(session->project);
    if (undecided > MOST_UNDECIDED) {
        session_complain(session, DIAG_TOO_MANY_UNDECIDED, ARGS(arg_count(undecided), arg_count(MOST_UNDECIDED)));
        return EXIT_USAGE;
    }
    const struct outcomes outcomes = outcomes_find(&session->statements, session->project, session->arena);
    struct doc *doc = session_doc(session);
    outcomes_contents(doc, session->plan, &outcomes);
    return write_doc(session, doc, EXIT_HOLDS);
}

int compare_run(struct session *session)
{
    const struct request *request = &session->request;
    if (request->given & OPTION_OUTCOMES)
        return outcomes_run(session);
    const struct compared_figure *only = NULL;
    if (request->by && !(only = read_figure(session, request->by)))
        return EXIT_USAGE;
    const char *project = NULL;
    for (int i = 0; i < request->words.count && !project; i++)
        project = is_project(session, request->words.items[i]) ? request->words.items[i] : NULL;
    if (!request->words.count) {
        session_complain(session, DIAG_NO_FILE, ARGS(arg_text(request->command->name)));
        return EXIT_USAGE;
    }
    struct scenario_case *cases = arena_take(session->arena, (size_t)request->words.count + 1, sizeof *cases);
    int count = 0;
    read_case(session, &cases[count++], project ? project : request->words.items[0], NULL);
    session_adopt_language(session, &cases[0].statements);
    cases[0].title = tr(N_("The project"));
    for (int i = 0; i < request->words.count; i++)
        if (request->words.items[i] != project) {
            struct scenario_case *scenario = &cases[count];
            read_case(session, scenario, project, request->words.items[i]);
            scenario->title = title_of(scenario);
            scenario->id = own_id(session, cases, count++, scenario->id);
        }
    for (int i = 0; i < count; i++)
        if (!judge_case(session, &cases[i]))
            return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    const struct comparison comparison = { cases, count, only };
    compare_contents(doc, &comparison);
    return write_doc(session, doc, EXIT_HOLDS);
}

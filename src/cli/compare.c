#include "compare.h"

#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/base/path.h>
#include <medfin/books/books.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/odds.h>
#include <medfin/contents/outcomes.h>
#include <medfin/model/blame.h>
#include <medfin/model/payer.h>
#include <medfin/papers/comparison.h>
#include <medfin/papers/quoted.h>
#include <medfin/read/setting.h>
#include <medfin/simulate/simulator.h>
#include <medfin/system/file_kind.h>
#include <medfin/system/path.h>
#include <medfin/workbook/changed.h>

#include "aims.h"
#include "commands.h"
#include "options.h"
#include "output.h"
#include "progress.h"
#include "simulate.h"
#include "workbook.h"

/* The title that the scenario's own file gives it; the last said holds. */
const char *statements_title(const statement_list *statements, const char *otherwise)
{
    const char *title = otherwise;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
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
    read_project(&path, 1, &statements, &session->read, session->arena, diags_new(session->arena));
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

/* The words for the two scenarios that are always there, unless a file has that name; a folder
   cannot be read on top. */
static bool is_word(const char *name, const char *word, const char *swedish)
{
    if (strcmp(name, word) != 0 && strcmp(name, swedish) != 0)
        return false;
    enum file_kind kind = file_kind(name);
    return kind == FILE_NONE || kind == FILE_FOLDER;
}

static void add_settings(struct session *session, struct scenario_case *scenario)
{
    scenario->settings = scenario->statements.count;
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &scenario->statements, session->arena, session->diags);
}

/* False after a fault. */
static bool build_case(struct session *session, struct scenario_case *scenario)
{
    if (diags_errors(session->diags))
        return false;
    scenario->trial.project =
        project_build_blaming(scenario->statements.items, scenario->statements.count, session->arena, session->diags);
    if (!scenario->trial.project)
        return false;
    scenario->trial.plan = plan_build(scenario->trial.project, session->arena);
    return quoted_check(scenario->trial.plan, session->diags);
}

/* "antaganden.ini" of "project.ini, antaganden.ini". */
static bool is_listed(const char *files, const char *path)
{
    const char *name = path_name(path);
    const size_t size = strlen(name);
    for (const char *at = strstr(files, name); at; at = strstr(at + 1, name))
        if ((at == files || at[-1] == ' ') && (!at[size] || at[size] == ','))
            return true;
    return false;
}

/* A workbook stands on those of the named files that it was written of. */
static void add_workbook(struct session *session, struct scenario_case *scenario, const char *project,
                         const char *workbook)
{
    const argument_list *words = &session->request.words;
    const char *files = workbook_files(workbook, session->arena);
    argument_list below = { 0 };
    *list_add(&below, session->arena) = project;
    for (int i = 0; i < words->count; i++)
        if (words->items[i] != project && !names_workbook(words->items[i]) && is_listed(files, words->items[i]))
            *list_add(&below, session->arena) = words->items[i];
    read_project(below.items, below.count, &scenario->statements, &session->read, session->arena, session->diags);
    if (diags_errors(session->diags))
        return;
    /* What it warns of is told of the whole. */
    struct diags *diags = diags_new(session->arena);
    const struct project *built =
        project_build_blaming(scenario->statements.items, scenario->statements.count, session->arena, diags);
    if (!built)
        diags_add_all(session->diags, diags);
    const argument_list one = { .items = &workbook, .count = 1 };
    statement_list changed = { 0 };
    if (!built || !read_workbooks(session, built, &scenario->statements, &one, &changed))
        return;
    for (int i = 0; i < changed.count; i++)
        *list_add(&scenario->statements, session->arena) = changed.items[i];
}

static void add_files(struct session *session, struct scenario_case *scenario, const char *project, const char *file)
{
    if (file && names_workbook(file)) {
        add_workbook(session, scenario, project, file);
        return;
    }
    const char *files[] = { project, file };
    read_project(files, file ? 2 : 1, &scenario->statements, &session->read, session->arena, session->diags);
}

static bool read_base(struct session *session, struct scenario_case *scenario, const char *project)
{
    add_files(session, scenario, project, NULL);
    add_settings(session, scenario);
    scenario->id = "base";
    scenario->title = tr(N_("The project"));
    return build_case(session, scenario);
}

static bool read_scenario(struct session *session, struct scenario_case *scenario, const char *project,
                          const char *file)
{
    add_files(session, scenario, project, file);
    scenario->id = file_stem(session->arena, file);
    scenario->title = statements_title(&scenario->statements, scenario->id);
    add_settings(session, scenario);
    return build_case(session, scenario);
}

/* What it is compared with, but only with the money that is secured. */
static bool read_secured(struct session *session, struct scenario_case *scenario, const struct scenario_case *of)
{
    for (int i = 0; i < of->settings; i++)
        *list_add(&scenario->statements, session->arena) = of->statements.items[i];
    project_secured_only(of->trial.project, &scenario->statements, session->arena);
    add_settings(session, scenario);
    scenario->id = "secured";
    scenario->title = text_capital(session->arena, tr(N_("only what is secured")));
    return build_case(session, scenario);
}

/* Number `at` of the columns; false after a fault. */
static bool read_column(struct session *session, struct scenario_case *cases, int at, const char *project,
                        const char *name)
{
    if (is_word(name, "base", "grund"))
        return read_base(session, &cases[at], project);
    if (!is_word(name, "secured", "säkrat"))
        return read_scenario(session, &cases[at], project, name);
    struct scenario_case base = { 0 };
    if (!at && !read_base(session, &base, project))
        return false;
    return read_secured(session, &cases[at], at ? &cases[0] : &base);
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
    struct progress_shown shown;
    const struct outcomes outcomes =
        outcomes_find(&session->statements, session->project, progress_begin(&shown, session), session->arena);
    progress_end(&shown);
    struct doc *doc = session_doc(session);
    const struct safe_start start = safe_start_find(&session->statements, session->plan, session->arena);
    outcomes_contents(doc, session->plan, &outcomes, &start);
    return write_doc(session, doc, EXIT_HOLDS);
}

static int number_of(const plan_figure_list *list, const struct figure *figure)
{
    for (int i = 0; i < list->count; i++)
        if (figure_same(&list->items[i], figure))
            return i;
    return -1;
}

/* What one of the plans has by that path; the others may lack it. */
static bool find_figure(const struct comparison *comparison, const char *path, struct figure *figure)
{
    for (int i = 0; i < comparison->count; i++)
        if (figure_find(comparison->cases[i].trial.plan, path, figure) == FIGURE_FOUND)
            return figure->time == TIME_TOTAL;
    return false;
}

/* The figure in all, as the comparison has each by year too; a new one behind those that it has. −1 where the path
   names none. */
static int take_figure(struct session *session, struct comparison *comparison, const char *path)
{
    struct figure figure;
    if (!find_figure(comparison, path, &figure))
        return -1;
    int number = number_of(&comparison->figures, &figure);
    if (number < 0) {
        number = comparison->figures.count;
        *list_add(&comparison->figures, session->arena) = figure;
    }
    return number;
}

typedef LIST(int) number_list;

static const bool *marks_of(struct session *session, const struct comparison *comparison, const number_list *numbers)
{
    bool *marks = arena_take(session->arena, (size_t)comparison->figures.count, sizeof *marks);
    for (int i = 0; i < numbers->count; i++)
        marks[numbers->items[i]] = true;
    return marks;
}

/* The figures that --by names; false after a fault. */
static bool read_split(struct session *session, struct comparison *comparison, number_list *numbers)
{
    for (const char *const *word = read_names(session, session->request.by.said); *word; word++) {
        int number = take_figure(session, comparison, *word);
        struct asked_figure asked;
        if (number < 0) {
            session->plan = comparison->cases[0].trial.plan;
            session->project = comparison->cases[0].trial.project;
            if (read_asked(session, *word, NULL, &asked))
                session_complain(session, DIAG_COMPARED_FIGURE, ARGS(arg_text(*word)));
            return false;
        }
        *list_add(numbers, session->arena) = number;
    }
    return true;
}

/* What the names of --only choose: figures, and a mark for each rule and scenario. */
struct chosen {
    number_list figures;
    bool *rules, *cases;
};

/* A figure and a rule may have one name. */
static void offer(struct session *session, argument_list *names, const char *english, const char *swedish)
{
    const char *name = session->language == LANGUAGE_SV ? swedish : english;
    for (int i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return;
    *list_add(names, session->arena) = name;
}

/* What --only can choose, in the reader's language. */
static const char *const *offered(struct session *session, const struct comparison *comparison)
{
    argument_list names = { 0 };
    const plan_figure_list compared = compared_figures(session->arena);
    for (int f = 0; f < compared.count; f++)
        offer(session, &names, compared.items[f].row->path, compared.items[f].row->swedish);
    for (int r = 0; r < rule_count; r++)
        offer(session, &names, rule_rows[r].id, rule_rows[r].swedish);
    for (int i = 0; i < comparison->count; i++)
        offer(session, &names, comparison->cases[i].id, comparison->cases[i].id);
    *list_add(&names, session->arena) = NULL;
    return names.items;
}

/* A name may be a figure's and a rule's. */
static bool choose_one(struct session *session, const char *word, struct comparison *comparison, struct chosen *chosen)
{
    int figure = take_figure(session, comparison, word);
    bool is_found = figure >= 0;
    if (is_found)
        *list_add(&chosen->figures, session->arena) = figure;
    struct asked_figure rule;
    bool is_rule = asked_rule_read(comparison->cases[0].trial.plan, word, &rule, session->arena) && !rule.which;
    if (is_rule)
        chosen->rules[rule.rule - rule_rows] = true;
    is_found = is_found || is_rule;
    for (int i = 0; i < comparison->count; i++) {
        bool is_named = strcmp(comparison->cases[i].id, word) == 0;
        chosen->cases[i] = chosen->cases[i] || is_named;
        is_found = is_found || is_named;
    }
    return is_found || choose(session, "--only", word, offered(session, comparison)) >= 0;
}

/* Leaves in the comparison what is named; what the others are compared with stays. */
static bool read_only(struct session *session, struct comparison *comparison, struct scenario_case *cases)
{
    const size_t columns = (size_t)comparison->count;
    struct chosen chosen = { .rules = arena_take(session->arena, (size_t)rule_count, sizeof(bool)),
                             .cases = arena_take(session->arena, columns, sizeof(bool)) };
    for (const char *const *word = read_names(session, session->request.only.said); *word; word++)
        if (!choose_one(session, *word, comparison, &chosen))
            return false;
    if (chosen.figures.count || marks_count(chosen.rules, rule_count)) {
        comparison->shown = marks_of(session, comparison, &chosen.figures);
        comparison->rules = chosen.rules;
        comparison->split = comparison->asked = comparison->shown;
    }
    bool is_any = marks_count(chosen.cases, comparison->count);
    int kept = 1;
    for (int i = 1; i < comparison->count; i++)
        if (!is_any || chosen.cases[i])
            cases[kept++] = cases[i];
    comparison->count = kept;
    return true;
}

/* The columns by name: what the others are compared with, then what is named. The two that
   are always there stand in where nothing else is to be compared. */
static const char *const *column_names(struct session *session, const char *project)
{
    const struct request *request = &session->request;
    LIST(const char *) names = { 0 };
    bool stated = request->against && !is_project(session, request->against);
    *list_add(&names, session->arena) = stated ? request->against : "base";
    for (int i = 0; i < request->words.count; i++)
        if (request->words.items[i] != project && strcmp(request->words.items[i], names.items[0]) != 0)
            *list_add(&names, session->arena) = request->words.items[i];
    const char *other = is_word(names.items[0], "base", "grund") ? "secured" : "base";
    if (names.count == 1)
        *list_add(&names, session->arena) = other;
    *list_add(&names, session->arena) = NULL;
    return names.items;
}

static const char *project_named(struct session *session)
{
    const struct request *request = &session->request;
    for (int i = 0; i < request->words.count; i++)
        if (is_project(session, request->words.items[i]))
            return request->words.items[i];
    return request->words.items[0];
}

/* Every combination has its own figures, rules and order. */
static bool takes_outcomes(struct session *session)
{
    const struct request *request = &session->request;
    if (!request->outcomes)
        return false;
    const size_t *columns = OPTIONS(OPTION(by), OPTION(against), OPTION(before), OPTION(only), OPTION(trials),
                                    OPTION(seed), OPTION(threads));
    for (const struct option_row *row = option_rows; row->name; row++)
        if (option_is_given(request, row) && options_have(columns, row->field))
            session_complain(session, DIAG_OPTION_NOT_TAKEN, ARGS(arg_text(row->name), arg_text("compare --outcomes")));
    return true;
}

static int read_cases(struct session *session, struct scenario_case **cases, int *count)
{
    const char *project = project_named(session);
    const char *const *names = column_names(session, project);
    for (*count = 0; names[*count]; ++*count)
        ;
    *cases = arena_take(session->arena, (size_t)*count, sizeof **cases);
    struct scenario_case base = { 0 };
    read_project(&project, 1, &base.statements, &session->read, session->arena, diags_new(session->arena));
    session_adopt_language(session, &base.statements);
    for (int i = 0; i < *count; i++) {
        if (!read_column(session, *cases, i, project, names[i]))
            return EXIT_INPUT;
        trial_judge(&(*cases)[i].trial, NULL, session->arena);
        (*cases)[i].id = own_id(session, *cases, i, (*cases)[i].id);
    }
    return session_may_answer(session) ? EXIT_HOLDS : EXIT_SYSTEM;
}

static bool is_known(const struct scenario_case *scenario)
{
    const struct figure gap = { .row = figure_row("gap") };
    return cell_is_known(figure_cell(scenario->trial.plan, &gap));
}

/* Where the project as it stands cannot be computed, the first scenario that can is what the others are compared with:
   its title, or NULL. */
static const char *give_way(struct scenario_case *cases, int *count)
{
    int first = 1;
    while (first < *count && !is_known(&cases[first]))
        first++;
    if (is_known(&cases[0]) || first == *count || *count < 3)
        return NULL;
    const char *title = cases[0].title;
    cases[0] = cases[first];
    --*count;
    for (int i = first; i < *count; i++)
        cases[i] = cases[i + 1];
    return title;
}

/* Each scenario in the same trials; false after a fault. */
static bool add_odds(struct session *session, struct doc *doc, const struct comparison *comparison,
                     struct simulation_request request)
{
    const struct simulation **simulations =
        arena_take(session->arena, (size_t)comparison->count, sizeof(struct simulation *));
    for (int i = 0; i < comparison->count; i++) {
        request.statements = &comparison->cases[i].statements;
        request.project = comparison->cases[i].trial.project;
        request.keeps_breaches = true;
        const struct simulator *simulator = run_trials(session, &request);
        if (!simulator)
            return false;
        simulations[i] = simulator_answer(simulator);
    }
    odds_contents(doc, comparison, simulations);
    return true;
}

/* A workbook is of what the others are compared with. */
static void take_first(struct session *session, const struct comparison *comparison)
{
    const struct scenario_case *first = &comparison->cases[0];
    session->compared = comparison;
    session->plan = first->trial.plan;
    session->project = first->trial.project;
    session->statements = first->statements;
    session->said = first->statements.count;
}

int compare_run(struct session *session)
{
    const struct request *request = &session->request;
    if (!request->words.count) {
        session_complain(session, DIAG_NO_FILE, ARGS(arg_text(request->command->name)));
        return EXIT_USAGE;
    }
    struct simulation_request trials;
    if (request->outcomes && wants_workbook(request))
        session_complain(session, DIAG_OUTCOMES_WORKBOOK, NULL);
    if (takes_outcomes(session))
        return diags_errors(session->diags) ? EXIT_USAGE : outcomes_run(session);
    if (!read_trials(session, &trials))
        return EXIT_USAGE;
    struct scenario_case *cases;
    struct comparison comparison = { 0 };
    comparison.by_path = request->before.count > 0;
    int status = comparison.by_path ? read_versions(session, &cases, &comparison.count)
                                    : read_cases(session, &cases, &comparison.count);
    if (status != EXIT_HOLDS)
        return status;
    struct doc *doc = session_doc(session);
    /* Programs are told of all that they ask for. */
    const bool is_open = doc->for_people && !request->against && !request->by.said && !request->only.said;
    const char *gave_way = is_open ? give_way(cases, &comparison.count) : NULL;
    comparison.cases = cases;
    comparison.figures = compared_figures(session->arena);
    number_list split = { 0 };
    if ((request->by.said && !read_split(session, &comparison, &split)) ||
        (request->only.said && !read_only(session, &comparison, cases)))
        return EXIT_USAGE;
    if (request->by.said)
        comparison.split = comparison.asked = marks_of(session, &comparison, &split);
    else if (!comparison.split)
        comparison.split = figures_split(&comparison, session->arena);
    if (request->by.said || request->only.said)
        compare_contents(doc, &comparison);
    else
        comparison_contents(doc, &comparison, gave_way);
    if ((request->trials || request->seed || request->threads) && !add_odds(session, doc, &comparison, trials))
        return EXIT_INPUT;
    take_first(session, &comparison);
    return write_doc(session, doc, EXIT_HOLDS);
}

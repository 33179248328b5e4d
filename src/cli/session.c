/* Reading what the command line names, in the language that fits. */

#include "session.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/text.h>
#include <medfin/books/book_checks.h>
#include <medfin/books/books.h>
#include <medfin/model/blame.h>
#include <medfin/model/payer.h>
#include <medfin/papers/quoted.h>
#include <medfin/read/setting.h>
#include <medfin/system/file_write.h>
#include <medfin/system/path.h>
#include <medfin/system/reason.h>
#include <medfin/system/user_language.h>
#include <medfin/whatif/compare.h>
#include <medfin/whatif/trial.h>
#include <medfin/workbook/changed.h>

#include "commands.h"
#include "follow.h"
#include "output.h"

const char standard_output[] = N_("standard output");

void session_complain(struct session *session, enum diag_id id, const struct diag_arg *args)
{
    diag_add(session->diags, id, (struct place){ 0 }, args);
}

static enum language locale_language(void)
{
    const char *said = user_language();
    return said && strncmp(said, "sv", 2) == 0 ? LANGUAGE_SV : LANGUAGE_EN;
}

void session_speak(struct session *session, enum language language)
{
    session->language = language;
    language_speak(language);
}

void session_language(struct session *session)
{
    const struct option_choice *lang = &session->request.lang;
    enum language stated = lang->number == LANGUAGE_EN ? LANGUAGE_EN : LANGUAGE_SV;
    session_speak(session, lang->said ? stated : locale_language());
}

void session_adopt_language(struct session *session, const statement_list *statements)
{
    if (session->request.lang.said || !statements->count)
        return;
    enum language language = LANGUAGE_SV;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        bool speaks = statement->section == SECTION_PROJECT || statement->section == SECTION_PORTFOLIO;
        bool says = speaks && statement->key && !statement->broken && strcmp(statement->key->name, "language") == 0;
        if (says)
            language = (enum language)statement->value.number;
    }
    session_speak(session, language);
}

/* What the command line names: texts, and workbooks that were given back. */
struct named_files {
    argument_list texts, workbooks;
};

static const struct project *build(struct session *session)
{
    return project_build_blaming(session->statements.items, session->statements.count, session->arena, session->diags);
}

/* What more is to be put on top of: its warnings are told of the whole. */
static const struct project *build_below(struct session *session)
{
    struct diags *told = session->diags;
    session->diags = diags_new(session->arena);
    const struct project *project = build(session);
    if (!project)
        diags_add_all(told, session->diags);
    session->diags = told;
    return project;
}

static void read_settings(struct session *session)
{
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &session->statements, session->arena, session->diags);
}

bool names_workbook(const char *path)
{
    static const char ending[] = ".xlsx";
    size_t size = strlen(path), length = sizeof ending - 1;
    return size > length && text_same(path + size - length, ending);
}

/* Workbooks alone are read as files, which says that they are no project. */
static struct named_files named_files(struct session *session, const char *const *files, int count)
{
    struct named_files named = { 0 };
    for (int i = 0; i < count; i++)
        *list_add(names_workbook(files[i]) ? &named.workbooks : &named.texts, session->arena) = files[i];
    if (!named.texts.count) {
        named.texts = named.workbooks;
        named.workbooks.count = 0;
    }
    return named;
}

static int next_layer(const statement_list *statements)
{
    int layer = 1;
    for (int i = 0; i < statements->count; i++)
        layer = statements->items[i].layer >= layer ? statements->items[i].layer + 1 : layer;
    return layer;
}

const char *session_files(struct session *session)
{
    const statement_list said = { .items = session->statements.items, .count = session->said };
    return files_of(session, &said);
}

const char *files_of(struct session *session, const statement_list *statements)
{
    struct text files = text_new(session->arena);
    struct names seen = { 0 };
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        const struct source *source = statement->place.source;
        if (!source || statement->from_table || statement->rows)
            continue;
        bool is_file = !statement->is_setting || source->sheet;
        const char *name =
            is_file ? path_name(source->name) : arena_text(session->arena, "%s %s", source->name, source->bytes);
        if ((*names_number(&seen, name, session->arena))++ == 0)
            text_addf(&files, "%s%s", files.size ? ", " : "", name);
    }
    return files.bytes;
}

bool read_workbooks(struct session *session, const struct project *project, const statement_list *statements,
                    const argument_list *workbooks, statement_list *changed)
{
    struct given_back given = { .plan = plan_build(project, session->arena), .doc = session_doc(session) };
    int errors = diags_errors(session->diags);
    given.files = files_of(session, statements);
    given.layer = next_layer(statements);
    given.order = statements_next_order(statements);
    for (int i = 0; i < workbooks->count; i++) {
        given.path = workbooks->items[i];
        workbook_changed(&given, changed, &session->read, session->diags);
        given.layer++;
        given.order++;
    }
    return diags_errors(session->diags) == errors;
}

/* The project of the files as what the workbooks change is put on top, without the settings, which have the last word.
   False after a fault. */
static bool add_workbooks(struct session *session, const argument_list *workbooks)
{
    session->said = session->statements.count;
    session->project = session->below = build_below(session);
    session->files = session_files(session);
    if (!session->project ||
        !read_workbooks(session, session->project, &session->statements, workbooks, &session->changed))
        return false;
    int layer;
    /* The project below keeps the statements that it was made of. */
    session->statements = trial_statements(&session->statements, session->changed.count, &layer, session->arena);
    for (int i = 0; i < session->changed.count; i++)
        *list_add(&session->statements, session->arena) = session->changed.items[i];
    return true;
}

bool session_read(struct session *session, const char *const *files, int count)
{
    if (!count) {
        session_complain(session, DIAG_NO_FILE, ARGS(arg_text(session->request.command->name)));
        return false;
    }
    const struct named_files named = named_files(session, files, count);
    read_project(named.texts.items, named.texts.count, &session->statements, &session->read, session->arena,
                 session->diags);
    session_adopt_language(session, &session->statements);
    bool is_found = !diags_any(session->diags, DIAG_SYSTEM) && session->statements.count;
    if (is_found && named.workbooks.count && !add_workbooks(session, &named.workbooks))
        return false;
    read_settings(session);
    /* What could not be opened explains itself; of what could, every fault is told. */
    if (!is_found || diags_any(session->diags, DIAG_SYSTEM))
        return false;
    session->said = session->statements.count;
    bool is_secured = session->request.scenario.number == SCENARIO_SECURED;
    session->project = is_secured ? build_below(session) : build(session);
    if (session->project && is_secured) {
        project_secured_only(session->project, &session->statements, session->arena);
        session->project = build(session);
    }
    if (session->project) {
        books_check(session->project, session->arena, session->diags);
        if (session->request.command->run != follow_up_run || session->request.output)
            books_unmapped_check(session->project, session->arena, session->diags);
        session->plan = plan_build(session->project, session->arena);
        if (!quoted_check(session->plan, session->diags))
            return false;
    }
    return session->project && session_may_answer(session);
}

/* Where one of the answers goes; NULL is standard output. False after a fault. */
static bool may_write(struct session *session, const char *path, const char *option)
{
    struct file_identity target;
    int reason = path ? file_write_refusal(path) : 0;
    if (!reason)
        reason = file_identify_target(path, &target);
    if (reason && path)
        session_complain(session, DIAG_CANNOT_WRITE, ARGS(arg_text(path), arg_word(reason_text(reason))));
    const char *name = path ? path : tr(standard_output);
    for (int i = 0; i < session->read.count && !reason; i++)
        if (file_identity_same(&session->read.items[i].identity, &target)) {
            session_complain(session, DIAG_OUTPUT_READ, ARGS(arg_text(name), arg_text(option)));
            return false;
        }
    return !reason || !path;
}

static bool is_one_file(const char *one, const char *other)
{
    struct file_identity first, second;
    return file_identify_target(one, &first) == 0 && file_identify_target(other, &second) == 0 &&
           file_identity_same(&first, &second);
}

bool session_may_answer(struct session *session)
{
    const char *output = session->request.output, *samples = session->request.samples;
    if (!may_write(session, output, output ? "-o" : NULL) || (samples && !may_write(session, samples, "--samples")))
        return false;
    if (!samples || !is_one_file(output, samples))
        return true;
    session_complain(session, DIAG_OUTPUT_TWICE,
                     ARGS(arg_text(output ? output : tr(standard_output)), arg_text(samples)));
    return false;
}

const struct source *session_source(struct session *session, const char *path)
{
    const struct source *source = source_read(path, &session->read, session->arena, session->diags);
    return source && session_may_answer(session) ? source : NULL;
}

const struct funder *session_funder(struct session *session, const char *id)
{
    const struct section_list *funders = &session->project->of[SECTION_FUNDER];
    LIST(const char *) ids = { 0 };
    for (int i = 0; id && i < funders->count; i++) {
        *list_add(&ids, session->arena) = funders->items[i]->id;
        if (strcmp(funders->items[i]->id, id) == 0)
            return (const struct funder *)funders->items[i];
    }
    *list_add(&ids, session->arena) = NULL;
    if (id)
        session_complain(session, DIAG_NO_SUCH_FUNDER,
                         ARGS(arg_text(id), arg_text(text_nearest(id, ids.items, session->arena))));
    return NULL;
}

/* The last that is said of the project under that key; NULL: nothing. */
static const char *said_of_project(const statement_list *statements, const char *key)
{
    const char *said = NULL;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->section == SECTION_PROJECT && statement->key && !statement->broken &&
            strcmp(statement->key->name, key) == 0)
            said = statement->value.text;
    }
    return said;
}

/* False after a fault. */
static bool read_version(struct session *session, struct scenario_case *version, const argument_list *files)
{
    read_project(files->items, files->count, &version->statements, &session->read, session->arena, session->diags);
    session_adopt_language(session, &version->statements);
    version->settings = version->statements.count;
    for (int i = 0; i < session->request.settings.count; i++)
        read_setting(session->request.settings.items[i], &version->statements, session->arena, session->diags);
    if (diags_errors(session->diags))
        return false;
    version->trial.project =
        project_build_blaming(version->statements.items, version->statements.count, session->arena, session->diags);
    if (!version->trial.project)
        return false;
    version->trial.plan = plan_build(version->trial.project, session->arena);
    trial_judge(&version->trial, NULL, session->arena);
    return true;
}

/* Each by its number where both have one of their own. */
static void name_versions(struct session *session, struct scenario_case *cases)
{
    const char *was = said_of_project(&cases[0].statements, "version"),
               *is = said_of_project(&cases[1].statements, "version");
    const bool are_numbered = was && is && strcmp(was, is) != 0;
    cases[0].id = "before";
    cases[1].id = "now";
    cases[0].title = are_numbered ? arena_text(session->arena, tr(N_("Version %s")), was) : tr(N_("Earlier version"));
    cases[1].title = are_numbered ? arena_text(session->arena, tr(N_("Version %s")), is) : tr(N_("As it is now"));
}

/* What is read on top of the project now was read on top of it then too, unless another stack is named. */
static argument_list files_before(struct session *session)
{
    const struct request *request = &session->request;
    argument_list files = { 0 };
    for (int i = 0; i < request->before.count; i++)
        *list_add(&files, session->arena) = request->before.items[i];
    for (int i = 1; i < request->words.count && request->before.count == 1; i++)
        *list_add(&files, session->arena) = request->words.items[i];
    return files;
}

int read_versions(struct session *session, struct scenario_case **cases, int *count)
{
    const argument_list before = files_before(session);
    if (session->request.against) {
        session_complain(session, DIAG_BEFORE_AGAINST, NULL);
        return EXIT_USAGE;
    }
    *count = 2;
    *cases = arena_take(session->arena, 2, sizeof **cases);
    if (!read_version(session, &(*cases)[1], &session->request.words) || !read_version(session, *cases, &before))
        return EXIT_INPUT;
    name_versions(session, *cases);
    return session_may_answer(session) ? EXIT_HOLDS : EXIT_SYSTEM;
}

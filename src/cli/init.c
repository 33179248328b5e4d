/* init: what it begins with is a row of `beginnings`; without any of them it is the blank project. */

#include "init.h"

#include <string.h>

#include <medfin/model/blame.h>
#include <medfin/read/setting.h>
#include <medfin/start/answers.h>
#include <medfin/start/budget.h>
#include <medfin/start/questions.h>
#include <medfin/start/starters.h>
#include <medfin/start/variation.h>
#include <medfin/system/path.h>
#include <medfin/workbook/changed.h>

#include "options.h"
#include "output.h"
#include "questions.h"

static const char *blank_text(struct session *session)
{
    return template_text("blank", session->language);
}

static const char *like_text(struct session *session)
{
    return template_text(starter_rows[session->request.like.number].name, session->language);
}

/* For a project that can be read: of one that cannot, its faults are told. */
static const char *scenario_text(struct session *session)
{
    const char *path = session->request.scenario_of;
    if (!*path)
        return template_text("scenario", session->language);
    if (!session_read(session, &path, 1))
        return NULL;
    return variation_text(&session->statements, path_name(path), session->language, session->arena);
}

static const char *from_text(struct session *session)
{
    const struct request *request = &session->request;
    csv_alias_list columns = { 0 };
    for (int i = 0; i < request->columns.count; i++)
        if (!read_alias(request->columns.items[i], &columns, session->arena, session->diags))
            return NULL;
    struct budget_table table = { .name = path_name(request->from), .columns = &columns };
    if (workbook_is_own(request->from, session->arena)) {
        session_complain(session, DIAG_FROM_OWN, ARGS(arg_text(path_name(request->from))));
        return NULL;
    }
    table.grid = grid_load(request->from, request->sheet, &session->read, session->arena, session->diags);
    if (table.grid && table.grid->source->others && !request->sheet)
        diag_add(session->diags, DIAG_SHEETS_BESIDE, place_at(table.grid->source, 0, 0),
                 ARGS(arg_text(table.grid->source->sheet), arg_text(table.grid->source->others)));
    if (!table.grid || !session_may_answer(session))
        return NULL;
    return budget_text(&table, session->language, session->arena, session->diags);
}

static const char *questions_text(struct session *session)
{
    return questions_form(session->language, session->arena);
}

static const char *answered_text(struct session *session)
{
    const struct source *answers = session_source(session, session->request.answers);
    return answers ? answers_text(answers, session->language, session->arena, session->diags) : NULL;
}

static const struct beginning {
    size_t option;                                /* that asks for it */
    const char *(*text)(struct session *session); /* NULL after a fault */
} beginnings[] = {
    { OPTION(blank), blank_text },         { OPTION(like), like_text },        { OPTION(from), from_text },
    { OPTION(questions), questions_text }, { OPTION(answers), answered_text }, { OPTION(scenario_of), scenario_text },
};
enum { BEGINNING_COUNT = sizeof beginnings / sizeof *beginnings };

static const struct option_row *option_of(const struct beginning *beginning)
{
    const struct option_row *row = option_rows;
    while (row->field != beginning->option)
        row++;
    return row;
}

/* What is asked for; NULL if that is two things. */
static const struct beginning *beginning_find(struct session *session)
{
    const struct beginning *found = NULL;
    for (int i = 0; i < BEGINNING_COUNT; i++) {
        const struct option_row *row = option_of(&beginnings[i]);
        if (!option_is_given(&session->request, row))
            continue;
        if (found) {
            session_complain(session, DIAG_TWO_BEGINNINGS, ARGS(arg_text(option_of(found)->name), arg_text(row->name)));
            return NULL;
        }
        found = &beginnings[i];
    }
    return found ? found : &beginnings[0];
}

static bool is_starter(const char *word)
{
    const struct starter *row = starter_rows;
    while (row->name && strcmp(row->name, word) != 0)
        row++;
    return row->name;
}

/* `init mitt.ini` is `init -o mitt.ini`; false after a fault. */
static bool take_word(struct session *session)
{
    struct request *request = &session->request;
    if (!request->words.count)
        return true;
    const char *word = request->words.items[0];
    if (is_starter(word))
        session_complain(session, DIAG_STARTER_WORD, ARGS(arg_text(word)));
    else if (request->output || request->words.count > 1)
        session_complain(session, DIAG_WORD_UNWANTED,
                         ARGS(arg_text("init"), arg_text(request->words.items[request->words.count - 1])));
    else
        request->output = word;
    return request->output == word;
}

/* What was made of somebody's figures may still be no project: they may be too large, or an end before its start. */
static bool is_project(struct session *session, const char *text)
{
    const char *path = arena_text(session->arena, tr(N_("%s (not written)")),
                                  session->request.output ? session->request.output : tr(standard_output));
    return read_bytes(path, text, strlen(text), 0, &session->statements, session->arena, session->diags) &&
           project_build_blaming(session->statements.items, session->statements.count, session->arena, session->diags);
}

static int write_questions(struct session *session)
{
    struct doc *doc = session_doc(session);
    questions_contents(doc);
    return write_doc(session, doc, EXIT_HOLDS);
}

int init_run(struct session *session)
{
    const struct request *request = &session->request;
    const struct beginning *beginning = beginning_find(session);
    if (request->format.said && !request->questions)
        session_complain(session, DIAG_OPTION_NOT_TAKEN, ARGS(arg_text("format"), arg_text("init")));
    if (!take_word(session) || !beginning || diags_any(session->diags, DIAG_USAGE))
        return EXIT_USAGE;
    if (request->format.said)
        return write_questions(session);
    const char *text = beginning->text(session);
    if (!text || ((request->from || request->answers) && !is_project(session, text)))
        return EXIT_INPUT;
    return write_new(session, text);
}

#include "letter.h"

#include <string.h>

#include <medfin/letter/check.h>
#include <medfin/letter/head.h>
#include <medfin/letter/html.h>
#include <medfin/letter/letter.h>
#include <medfin/letter/templates.h>
#include <medfin/model/actuals.h>
#include <medfin/plan/membership.h>
#include <medfin/read/files.h>
#include <medfin/system/file_kind.h>
#include <medfin/whatif/trial.h>

#include "follow.h"
#include "options.h"
#include "output.h"

/* A letter is for people: what lays out tables for programs or a terminal cannot write one. */
static const char *const page_formats[] = { "md", "html", "docx", "odt", "pdf", NULL };

/* Markdown unless said otherwise; NULL after a fault. */
static const struct writer *page_writer(struct session *session)
{
    const struct writer *writer = request_writer(&session->request, "md");
    for (int i = 0; page_formats[i]; i++)
        if (strcmp(writer->format, page_formats[i]) == 0)
            return writer;
    session_complain(session, DIAG_LETTER_FORMAT,
                     ARGS(arg_text(writer->format), arg_text(listed(session, page_formats))));
    return NULL;
}

/* The project without the last file that is read on top of it, where members pay fees: what holds today. NULL: there is
   no such file, or no fee is known without it. */
static const struct plan *plan_before(struct session *session)
{
    const statement_list *all = &session->statements;
    statement_list below = { 0 };
    int last = 0;
    for (int i = 0; i < all->count; i++)
        last = !all->items[i].is_setting && all->items[i].layer > last ? all->items[i].layer : last;
    for (int i = 0; i < all->count && last; i++)
        if (all->items[i].is_setting || all->items[i].layer < last)
            *list_add(&below, session->arena) = all->items[i];
    if (!last || !session->project->of[SECTION_TARIFF].count)
        return NULL;
    const struct rerun trial = trial_run(&below, NULL, session->arena);
    const struct figure fees = { .row = figure_row("fees") };
    if (!trial.project || !figure_applies(fees.row, trial.project))
        return NULL;
    const struct cell sum = figure_cell(trial.plan, &fees), now = figure_cell(session->plan, &fees);
    const bool differs = cell_is_known(sum) && sum.amount && cell_is_known(now) && sum.amount != now.amount;
    return differs ? trial.plan : NULL;
}

/* How it is written: what its head says, or is going to. */
static struct letter letter_of(struct session *session, const struct letter_head *head, bool is_claim)
{
    struct letter letter = {
        .arena = session->arena, .language = head->language, .unit = head->unit, .plan = session->plan
    };
    letter.funder = session_funder(session, head->funder);
    letter.follow = session_follow(session);
    if (letter.follow && letter.funder)
        letter.claim = session_claim(session, letter.follow, letter.funder, head->period, head->is_final, is_claim);
    letter.before = plan_before(session);
    letter.break_evens = break_evens_find(&session->statements, session->project, session->arena);
    if (outcomes_undecided(session->project) <= MOST_UNDECIDED) {
        struct outcomes *outcomes = arena_take(session->arena, 1, sizeof *outcomes);
        *outcomes = outcomes_find(&session->statements, session->project, NULL, session->arena);
        letter.outcomes = outcomes;
    }
    return letter;
}

static const struct source *no_template(struct session *session, const char *name)
{
    LIST(const char *) names = { 0 };
    for (const struct letter_template *row = letter_templates; row->name; row++)
        *list_add(&names, session->arena) = row->name;
    *list_add(&names, session->arena) = NULL;
    session_complain(session, DIAG_NO_TEMPLATE,
                     ARGS(arg_text(name), arg_text(listed(session, names.items)),
                          arg_text(text_nearest(name, names.items, session->arena))));
    return NULL;
}

/* Whether there is what the template is about. */
static bool fits(struct session *session, const struct letter_template *built_in)
{
    const enum letter_about about = built_in->about;
    const bool is_named = session->request.funder, is_wanted = about == OF_FUNDER || about == OF_CLAIM;
    const bool is_followed = project_actuals(session->project) != NULL;
    if (is_wanted && !is_named)
        session_complain(session, DIAG_FUNDER_MISSING, ARGS(arg_text(built_in->name)));
    else if (is_named && !is_wanted)
        session_complain(session, DIAG_FUNDER_UNWANTED, ARGS(arg_text(built_in->name)));
    else if ((about == OF_FOLLOWED || about == OF_CLAIM) && !is_followed)
        session_complain(session, DIAG_NO_ACTUALS, NULL);
    else if (about == OF_MEMBERSHIP && !project_membership(session->project))
        session_complain(session, DIAG_MEMBERSHIP_MISSING, ARGS(arg_text(built_in->name)));
    else
        return true;
    return false;
}

/* A template that speaks of what the project has not would leave blanks: it is told, and which one is usual. */
static void note_fit(struct session *session, const struct letter_template *built_in)
{
    static const char *const needs[] = { [NEEDS_NOTHING] = "",
                                         [NEEDS_OWN] = N_("money of the owner's own"),
                                         [NEEDS_FEES] = N_("fees of members"),
                                         [NEEDS_ACTIVITIES] = N_("activities"),
                                         [NEEDS_END] = N_("the whole project"),
                                         [NEEDS_YEAR] = N_("a whole year") };
    const struct letter_template *usual = letter_template_usual(session->plan);
    const bool is_of_time = built_in->needs == NEEDS_END || built_in->needs == NEEDS_YEAR;
    if (built_in == usual || letter_template_fits(built_in, session->project))
        return;
    if (is_of_time)
        session_complain(session, DIAG_TEMPLATE_EARLY,
                         ARGS(arg_text(built_in->name), arg_word(needs[built_in->needs]),
                              arg_month(actuals_through(session->project))));
    else
        session_complain(session, DIAG_TEMPLATE_FITS,
                         ARGS(arg_text(built_in->name), arg_word(needs[built_in->needs]), arg_text(usual->name)));
}

/* One of ours by its name, else the user's own file. */
static const struct source *template_source(struct session *session)
{
    const struct request *request = &session->request;
    const char *name = request->template ? request->template : letter_template_usual(session->plan)->name;
    const struct letter_template *built_in = letter_template_find(name);
    if (built_in && !fits(session, built_in))
        return NULL;
    if (built_in) {
        note_fit(session, built_in);
        return letter_template_source(built_in, session->arena);
    }
    if (!strpbrk(name, "./") && file_kind(name) == FILE_NONE)
        return no_template(session, name);
    return session_source(session, name);
}

/* Only what keeps styles can take them from a document. */
static bool check_reference(struct session *session, const struct writer *writer)
{
    bool has_styles = writer->made_by && strcmp(writer->made_by, "pandoc") == 0;
    if (session->request.reference)
        read_file_note(&session->read, session->request.reference, session->arena);
    if (session->request.reference && !has_styles)
        session_complain(session, DIAG_REFERENCE_UNWANTED, ARGS(arg_text(writer->format)));
    return has_styles || !session->request.reference;
}

static int draft(struct session *session, const struct writer *writer)
{
    const struct request *request = &session->request;
    const struct source *text = template_source(session);
    const struct letter_template *built_in = request->template ? letter_template_find(request->template) : NULL;
    const struct letter_head head = { .language = session->language,
                                      .unit = &doc_units[request->unit.number],
                                      .funder = request->funder,
                                      .period = request->period,
                                      .is_final = request->final };
    const bool is_claim = request->period || request->final || (built_in && built_in->about == OF_CLAIM);
    const struct letter letter = letter_of(session, &head, is_claim && text);
    if (!text || diags_errors(session->diags))
        return EXIT_USAGE;
    const char *markdown = letter_write(&letter, text, session->diags);
    if (!markdown)
        return EXIT_INPUT;
    bool is_page = strcmp(writer->made_of ? writer->made_of : writer->format, "html") == 0;
    return write_made(session, writer, is_page ? letter_html(&letter, markdown) : markdown, EXIT_HOLDS);
}

/* What says how a letter is written says nothing to one that is. */
static bool check_alone(struct session *session)
{
    const size_t *drafting =
        OPTIONS(OPTION(template), OPTION(funder), OPTION(period), OPTION(final), OPTION(reference), OPTION(unit));
    for (const struct option_row *row = option_rows; row->name; row++)
        if (option_is_given(&session->request, row) && options_have(drafting, row->field))
            session_complain(session, DIAG_CHECK_WITH, ARGS(arg_text(row->name)));
    return !diags_errors(session->diags);
}

static int check_letter(struct session *session)
{
    const char *path = session->request.check;
    const struct source *written = letter_read(path, &session->read, session->arena, session->diags);
    struct letter_head head;
    if (!written || !session_may_answer(session))
        return EXIT_INPUT;
    if (!letter_head_read(written, &head, session->arena)) {
        session_complain(session, DIAG_LETTER_UNBOUND, ARGS(arg_text(path)));
        return EXIT_INPUT;
    }
    enum language reader = session->language;
    session_speak(session, head.language);
    const struct letter letter = letter_of(session, &head, head.period != NULL);
    if (diags_errors(session->diags))
        return EXIT_INPUT;
    const struct letter_check *check = letter_check_run(&letter, written);
    session_speak(session, reader);
    struct doc *doc = session_doc(session);
    letter_check_contents(doc, check);
    return write_doc(session, doc, letter_check_holds(check) ? EXIT_HOLDS : EXIT_FAILS);
}

int letter_run(struct session *session)
{
    const struct request *request = &session->request;
    const struct writer *writer = request->check ? writer_find("text") : page_writer(session);
    if (!writer || (request->check ? !check_alone(session) : !check_reference(session, writer)))
        return EXIT_USAGE;
    if (!session_read(session, request->words.items, request->words.count))
        return EXIT_INPUT;
    return request->check ? check_letter(session) : draft(session, writer);
}

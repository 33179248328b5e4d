/* The table of commands, and the short ones. */

#include "commands.h"

#include <string.h>

#include <medfin/contents/agenda.h>
#include <medfin/contents/budget.h>
#include <medfin/contents/check.h>
#include <medfin/contents/explain.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/liquidity.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/key_names.h>
#include <medfin/whatif/trial.h>

#include "aims.h"
#include "changes.h"
#include "compare.h"
#include "export.h"
#include "fees.h"
#include "follow.h"
#include "freeze.h"
#include "help.h"
#include "init.h"
#include "letter.h"
#include "output.h"
#include "portfolio.h"
#include "prioritise.h"
#include "report.h"
#include "simulate.h"
#include "sweep.h"

static int budget_run(struct session *session)
{
    static const struct word spans[] = {
        { "year", "år", BY_YEAR }, { "quarter", "kvartal", BY_QUARTER }, { "month", "månad", BY_MONTH }, { 0 }
    };
    int by = session->request.by.said ? choose_word(session, "--by", session->request.by.said, spans) : BY_YEAR;
    if (by < 0)
        return EXIT_USAGE;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    budget_contents(doc, session->plan, (enum report_by)by);
    return write_doc(session, doc, EXIT_HOLDS);
}

static int activities_run(struct session *session)
{
    static const struct word ways[] = { { "responsible", "ansvarig", AGENDA_BY_RESPONSIBLE },
                                        { "status", "status", AGENDA_BY_STATUS },
                                        { "month", "månad", AGENDA_BY_MONTH },
                                        { 0 } };
    int by = session->request.by.said ? choose_word(session, "--by", session->request.by.said, ways) : AGENDA_WHOLE;
    if (by < 0)
        return EXIT_USAGE;
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    agenda_contents(doc, session->plan, (enum agenda_by)by);
    return write_doc(session, doc, EXIT_HOLDS);
}

static int liquidity_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    struct doc *doc = session_doc(session);
    liquidity_contents(doc, session->plan);
    return write_doc(session, doc, EXIT_HOLDS);
}

/* What each finding that lacks one figure says of it; of many the first, and those that are asked for alone. */
static const struct unknown_answer *answers_to(struct session *session, const finding_list *findings,
                                               const struct asked_figure *asked)
{
    LIST(struct unknown_answer) answers = { 0 };
    int sought = 0;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!finding_asks(finding))
            continue;
        bool is_sought = (!asked || asked_takes(asked, finding)) && sought++ < most_answered(session->project);
        *list_add(&answers, session->arena) =
            is_sought ? solve_unknown(&session->statements, session->project, findings, i, session->arena)
                      : unknown_unsought(&session->statements, session->project, finding);
    }
    return answers.items;
}

/* By the rule that is asked for, or by all when it is NULL. */
static struct judged judge_by(struct session *session, const struct asked_figure *asked)
{
    struct rerun trial = { .project = session->project, .plan = session->plan };
    trial_judge(&trial, asked ? asked->rule : NULL, session->arena);
    struct judged judged = { .findings = trial.findings };
    judged.answers = answers_to(session, &judged.findings, asked);
    judged.cures = cures_find(&session->statements, session->plan, &judged.findings, asked, session->arena);
    return judged;
}

struct judged judge(struct session *session)
{
    return judge_by(session, NULL);
}

static int check_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    const struct judged judged = judge(session);
    struct doc *doc = session_doc(session);
    check_contents(doc, session->plan, &judged.findings, judged.answers, judged.cures, NULL);
    stated_contents(doc, session->statements.items, session->said);
    bool holds = verdict_holds(findings_verdict(&judged.findings));
    return write_doc(session, doc, holds ? EXIT_HOLDS : EXIT_FAILS);
}

static bool is_period(const char *word)
{
    struct figure time;
    return figure_time_read(word, &time);
}

/* False if the figure names no rule with that subject. */
static bool explain_rule(struct session *session, const char *figure, int *status)
{
    struct asked_figure asked;
    if (!asked_rule_read(session->plan, figure, &asked, session->arena))
        return false;
    const struct judged judged = judge_by(session, &asked);
    struct doc *doc = session_doc(session);
    title_contents(doc, session->plan->project, tr(asked.rule->title));
    rule_contents(doc, session->plan, &asked, &judged.findings, judged.answers, judged.cures);
    *status = write_doc(session, doc, EXIT_HOLDS);
    return true;
}

/* Nothing but digits and dashes is meant as a date. */
static bool looks_like_period(const char *word)
{
    return word[strspn(word, "0123456789-QK")] == '\0' && word[0] >= '0' && word[0] <= '9';
}

static bool ends_in_ini(const char *word)
{
    size_t size = strlen(word);
    return size > 4 && strcmp(word + size - 4, ".ini") == 0;
}

/* "years.2022.cost" carries its time in front. */
static bool has_two_times(struct session *session, const char *figure, const char *period)
{
    struct figure time;
    if (!period || figure_time_strip(figure, &time) == figure)
        return false;
    session_complain(session, DIAG_TWO_PERIODS, ARGS(arg_text(figure), arg_text(period)));
    return true;
}

/* False if nothing is stated by that path, in either language. */
static bool explain_stated(struct session *session, const char *path, int *status)
{
    const char *english = path_translated(session->arena, path, LANGUAGE_EN);
    statement_list said = { 0 };
    for (int i = 0; i < session->said; i++) {
        const struct statement *statement = &session->statements.items[i];
        if (statement->key && !statement->rows &&
            strcmp(statement_path(session->arena, statement, LANGUAGE_EN), english) == 0)
            *list_add(&said, session->arena) = *statement;
    }
    if (!said.count)
        return false;
    struct doc *doc = session_doc(session);
    stated_value_contents(doc, session->project, said.items, said.count);
    *status = write_doc(session, doc, EXIT_HOLDS);
    return true;
}

/* Files first, then the figure, then a period if there is one. */
static int explain_run(struct session *session)
{
    const char *const *words = session->request.words.items;
    int files = session->request.words.count;
    if (files > 1 && looks_like_period(words[files - 1]) && !is_period(words[files - 1])) {
        session_complain(session, DIAG_NO_PERIOD, ARGS(arg_text(words[files - 1])));
        return EXIT_USAGE;
    }
    const char *period = files > 1 && is_period(words[files - 1]) ? words[--files] : NULL;
    if (files < 2 || ends_in_ini(words[files - 1])) {
        session_complain(session, DIAG_NO_FIGURE, NULL);
        return EXIT_USAGE;
    }
    const char *figure = words[--files];
    if (!session_read(session, words, files))
        return EXIT_INPUT;
    int status;
    if (!period && (explain_rule(session, figure, &status) || explain_stated(session, figure, &status)))
        return status;
    struct asked_figure asked;
    if (has_two_times(session, figure, period) || !read_asked(session, figure, period, &asked))
        return EXIT_USAGE;
    struct doc *doc = session_doc(session);
    explain_contents(doc, session->plan, &asked);
    return write_doc(session, doc, EXIT_HOLDS);
}

/* Most commands read a project, and tell what they find of it. */
#define COMMON                                                                                                         \
    OPTION(format), OPTION(csv), OPTION(output), OPTION(lang), OPTION(settings), OPTION(color), OPTION(diagnostics),   \
        OPTION(quiet)
#define ON_PROJECT COMMON, OPTION(width), OPTION(paths), OPTION(scenario)

/* Each scenario is a column, so a stack or --scenario has no place here. */
#define ON_COMPARED                                                                                                    \
    COMMON, OPTION(width), OPTION(unit), OPTION(by), OPTION(outcomes), OPTION(against), OPTION(before), OPTION(only),  \
        OPTION(trials), OPTION(seed), OPTION(threads)

/* What is set is one project's. */
#define PORTFOLIO                                                                                                      \
    OPTION(format), OPTION(csv), OPTION(output), OPTION(lang), OPTION(color), OPTION(diagnostics), OPTION(quiet),      \
        OPTION(width), OPTION(scenario), OPTION(unit)

/* Broken as a shell takes it, to fit a terminal. */
#define BREAK     " \\\n    "
#define HALF_POST "scenarios/halv-tjanst-2021-2023/project.ini"
#define FOLLOWED  "scenarios/klimatrad-uppfoljning/project.ini" BREAK "scenarios/klimatrad-uppfoljning/utfall.ini"
#define JAMTLAND  "scenarios/jamtland-2021-2023/project.ini" BREAK "scenarios/jamtland-2021-2023/antaganden.ini"

/* clang-format off */
const struct command command_rows[] = {
    { "check", N_("does it hold? every rule's verdict, with its figures"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "check " JAMTLAND, OPTIONS(ON_PROJECT, OPTION(unit)), check_run },
    { "budget", N_("cost and financing by year"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "budget " JAMTLAND, OPTIONS(ON_PROJECT, OPTION(unit), OPTION(by)), budget_run },
    { "compare", N_("scenarios side by side, and what makes the difference"), N_("PROJECT.ini [SCENARIO.ini|base|secured …]"),
      "compare " JAMTLAND, OPTIONS(ON_COMPARED), compare_run },
    { "sweep", N_("one or two values step by step against figures"),
      N_("PROJECT.ini [SCENARIO.ini …] PATH=FROM..TO:STEP"),
      "sweep " HALF_POST BREAK "staff.projektledare.share=25%..50%:5%",
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(by)), sweep_command_run },
    { "solve", N_("the smallest change of a value that makes rules hold"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "solve " HALF_POST BREAK "--vary staff.projektledare.share --until balance",
      OPTIONS(ON_PROJECT, OPTION(vary), OPTION(until), OPTION(bounds)), solve_run },
    { "activities", N_("who does what and when: by responsible, by status, a calendar"),
      N_("PROJECT.ini [SCENARIO.ini …]"), "activities scenarios/sekom-2021/handlingsplan.ini --by responsible",
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(by)), activities_run },
    { "follow-up", N_("outcome against the budget, and the forecast"),
      N_("PROJECT.ini ACTUALS.ini …"), "follow-up " FOLLOWED,
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(by), OPTION(unmapped), OPTION(strict)), follow_up_run },
    { "claim", N_("the requisition to a funder of what was booked"), N_("PROJECT.ini ACTUALS.ini …"),
      "claim " FOLLOWED " --funder stat", OPTIONS(ON_PROJECT, OPTION(funder), OPTION(period), OPTION(final)), claim_run },
    { "prioritise", N_("which activities fit in a budget, and what enters next"),
      N_("PROJECT.ini [SCENARIO.ini …]"), "prioritise scenarios/sekom-2021/handlingsplan.ini",
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(fill), OPTION(against)), prioritise_run },
    { "fees", N_("every member's fee; winners and losers of a new one"),
      N_("PROJECT.ini [SCENARIO.ini …] [YYYY]"), "fees scenarios/sekom-2021/project.ini 2022",
      OPTIONS(ON_PROJECT, OPTION(against)), fees_run },
    { "liquidity", N_("cash by month, claims, what the owner pre-finances"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "liquidity " JAMTLAND, OPTIONS(ON_PROJECT, OPTION(unit)), liquidity_run },
    { "simulate", N_("how likely each rule is to hold, and what drives the spread"),
      N_("PROJECT.ini [SCENARIO.ini …]"), "simulate " JAMTLAND BREAK "scenarios/jamtland-2021-2023/osakerhet.ini",
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(trials), OPTION(seed), OPTION(threads), OPTION(exact), OPTION(samples)),
      simulate_run },
    { "sensitivity", N_("what each uncertain value does to a figure, one at a time"),
      N_("PROJECT.ini [SCENARIO.ini …]"), "sensitivity " JAMTLAND BREAK "scenarios/jamtland-2021-2023/osakerhet.ini",
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(by), OPTION(all)), sensitivity_run },
    { "explain", N_("how a figure or verdict was made, down to file and line"),
      N_("PROJECT.ini [SCENARIO.ini …] FIGURE [YYYY[-MM]]"),
      "explain " JAMTLAND BREAK "staff.projektledare 2022-05", OPTIONS(ON_PROJECT), explain_run },
    { "report", N_("the whole as one document: -o report.html"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "report " JAMTLAND,
      OPTIONS(ON_PROJECT, OPTION(unit), OPTION(trials), OPTION(seed), OPTION(threads)), report_run },
    { "letter", N_("a draft decision, and whether a written one still holds"), N_("PROJECT.ini [SCENARIO.ini …]"),
      "letter " JAMTLAND BREAK "--template jamtland",
      OPTIONS(COMMON, OPTION(scenario), OPTION(unit), OPTION(template), OPTION(funder), OPTION(period), OPTION(final), OPTION(check),
              OPTION(reference)),
      letter_run },
    { "portfolio", N_("several projects in one frame, the worst first"), N_("PORTFOLIO.ini"),
      "portfolio scenarios/klimatportfolj/portfolj.ini", OPTIONS(PORTFOLIO), portfolio_run },
    { "changes", N_("what a changed workbook changes, as a scenario file"), N_("PROJECT.ini [SCENARIO.ini …] CHANGED.xlsx"),
      "changes " JAMTLAND BREAK "changed.xlsx",
      OPTIONS(OPTION(output), OPTION(lang), OPTION(color), OPTION(diagnostics), OPTION(quiet)), changes_run },
    { "export", N_("the plan in double entry, for hledger and others"),
      N_("PROJECT.ini [SCENARIO.ini …]"), "export " JAMTLAND, OPTIONS(ON_PROJECT), export_run },
    { "freeze", N_("the manifest of what is decided: files, figures, verdicts"),
      N_("PROJECT.ini [SCENARIO.ini …] -o FILE"), "freeze " JAMTLAND,
      OPTIONS(OPTION(output), OPTION(lang), OPTION(settings), OPTION(scenario), OPTION(trials), OPTION(seed), OPTION(threads),
              OPTION(color), OPTION(diagnostics), OPTION(quiet)), freeze_run },
    { "verify", N_("is it still what was decided, and what is not?"), N_("FILE.manifest"),
      "verify beslut.manifest",
      OPTIONS(OPTION(format), OPTION(csv), OPTION(output), OPTION(lang), OPTION(width), OPTION(color), OPTION(diagnostics),
              OPTION(quiet)), verify_run },
    { "init", N_("a commented project to start from"), N_("[FILE.ini]"), "init --like jamtland",
      OPTIONS(OPTION(blank), OPTION(like), OPTION(from), OPTION(sheet), OPTION(columns), OPTION(questions),
              OPTION(answers), OPTION(scenario_of), OPTION(format), OPTION(output), OPTION(lang), OPTION(diagnostics)),
      init_run },
    { "help", N_("what a command takes; every key, value and rule"), N_("[COMMAND|TOPIC|SECTION|KEY]"),
      "help keys", OPTIONS(OPTION(format), OPTION(csv), OPTION(output), OPTION(lang), OPTION(width), OPTION(color), OPTION(diagnostics)),
      help_run },
    { 0 },
};
/* clang-format on */

bool command_shows(const struct command *command, const struct option_row *row)
{
    return row->field == OPTION(help) || options_have(command->options, row->field);
}

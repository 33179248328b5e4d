/* The table of options, and reading them with getopt_long, whose table is made of it. */

#include "session.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>

/* "text, json": what an option may be, for its message. */
static void refuse(struct session *session, const char *option, const char *argument, const char *const *choices)
{
    struct text list = text_new(session->arena);
    for (int i = 0; choices[i]; i++)
        text_addf(&list, "%s%s", i ? ", " : "", choices[i]);
    session_complain(session, DIAG_OPTION_VALUE,
                     ARGS(arg_text(option), arg_text(argument), arg_text(list.bytes),
                          arg_text(text_nearest(argument, choices, session->arena))));
}

/* What some options can be. */
static const char *const csv_choices[] = { "swedish", "machine", NULL }, *const lang_choices[] = { "sv", "en", NULL },
                         *const scenario_choices[] = { "base", "secured", NULL },
                         *const color_choices[] = { "auto", "always", "never", NULL };

static void take_format(struct session *session, const char *argument)
{
    session->request.writer = writer_find(argument);
    LIST(const char *) names = { 0 };
    for (const struct writer *writer = writers; writer->format; writer++)
        *list_add(&names, session->arena) = writer->format;
    *list_add(&names, session->arena) = NULL;
    if (!session->request.writer)
        refuse(session, "--format", argument, names.items);
}

static void take_output(struct session *session, const char *argument)
{
    session->request.output = argument;
}

static void take_unit(struct session *session, const char *argument)
{
    session->request.unit = NULL;
    LIST(const char *) names = { 0 };
    for (const struct doc_unit *unit = doc_units; unit->name; unit++) {
        *list_add(&names, session->arena) = unit->name;
        if (strcmp(unit->name, argument) == 0)
            session->request.unit = unit;
    }
    *list_add(&names, session->arena) = NULL;
    if (!session->request.unit)
        refuse(session, "--unit", argument, names.items);
}

/* The number of the choice, or −1 after a fault. */
int choose(struct session *session, const char *option, const char *argument, const char *const *choices)
{
    for (int i = 0; choices[i]; i++)
        if (strcmp(choices[i], argument) == 0)
            return i;
    refuse(session, option, argument, choices);
    return -1;
}

static void take_csv(struct session *session, const char *argument)
{
    session->request.csv_machine = choose(session, "--csv", argument, csv_choices) == 1;
}

static void take_like(struct session *session, const char *argument)
{
    session->request.starter = NULL;
    LIST(const char *) names = { 0 };
    for (const struct starter *starter = starter_rows; starter->name; starter++) {
        *list_add(&names, session->arena) = starter->name;
        if (strcmp(starter->name, argument) == 0)
            session->request.starter = starter;
    }
    *list_add(&names, session->arena) = NULL;
    if (!session->request.starter)
        refuse(session, "--like", argument, names.items);
}

static void take_lang(struct session *session, const char *argument)
{
    int choice = choose(session, "--lang", argument, lang_choices);
    session->request.language = choice == 1 ? LANGUAGE_EN : LANGUAGE_SV;
}

static void take_scenario(struct session *session, const char *argument)
{
    session->request.secured_only = choose(session, "--scenario", argument, scenario_choices) == 1;
}

static void take_by(struct session *session, const char *argument)
{
    session->request.by = argument;
}

static void take_vary(struct session *session, const char *argument)
{
    session->request.vary = argument;
}

static void take_until(struct session *session, const char *argument)
{
    session->request.until = argument;
}

static void take_bounds(struct session *session, const char *argument)
{
    session->request.bounds = argument;
}

static void take_against(struct session *session, const char *argument)
{
    session->request.against = argument;
}

static void take_only(struct session *session, const char *argument)
{
    session->request.only = argument;
}

static void take_template(struct session *session, const char *argument)
{
    session->request.template = argument;
}

static void take_funder(struct session *session, const char *argument)
{
    session->request.funder = argument;
}

static void take_check(struct session *session, const char *argument)
{
    session->request.check = argument;
}

static void take_reference(struct session *session, const char *argument)
{
    session->request.reference = argument;
}

static void take_trials(struct session *session, const char *argument)
{
    session->request.trials = argument;
}

static void take_seed(struct session *session, const char *argument)
{
    session->request.seed = argument;
}

static void take_threads(struct session *session, const char *argument)
{
    session->request.threads = argument;
}

static void take_samples(struct session *session, const char *argument)
{
    session->request.samples = argument;
}

static void take_set(struct session *session, const char *argument)
{
    *list_add(&session->request.settings, session->arena) = argument;
}

static void take_color(struct session *session, const char *argument)
{
    int choice = choose(session, "--color", argument, color_choices);
    session->request.color = choice < 0 ? COLOR_NEVER : (enum color)choice;
}

static void take_quiet(struct session *session, const char *argument)
{
    (void)argument;
    session->request.quiet = true;
}

static void take_nothing(struct session *session, const char *argument)
{
    (void)session;
    (void)argument;
}

/* clang-format off */
const struct option_row option_rows[] = {
    { OPTION_FORMAT, "format", 'f', N_("FORMAT"), N_("one of those below; else by the ending of -o"), take_format, NULL },
    { OPTION_CSV, "csv", 0, N_("KIND"), N_("swedish (; and comma) or machine (, and point)"), take_csv, csv_choices },
    { OPTION_OUTPUT, "output", 'o', N_("FILE"), N_("write to a file, whole or not at all"), take_output, NULL },
    { OPTION_UNIT, "unit", 0, N_("UNIT"), N_("kr, tkr or mnkr in tables"), take_unit, NULL },
    { OPTION_BY, "by", 0, N_("WHAT"), N_("year, quarter, month; figures; of sweeps, rules"), take_by, NULL },
    { OPTION_AGAINST, "against", 0, N_("SCENARIO"), N_("what the others are compared with"), take_against, NULL },
    { OPTION_ONLY, "only", 0, N_("NAMES"), N_("figures, rules, scenarios: cost,balance,secured"), take_only, NULL },
    { OPTION_OUTCOMES, "outcomes", 0, NULL, N_("every yes and no of the undecided funders"), take_nothing, NULL },
    { OPTION_VARY, "vary", 0, N_("PATH"), N_("the value to change: staff.projektledare.share"), take_vary, NULL },
    { OPTION_UNTIL, "until", 0, N_("RULES"), N_("what shall hold: balance, match.medel, gap>=0 kr"), take_until, NULL },
    { OPTION_BOUNDS, "bounds", 0, N_("LOW..HIGH"), N_("the value stays within these"), take_bounds, NULL },
    { OPTION_FILL, "fill", 0, NULL, N_("a smaller activity may pass one that does not fit"), take_nothing, NULL },
    { OPTION_TEMPLATE, "template", 0, N_("TEMPLATE"), N_("one of those below, or a file of your own"), take_template, NULL },
    { OPTION_FUNDER, "funder", 0, N_("ID"), N_("the funder that a certificate is of"), take_funder, NULL },
    { OPTION_CHECK, "check", 0, N_("FILE"), N_("a written letter: do its figures still hold?"), take_check, NULL },
    { OPTION_REFERENCE, "reference-doc", 0, N_("FILE"), N_("a document whose styles DOCX and ODT take"), take_reference, NULL },
    { OPTION_TRIALS, "trials", 0, N_("COUNT"), N_("how many trials; 100 000 unless stated"), take_trials, NULL },
    { OPTION_SEED, "seed", 0, N_("NUMBER"), N_("where the draws begin; 1 unless stated"), take_seed, NULL },
    { OPTION_THREADS, "threads", 0, N_("COUNT"), N_("all processors unless stated; same answer"), take_threads, NULL },
    { OPTION_EXACT, "exact", 0, NULL, N_("quantiles of all samples instead of counts"), take_nothing, NULL },
    { OPTION_SAMPLES, "samples", 0, N_("FILE"), N_("every trial's values and figures, in CSV"), take_samples, NULL },
    { OPTION_ALL, "all", 0, NULL, N_("every stated figure, a tenth less and more"), take_nothing, NULL },
    { OPTION_LANG, "lang", 0, N_("LANGUAGE"), N_("sv or en; else the project's"), take_lang, lang_choices },
    { OPTION_SCENARIO, "scenario", 0, N_("NAME"), N_("base, or secured: only what is granted or decided"), take_scenario, scenario_choices },
    { OPTION_SET, "set", 0, N_("PATH=VALUE"), N_("a change on the spot: staff.projektledare.share=75%"), take_set, NULL },
    { OPTION_LIKE, "like", 0, N_("MODEL"), N_("the project to start from, one of those below"), take_like, NULL },
    { OPTION_COLOR, "color", 0, N_("WHEN"), N_("auto, always or never"), take_color, color_choices },
    { OPTION_QUIET, "quiet", 'q', NULL, N_("no warnings"), take_quiet, NULL },
    { OPTION_HELP, "help", 'h', NULL, N_("what the command does and takes"), take_nothing, NULL },
    { OPTION_VERSION, "version", 0, NULL, N_("the program's version"), take_nothing, NULL },
    { 0 },
};
/* clang-format on */

enum { MOST_OPTIONS = 64, LETTERS_ROOM = 3 * MOST_OPTIONS + 2, FIRST_LONG = 256 };

/* Unknown options and missing arguments: as the user wrote them. */
static void refuse_option(struct session *session, int found, char **argv)
{
    const char *word = argv[optind - 1];
    if (found == ':') {
        session_complain(session, DIAG_OPTION_NEEDS_VALUE, ARGS(arg_text(word)));
        return;
    }
    LIST(const char *) names = { 0 };
    for (const struct option_row *row = option_rows; row->name; row++)
        *list_add(&names, session->arena) = arena_text(session->arena, "--%s", row->name);
    *list_add(&names, session->arena) = NULL;
    bool is_letter = optopt > 0 && optopt < FIRST_LONG;
    const char *name = is_letter ? arena_text(session->arena, "-%c", optopt) : word;
    const char *equals = strchr(name, '=');
    name = arena_copy(session->arena, name, equals ? (size_t)(equals - name) : strlen(name));
    if (optopt >= FIRST_LONG)
        session_complain(session, DIAG_OPTION_TAKES_NONE, ARGS(arg_text(name)));
    else
        session_complain(
            session, DIAG_UNKNOWN_OPTION,
            ARGS(arg_text(name), arg_text(is_letter ? NULL : text_nearest(name, names.items, session->arena))));
}

static const struct command *find_command(struct session *session, const char *name)
{
    LIST(const char *) names = { 0 };
    for (const struct command *command = command_rows; command->name; command++) {
        *list_add(&names, session->arena) = command->name;
        if (strcmp(command->name, name) == 0)
            return command;
    }
    *list_add(&names, session->arena) = NULL;
    session_complain(session, DIAG_UNKNOWN_COMMAND,
                     ARGS(arg_text(name), arg_text(text_nearest(name, names.items, session->arena))));
    return NULL;
}

/* A file's ending names its format: one that no writer knows would get another's bytes. */
static void check_ending(struct session *session)
{
    const struct request *request = &session->request;
    if (!(request->command->options & OPTION_FORMAT) || !request->output || request->writer)
        return;
    const char *slash = strrchr(request->output, '/'), *dot = strrchr(slash ? slash : request->output, '.');
    if (!dot || dot == request->output || (slash && dot == slash + 1) || writer_of_file(request->output))
        return;
    struct text endings = text_new(session->arena);
    for (const struct writer *writer = writers; writer->format; writer++)
        text_addf(&endings, "%s%s", endings.size ? ", " : "", writer->ending);
    session_complain(session, DIAG_ENDING, ARGS(arg_text(request->output), arg_text(endings.bytes)));
}

/* An option that the command does not take is never ignored. */
static void check_options(struct session *session)
{
    const struct request *request = &session->request;
    const unsigned always = OPTION_HELP | OPTION_VERSION | OPTION_LANG | OPTION_OUTPUT;
    for (const struct option_row *row = option_rows; row->name && !request->command; row++)
        if (request->given & row->bit & ~always)
            session_complain(session, DIAG_NO_COMMAND, ARGS(arg_text(row->name)));
    if (!request->command)
        return;
    check_ending(session);
    for (const struct option_row *row = option_rows; row->name; row++)
        if (request->given & row->bit & ~(request->command->options | OPTION_HELP | OPTION_VERSION))
            session_complain(session, DIAG_OPTION_NOT_TAKEN,
                             ARGS(arg_text(row->name), arg_text(request->command->name)));
    const char *format = request_writer(request)->format;
    if (request->given & OPTION_CSV && strcmp(format, "csv") != 0)
        session_complain(session, DIAG_CSV_UNWANTED, ARGS(arg_text(format)));
    if (request->given & OPTION_UNIT && request_writer(request)->exact)
        session_complain(session, DIAG_UNIT_UNWANTED, ARGS(arg_text(format)));
}

/* getopt's two tables, made of ours. */
static void make_tables(struct option *options, char *letters)
{
    int count = 0;
    *letters++ = ':';
    for (const struct option_row *row = option_rows; row->name; row++, count++) {
        assert(count < MOST_OPTIONS);
        options[count] =
            (struct option){ row->name, row->argument ? required_argument : no_argument, NULL, FIRST_LONG + count };
        if (!row->letter)
            continue;
        *letters++ = row->letter;
        if (row->argument)
            *letters++ = ':';
    }
    options[count] = (struct option){ 0 };
    *letters = '\0';
}

static const struct option_row *row_of(int found)
{
    if (found >= FIRST_LONG)
        return &option_rows[found - FIRST_LONG];
    const struct option_row *row = option_rows;
    while (row->letter != found)
        row++;
    return row;
}

void options_read(struct session *session, int argc, char **argv)
{
    struct option options[MOST_OPTIONS + 1];
    char letters[LETTERS_ROOM];
    make_tables(options, letters);
    opterr = 0;
    for (int found; (found = getopt_long(argc, argv, letters, options, NULL)) != -1;) {
        if (found == '?' || found == ':') {
            refuse_option(session, found, argv);
            continue;
        }
        const struct option_row *row = row_of(found);
        session->request.given |= row->bit;
        row->take(session, optarg);
    }
    if (optind < argc)
        session->request.command = find_command(session, argv[optind++]);
    while (optind < argc)
        *list_add(&session->request.words, session->arena) = argv[optind++];
    check_options(session);
}

/* The table of options, and reading them with getopt_long, whose table is made of it. */

#include "options.h"

#include <getopt.h>
#include <string.h>

#include <medfin/letter/letter.h>
#include <medfin/letter/templates.h>
#include <medfin/start/starters.h>
#include <medfin/system/path.h>

#include "commands.h"
#include "init.h"
#include "output.h"
#include "workbook.h"

const char *listed(struct session *session, const char *const *names)
{
    struct text list = text_new(session->arena);
    for (int i = 0; names[i]; i++)
        text_addf(&list, "%s%s", i ? ", " : "", names[i]);
    return list.bytes;
}

int choose(struct session *session, const char *option, const char *argument, const char *const *choices)
{
    for (int i = 0; choices[i]; i++)
        if (strcmp(choices[i], argument) == 0)
            return i;
    session_complain(session, DIAG_OPTION_VALUE,
                     ARGS(arg_text(option), arg_text(argument), arg_text(listed(session, choices)),
                          arg_text(text_nearest(argument, choices, session->arena))));
    return -1;
}

int choose_word(struct session *session, const char *option, const char *argument, const struct word *words)
{
    const struct word *word = word_of_text(words, argument);
    LIST(const char *) names = { 0 };
    if (word)
        return word->code;
    for (; words->english; words++)
        *list_add(&names, session->arena) = session->language == LANGUAGE_SV ? words->swedish : words->english;
    *list_add(&names, session->arena) = NULL;
    return choose(session, option, argument, names.items);
}

int64_t choose_whole(struct session *session, const char *option, const char *text, int64_t least, int64_t most)
{
    int64_t number = 0;
    bool is_read = *text;
    for (const char *at = text; *at && is_read; at++) {
        is_read = (*at >= '0' && *at <= '9') || *at == ' ';
        if (is_read && *at != ' ')
            is_read =
                !__builtin_mul_overflow(number, 10, &number) && !__builtin_add_overflow(number, *at - '0', &number);
    }
    if (is_read && number >= least && number <= most)
        return number;
    session_complain(session, DIAG_WHOLE_OPTION,
                     ARGS(arg_text(text), arg_text(option), arg_count(least), arg_count(most)));
    return -1;
}

static const char *text_in_row(const struct choices *choices, int number, size_t at)
{
    return *(const char *const *)((const char *)choices->rows + (size_t)number * choices->row_size + at);
}

const char *choice_name(const struct choices *choices, int number)
{
    return text_in_row(choices, number, 0);
}

const char *choice_meaning(const struct choices *choices, int number)
{
    return text_in_row(choices, number, choices->meaning);
}

/* What some options can be. */
static const struct word csv_kinds[] = { { "swedish", "svensk", CSV_SWEDISH },
                                         { "machine", "maskin", CSV_MACHINE },
                                         { 0 } };
static const char *const languages[] = { [LANGUAGE_SV] = "sv", [LANGUAGE_EN] = "en", NULL };
static const struct word scenarios[] = { { "base", "grund", SCENARIO_BASE },
                                         { "secured", "säkrat", SCENARIO_SECURED },
                                         { 0 } };
static const char *const diagnostics_kinds[] = { [DIAGNOSTICS_TEXT] = "text", [DIAGNOSTICS_JSON] = "json", NULL };
static const char *const colors[] = { [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never", NULL };

/* Of words alone, and of rows with a name in front. */
/* clang-format off */
#define WORDS(words)      &(const struct choices){ .rows = (words), .row_size = sizeof *(words) }
#define ROWS(table, type) .rows = (table), .row_size = sizeof(type)
#define EITHER(words)     &(const struct choices){ ROWS(words, struct word), .swedish = offsetof(struct word, swedish) }
/* clang-format on */

_Static_assert(!offsetof(struct writer, format) && !offsetof(struct doc_unit, name) &&
                   !offsetof(struct letter_template, name) && !offsetof(struct starter, name) &&
                   !offsetof(struct word, english),
               "a row that can be chosen begins with its name");

static const struct choices formats = { ROWS(writers, struct writer), offsetof(struct writer, meaning), N_("Formats") };
static const struct choices units = { ROWS(doc_units, struct doc_unit), 0, NULL };
static const struct choices templates = { ROWS(letter_templates, struct letter_template),
                                          offsetof(struct letter_template, meaning), N_("Templates") };
static const struct choices starters = { ROWS(starter_rows, struct starter), offsetof(struct starter, meaning),
                                         N_("Projects to start from") };

/* Where in the request an option is kept, and how it is read: as the field's type says. */
#define TYPE_OF(field)                                                                                                 \
    _Generic(((struct request *)NULL)->field,                                                                          \
        bool: OPTION_FLAG,                                                                                             \
        const char *: OPTION_TEXT,                                                                                     \
        struct option_names: OPTION_NAMES,                                                                             \
        argument_list: OPTION_LIST,                                                                                    \
        struct option_choice: OPTION_CHOICE)
#define IN(field) TYPE_OF(field), OPTION(field)

/* clang-format off */
const struct option_row option_rows[] = {
    { "format", 'f', N_("FORMAT"), N_("one of those below; else by the ending of -o"), IN(format), &formats },
    { "csv", 0, N_("KIND"), N_("swedish (; and comma) or machine (, and point)"), IN(csv), EITHER(csv_kinds) },
    { "output", 'o', N_("FILE"), N_("write to a file, whole or not at all"), IN(output), NULL },
    { "unit", 0, N_("UNIT"), N_("kr, tkr or mnkr in tables"), IN(unit), &units },
    { "by", 0, N_("WHAT"), N_("year, quarter, month; responsible, status; figures"), IN(by), NULL },
    { "against", 0, N_("FILE"), N_("a scenario or earlier plan to compare with"), IN(against), NULL },
    { "before", 0, N_("OLD.ini"), N_("the project as it was decided: what has changed"), IN(before), NULL },
    { "only", 0, N_("NAMES"), N_("figures, rules, scenarios: cost,balance,secured"), IN(only), NULL },
    { "outcomes", 0, NULL, N_("every yes and no of the undecided funders"), IN(outcomes), NULL },
    { "period", 0, N_("FROM..TO"), N_("the months that are claimed: 2021-04..2021-06"), IN(period), NULL },
    { "final", 0, NULL, N_("the last claim: what was held back, what lapses"), IN(final), NULL },
    { "unmapped", 0, N_("WHAT"), N_("fail or warn: accounts that nothing maps"), IN(unmapped), NULL },
    { "strict", 0, NULL, N_("a deviation without its comment fails (1)"), IN(strict), NULL },
    { "vary", 0, N_("PATH"), N_("the value to change: staff.projektledare.share"), IN(vary), NULL },
    { "until", 0, N_("RULES"), N_("what shall hold: balance, match.medel, gap>=0 kr"), IN(until), NULL },
    { "bounds", 0, N_("LOW..HIGH"), N_("the value stays within these"), IN(bounds), NULL },
    { "fill", 0, NULL, N_("a smaller activity may pass one that does not fit"), IN(fill), NULL },
    { "template", 0, N_("TEMPLATE"), N_("one of those below, or a file of your own"), IN(template), &templates },
    { "funder", 0, N_("ID"), N_("the funder that a certificate is of"), IN(funder), NULL },
    { "check", 0, N_("FILE"), N_("a written letter: do its figures still hold?"), IN(check), NULL },
    { "reference-doc", 0, N_("FILE"), N_("a document whose styles DOCX and ODT take"), IN(reference), NULL },
    { "trials", 0, N_("COUNT"), N_("how many trials; 100 000 unless stated"), IN(trials), NULL },
    { "seed", 0, N_("NUMBER"), N_("where the draws begin; 1 unless stated"), IN(seed), NULL },
    { "threads", 0, N_("COUNT"), N_("all processors unless stated; same answer"), IN(threads), NULL },
    { "exact", 0, NULL, N_("quantiles of all samples instead of counts"), IN(exact), NULL },
    { "samples", 0, N_("FILE"), N_("every trial's values and figures, in CSV"), IN(samples), NULL },
    { "all", 0, NULL, N_("every stated figure, a tenth less and more"), IN(all), NULL },
    { "lang", 0, N_("LANGUAGE"), N_("sv or en; else the project's"), IN(lang), WORDS(languages) },
    { "scenario", 0, N_("NAME"), N_("base, or secured: only what is granted or decided"), IN(scenario), EITHER(scenarios) },
    { "set", 0, N_("PATH=VALUE"), N_("a change on the spot: staff.projektledare.share=75%"), IN(settings), NULL },
    { "blank", 0, NULL, N_("nobody's figures; so it is without any of these"), IN(blank), NULL },
    { "like", 0, N_("MODEL"), N_("one of the projects below, with its figures"), IN(like), &starters },
    { "from", 0, N_("TABLE.csv|.xlsx"), N_("the budget that you have, as rows of cost by year"), IN(from), NULL },
    { "sheet", 0, N_("NAME"), N_("of a workbook; else the first"), IN(sheet), NULL },
    { "columns", 0, N_("HEADING: WHAT"), N_("cost, funder, financing, category, note, none, 2027"), IN(columns), NULL },
    { "questions", 0, NULL, N_("what a first budget asks, to fill in"), IN(questions), NULL },
    { "answers", 0, N_("FILE"), N_("a project made of that file, filled in"), IN(answers), NULL },
    { "scenario", 0, N_("[PROJECT.ini]"), N_("a scenario, with what the project states"), IN(scenario_of), NULL },
    { "width", 0, N_("COLUMNS"), N_("how wide text is; else as the terminal"), IN(width), NULL },
    { "paths", 0, NULL, N_("a page names each figure's path, for programs"), IN(paths), NULL },
    { "color", 0, N_("WHEN"), N_("auto, always or never"), IN(color), WORDS(colors) },
    { "diagnostics", 0, N_("KIND"), N_("text, or json for programs: errors and warnings"), IN(diagnostics), WORDS(diagnostics_kinds) },
    { "quiet", 'q', NULL, N_("no warnings"), IN(quiet), NULL },
    { "help", 'h', NULL, N_("what the command does and takes"), IN(help), NULL },
    { "version", 0, NULL, N_("the program's version"), IN(version), NULL },
    { 0 },
};
/* clang-format on */

bool options_have(const size_t *options, size_t option)
{
    while (*options != option && *options != OPTION(command))
        options++;
    return *options == option;
}

bool option_is_given(const struct request *request, const struct option_row *row)
{
    const void *field = (const char *)request + row->field;
    switch (row->type) {
    case OPTION_FLAG:
        return *(const bool *)field;
    case OPTION_TEXT:
        return *(const char *const *)field;
    case OPTION_NAMES:
        return ((const struct option_names *)field)->said;
    case OPTION_LIST:
        return ((const argument_list *)field)->count > 0;
    case OPTION_CHOICE:
        return ((const struct option_choice *)field)->said;
    }
    return false;
}

static struct option_choice read_choice(struct session *session, const struct option_row *row, const char *argument)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; choice_name(row->choices, i); i++) {
        if (row->choices->swedish && strcmp(text_in_row(row->choices, i, row->choices->swedish), argument) == 0)
            argument = choice_name(row->choices, i);
        *list_add(&names, session->arena) = choice_name(row->choices, i);
    }
    *list_add(&names, session->arena) = NULL;
    const char *option = arena_text(session->arena, "--%s", row->name);
    return (struct option_choice){ argument, choose(session, option, argument, names.items) };
}

static const char *joined(struct session *session, const char *names, const char *more)
{
    return names ? arena_text(session->arena, "%s, %s", names, more) : more;
}

static void keep(struct session *session, const struct option_row *row, const char *argument)
{
    void *field = (char *)&session->request + row->field;
    bool adds_up = row->type == OPTION_LIST || row->type == OPTION_NAMES;
    if (!adds_up && option_is_given(&session->request, row)) {
        session_complain(session, DIAG_OPTION_TWICE, ARGS(arg_text(row->name)));
        return;
    }
    switch (row->type) {
    case OPTION_FLAG:
        *(bool *)field = true;
        break;
    case OPTION_TEXT:
        *(const char **)field = argument;
        break;
    case OPTION_NAMES:
        ((struct option_names *)field)->said = joined(session, ((struct option_names *)field)->said, argument);
        break;
    case OPTION_LIST:
        *list_add((argument_list *)field, session->arena) = argument;
        break;
    case OPTION_CHOICE:
        *(struct option_choice *)field = read_choice(session, row, argument);
        break;
    }
}

/* Beyond all letters: the numbers by which getopt tells of long options; and of what is none. */
enum { IS_WORD = 1, FIRST_LONG = 256 };

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

/* A command by what it is called in Swedish; NULL: nothing near. */
static const char *command_meant(const char *name, const char *const *names, struct arena *arena)
{
    static const struct {
        const char *called, *command;
    } everyday[] = { { "kontroll", "check" },
                     { "kontrollera", "check" },
                     { "granska", "check" },
                     { "jämför", "compare" },
                     { "jämförelse", "compare" },
                     { "rapport", "report" },
                     { "hjälp", "help" },
                     { "brev", "letter" },
                     { "avgifter", "fees" },
                     { "likviditet", "liquidity" },
                     { "simulera", "simulate" },
                     { "känslighet", "sensitivity" },
                     { "förklara", "explain" },
                     { "ny", "init" },
                     { "nytt", "init" },
                     { "börja", "init" },
                     { "lös", "solve" },
                     { "aktiviteter", "activities" },
                     { "uppföljning", "follow-up" },
                     { "rekvisition", "claim" },
                     { "ändringar", "changes" },
                     { "prioritera", "prioritise" },
                     { "frys", "freeze" },
                     { "lås", "freeze" },
                     { "verifiera", "verify" },
                     { "prioritize", "prioritise" } };
    for (size_t i = 0; i < sizeof everyday / sizeof *everyday; i++)
        if (text_same(everyday[i].called, name))
            return everyday[i].command;
    return text_nearest(name, names, arena);
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
    const char *ending = strrchr(name, '.');
    if (ending && text_same(ending, ".ini"))
        session_complain(session, DIAG_COMMAND_OF_FILE, ARGS(arg_text(name)));
    else
        session_complain(session, DIAG_UNKNOWN_COMMAND,
                         ARGS(arg_text(name), arg_text(command_meant(name, names.items, session->arena))));
    return NULL;
}

/* A file's ending names its format: one that no writer knows would get another's bytes. */
static void check_ending(struct session *session)
{
    const struct request *request = &session->request;
    if (request->command->run == init_run || !options_have(request->command->options, OPTION(format)) ||
        !request->output || request_format(request))
        return;
    const char *name = path_name(request->output), *dot = strrchr(name, '.');
    if (!dot || dot == name || writer_of_file(request->output))
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
    const struct command *command = request->command;
    const size_t *alone = OPTIONS(OPTION(help), OPTION(version), OPTION(lang), OPTION(output), OPTION(diagnostics));
    const size_t *always = OPTIONS(OPTION(help), OPTION(version));
    for (const struct option_row *row = option_rows; row->name && !command; row++)
        if (option_is_given(request, row) && !options_have(alone, row->field))
            session_complain(session, DIAG_NO_COMMAND, ARGS(arg_text(row->name)));
    if (!command)
        return;
    check_ending(session);
    for (const struct option_row *row = option_rows; row->name; row++)
        if (option_is_given(request, row) && !options_have(always, row->field) &&
            !options_have(command->options, row->field))
            session_complain(session, DIAG_OPTION_NOT_TAKEN, ARGS(arg_text(row->name), arg_text(command->name)));
    const struct writer *writer = request_writer(request, "text");
    const char *format = writer->format;
    if (!writer->write)
        check_workbook(session);
    if (request->csv.said && strcmp(format, "csv") != 0)
        session_complain(session, DIAG_CSV_UNWANTED, ARGS(arg_text(format)));
    if (request->unit.said && writer->exact)
        session_complain(session, DIAG_UNIT_UNWANTED, ARGS(arg_text(format)));
    if (request->paths && strcmp(format, "html") != 0)
        session_complain(session, DIAG_PATHS_UNWANTED, ARGS(arg_text(format)));
    if (request->width && strcmp(format, "text") != 0)
        session_complain(session, DIAG_WIDTH_UNWANTED, ARGS(arg_text(format)));
    else if (request->width)
        session->width = (int)choose_whole(session, "--width", request->width, LEAST_WIDTH, MOST_WIDTH);
}

/* Its argument may be left out. */
static bool is_open(const struct option_row *row)
{
    return row->argument && row->argument[0] == '[';
}

/* What a name means is the command's to say: --scenario chooses money in most, and begins a file in init. */
static bool is_meant(const struct option_row *row, const struct command *command)
{
    const struct option_row *meant = NULL;
    for (const struct option_row *other = option_rows; other->name; other++)
        if (strcmp(other->name, row->name) == 0 &&
            (!meant || (command && options_have(command->options, other->field))))
            meant = other;
    return meant == row;
}

/* getopt's two tables, made of ours. */
static const struct option *long_options(const struct command *command, struct arena *arena)
{
    LIST(struct option) options = { 0 };
    for (const struct option_row *row = option_rows; row->name; row++) {
        int takes = is_open(row) ? optional_argument : row->argument ? required_argument : no_argument;
        if (is_meant(row, command))
            *list_add(&options, arena) =
                (struct option){ row->name, takes, NULL, FIRST_LONG + (int)(row - option_rows) };
    }
    *list_add(&options, arena) = (struct option){ 0 };
    return options.items;
}

static const char *option_letters(struct arena *arena)
{
    struct text letters = text_new(arena);
    /* Words in their order among the options, whatever POSIXLY_CORRECT says. */
    text_add(&letters, "-:");
    for (const struct option_row *row = option_rows; row->name; row++)
        if (row->letter)
            text_addf(&letters, "%c%s", row->letter, row->argument ? ":" : "");
    return letters.bytes;
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

/* The first names the command. */
static void add_word(struct session *session, const char *word, bool is_first)
{
    if (is_first)
        session->request.command = find_command(session, word);
    else
        *list_add(&session->request.words, session->arena) = word;
}

/* One that may be left out is the next word, if that is no option. */
static const char *argument_of(const struct option_row *row, int argc, char **argv)
{
    if (!is_open(row) || optarg)
        return optarg;
    return optind < argc && argv[optind][0] != '-' ? argv[optind++] : "";
}

void options_read(struct session *session, int argc, char **argv)
{
    const struct option *options = long_options(NULL, session->arena);
    const char *letters = option_letters(session->arena);
    int words = 0;
    opterr = 0;
    optind = 0; /* from the beginning, whatever this process has read before */
    for (int found; (found = getopt_long(argc, argv, letters, options, NULL)) != -1;) {
        if (found == '?' || found == ':')
            refuse_option(session, found, argv);
        else if (found == IS_WORD)
            add_word(session, optarg, !words++);
        else
            keep(session, row_of(found), argument_of(row_of(found), argc, argv));
        if (words == 1)
            options = long_options(session->request.command, session->arena);
    }
    while (optind < argc)
        add_word(session, argv[optind++], !words++);
    check_options(session);
}

#include "help.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "key_reference.h"
#include "output.h"
#include "pages.h"
#include "topics.h"

enum { NAME_WIDTH = 12, OPTION_WIDTH = 26, TOPIC_WIDTH = 21 };

static void add_row(struct text *out, const char *name, const char *meaning, int width)
{
    text_addf(out, "  %s", name);
    text_fill(out, ' ', width - text_columns(name));
    text_addf(out, " %s\n", tr(meaning));
}

const char *help_of_program(struct session *session)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "medfin %s: %s\n\n", session->version,
              tr(N_("co-financed projects as exact budgets, checked rules and scenarios")));
    text_addf(&out, "%s: medfin %s %s [%s]\n\n", tr(N_("Usage")), tr(N_("COMMAND")),
              tr(N_("PROJECT.ini [SCENARIO.ini …]")), tr(N_("options")));
    for (const struct command *command = command_rows; command->name; command++)
        add_row(&out, command->name, command->meaning, NAME_WIDTH);
    text_addf(&out, "\n%s\n", tr(N_("medfin help COMMAND tells the options and gives an example.")));
    for (const struct reference_topic *topic = reference_topics; topic->name; topic++)
        add_row(&out, arena_text(session->arena, "medfin help %s", topic->name), topic->meaning, TOPIC_WIDTH);
    for (const struct page *page = page_rows; page->name; page++)
        add_row(&out, arena_text(session->arena, "medfin help %s", page->name), page->meaning, TOPIC_WIDTH);
    const bool is_swedish = session->language == LANGUAGE_SV;
    text_addf(&out, "\n%s\n", is_swedish ? "In English: medfin --lang en" : "På svenska: medfin --lang sv");
    return out.bytes;
}

const struct exit_row exit_rows[] = {
    { EXIT_HOLDS, N_("done; every rule holds or only warns") },
    { EXIT_FAILS, N_("a rule fails or cannot be determined, or a written letter no longer holds") },
    { EXIT_USAGE, N_("the command line is wrong") },
    { EXIT_INPUT, N_("the input is in error, and nothing was computed from it") },
    { EXIT_NO_SOLUTION, N_("solve found no value that makes the rules hold") },
    { EXIT_SYSTEM, N_("a file could not be read or written; an existing one is left as it was") },
    { EXIT_BUG, N_("a bug in medfin") },
    { 0 },
};

static const char *option_form(struct session *session, const struct option_row *row)
{
    const char *letter = row->letter ? arena_text(session->arena, "-%c, ", row->letter) : "";
    const char *argument = row->argument ? arena_text(session->arena, " %s", tr(row->argument)) : "";
    return arena_text(session->arena, "%s--%s%s", letter, row->name, argument);
}

static void add_choices(struct text *out, const struct choices *choices)
{
    text_addf(out, "\n%s:\n", tr(choices->title));
    for (int i = 0; choice_name(choices, i); i++)
        add_row(out, choice_name(choices, i), choice_meaning(choices, i), NAME_WIDTH);
}

const char *help_of_command(struct session *session, const struct command *command)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "medfin %s: %s\n\n", command->name, tr(command->meaning));
    text_addf(&out, "%s: medfin %s%s%s [%s]\n\n", tr(N_("Usage")), command->name, *command->arguments ? " " : "",
              tr(command->arguments), tr(N_("options")));
    for (const struct option_row *row = option_rows; row->name; row++)
        if (command_shows(command, row))
            add_row(&out, option_form(session, row), row->meaning, OPTION_WIDTH);
    for (const struct option_row *row = option_rows; row->name; row++)
        if (command_shows(command, row) && row->choices && row->choices->title)
            add_choices(&out, row->choices);
    text_addf(&out, "\n%s:\n  medfin %s\n", tr(N_("Example")), command->example);
    return out.bytes;
}

/* Of what help tells; of sections and keys alone, where that is asked for. */
static const char *nearest_subject(struct session *session, const char *word, bool only_keys)
{
    LIST(const char *) names = { 0 };
    for (const struct command *command = command_rows; command->name && !only_keys; command++)
        *list_add(&names, session->arena) = command->name;
    for (const struct reference_topic *topic = reference_topics; topic->name && !only_keys; topic++)
        *list_add(&names, session->arena) = topic->name;
    for (const struct page *page = page_rows; page->name && !only_keys; page++)
        *list_add(&names, session->arena) = page->name;
    for (const char *const *name = key_reference_names(session->arena); *name; name++)
        *list_add(&names, session->arena) = *name;
    *list_add(&names, session->arena) = NULL;
    return text_nearest(word, names.items, session->arena);
}

static int write_reference(struct session *session, const struct reference_topic *topic)
{
    struct doc *doc = session_doc(session);
    topic->contents(doc);
    return write_doc(session, doc, EXIT_HOLDS);
}

/* Help on the program or a command is plain text and has no other format. */
static int write_help(struct session *session, const char *text)
{
    const struct request *request = &session->request;
    const size_t *formats = OPTIONS(OPTION(format), OPTION(csv), OPTION(width));
    for (const struct option_row *row = option_rows; row->name; row++)
        if (option_is_given(request, row) && options_have(formats, row->field)) {
            const char *word = request->words.count ? request->words.items[0] : "";
            const char *asked = arena_text(session->arena, "help%s%s", *word ? " " : "", word);
            session_complain(session, DIAG_OPTION_NOT_TAKEN, ARGS(arg_text(row->name), arg_text(asked)));
            return EXIT_USAGE;
        }
    return write_text(session, text, EXIT_HOLDS);
}

/* A section or a key; what is neither is told as what it was asked for as. */
static int write_key(struct session *session, const char *word, enum diag_id unknown)
{
    struct doc *doc = session_doc(session);
    enum { FEWEST_LETTERS = 4 }; /* of a shorter word almost anything is near */
    const char *meant = subject_meant(word, session->arena);
    if (key_reference_contents(doc, word) || (meant && key_reference_contents(doc, meant)))
        return write_doc(session, doc, EXIT_HOLDS);
    bool is_short = text_columns(word) < FEWEST_LETTERS;
    const char *nearest = is_short ? NULL : nearest_subject(session, word, unknown == DIAG_UNKNOWN_NAME);
    session_complain(session, unknown, ARGS(arg_text(word), arg_text(nearest)));
    return EXIT_USAGE;
}

int help_run(struct session *session)
{
    const struct request *request = &session->request;
    const char *const *words = request->words.items;
    const int count = request->words.count;
    const struct reference_topic *topic = count ? reference_find(words[0]) : NULL;
    const bool is_of_key = count == 2 && topic && topic->contents == keys_contents;
    if (count > 1 && !is_of_key) {
        session_complain(session, DIAG_WORD_UNWANTED, ARGS(arg_text("help"), arg_text(words[1])));
        return EXIT_USAGE;
    }
    if (!count)
        return write_help(session, help_of_program(session));
    if (is_of_key)
        return write_key(session, words[1], DIAG_UNKNOWN_NAME);
    if (topic)
        return write_reference(session, topic);
    for (const struct page *page = page_rows; page->name; page++)
        if (strcmp(page->name, words[0]) == 0)
            return write_help(session, page->text(session));
    for (const struct command *command = command_rows; command->name; command++)
        if (strcmp(command->name, words[0]) == 0)
            return write_help(session, help_of_command(session, command));
    return write_key(session, words[0], DIAG_UNKNOWN_SUBJECT);
}

/* What the program tells others of itself, printed from its tables: the source of its manual page,
   and completions for shells. */

#include "pages.h"

#include <string.h>

#include <medfin/letter/letter.h>
#include <medfin/letter/templates.h>
#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/write/writer.h>

#include "commands.h"
#include "help.h"
#include "options.h"
#include "topics.h"

/* Words of scdoc as text: a backslash makes of any mark what it is. */
static void add_plain(struct text *out, const char *words)
{
    for (const char *at = words; *at; at++) {
        if (strchr("\\*_#[]-|", *at))
            text_add(out, "\\");
        text_add_bytes(out, *at == '\n' ? " " : at, 1);
    }
}

static void add_title(struct text *out, const char *title)
{
    text_addf(out, "\n# %s\n\n", title);
}

/* "*term*" and, moved in below it, what it means. */
static void add_meaning(struct text *out, const char *meaning)
{
    text_add(out, "\t");
    add_plain(out, meaning);
    text_add(out, "\n\n");
}

static void add_term(struct text *out, const char *term, const char *meaning)
{
    text_add(out, "*");
    add_plain(out, term);
    text_add(out, "*\n");
    add_meaning(out, meaning);
}

static void add_option_name(struct text *out, const struct option_row *row)
{
    text_add(out, "*");
    add_plain(out, arena_text(out->arena, "--%s", row->name));
    text_add(out, "* ");
}

static void add_commands(struct text *out)
{
    for (const struct command *command = command_rows; command->name; command++) {
        text_addf(out, "*%s*", command->name);
        if (*command->arguments) {
            text_add(out, " ");
            add_plain(out, tr(command->arguments));
        }
        text_add(out, "\n");
        add_meaning(out, tr(command->meaning));
        text_add(out, "\t");
        for (const struct option_row *row = option_rows; row->name; row++)
            if (options_have(command->options, row->field))
                add_option_name(out, row);
        text_add(out, "\n\n");
    }
}

static void add_options(struct text *out)
{
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (row->letter)
            text_addf(out, "*\\-%c*, ", row->letter);
        text_add(out, "*");
        add_plain(out, arena_text(out->arena, "--%s", row->name));
        text_add(out, "*");
        if (row->argument)
            text_addf(out, " _%s_", tr(row->argument));
        text_add(out, "\n");
        add_meaning(out, tr(row->meaning));
    }
}

static void add_keys(struct text *out, enum section_id section, enum language language)
{
    for (int i = 0; i < key_count; i++)
        if (key_is_of(&key_rows[i], section))
            add_term(out, key_form(out->arena, &key_rows[i], language), tr(key_rows[i].meaning));
}

static void add_project_file(struct text *out, enum language language)
{
    add_plain(out, tr(N_("INI in UTF-8: [kind id], then key = value. What a value may be, medfin help values tells.")));
    text_addf(out, "\n\n## %s\n\n", tr(N_("Any section")));
    add_keys(out, SECTION_COUNT, language);
    for (int i = 0; i < SECTION_COUNT; i++) {
        /* scdoc takes a heading as it stands, backslashes too. */
        text_addf(out, "## [%s%s]\n\n", section_word((enum section_id)i, language),
                  section_rows[i].has_id ? " ID" : "");
        add_plain(out, tr(section_rows[i].meaning));
        text_add(out, "\n\n");
        add_keys(out, (enum section_id)i, language);
    }
}

/* In a literal block scdoc leaves a backslash out, unless there are two. */
static void add_literal(struct text *out, const char *words)
{
    for (const char *at = words; *at; at++)
        text_addf(out, "%s%c", *at == '\\' ? "\\" : "", *at);
}

static void add_examples(struct text *out)
{
    for (const struct command *command = command_rows; command->name; command++) {
        text_add(out, "```\nmedfin ");
        add_literal(out, command->example);
        text_add(out, "\n```\n\n");
    }
}

static const char *page_man(struct session *session)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "medfin(1) \"medfin %s\"\n", session->version);
    add_title(&out, tr(N_("Name")));
    text_add(&out, "medfin - ");
    add_plain(&out, tr(N_("co-financed projects as exact budgets, checked rules and scenarios")));
    add_title(&out, tr(N_("Synopsis")));
    text_add(&out, "*medfin* ");
    add_plain(&out, arena_text(session->arena, "%s %s [%s]", tr(N_("COMMAND")), tr(N_("PROJECT.ini [SCENARIO.ini …]")),
                               tr(N_("options"))));
    add_title(&out, tr(N_("Commands")));
    add_commands(&out);
    add_title(&out, tr(N_("Options")));
    add_options(&out);
    add_title(&out, tr(N_("Formats")));
    for (const struct writer *writer = writers; writer->format; writer++)
        add_term(&out, writer->format, tr(writer->meaning));
    add_title(&out, tr(N_("Templates")));
    for (const struct letter_template *row = letter_templates; row->name; row++)
        add_term(&out, row->name, tr(row->meaning));
    add_title(&out, tr(N_("Exit status")));
    for (const struct exit_row *row = exit_rows; row->meaning; row++)
        add_term(&out, arena_text(session->arena, "%d", row->status), tr(row->meaning));
    add_title(&out, tr(N_("Project file")));
    add_project_file(&out, session->language);
    add_title(&out, tr(N_("Examples")));
    add_examples(&out);
    return out.bytes;
}

/* What the option can be, separated by blanks; "" where that is the user's own. */
static const char *choices_of(struct session *session, const struct option_row *row)
{
    struct text out = text_new(session->arena);
    for (int i = 0; row->choices && choice_name(row->choices, i); i++)
        text_addf(&out, "%s ", choice_name(row->choices, i));
    return out.bytes;
}

static const char *command_names(struct session *session)
{
    struct text out = text_new(session->arena);
    for (const struct command *command = command_rows; command->name; command++)
        text_addf(&out, "%s%s", out.size ? " " : "", command->name);
    return out.bytes;
}

static const char *topic_names(struct session *session)
{
    struct text out = text_new(session->arena);
    text_add(&out, command_names(session));
    for (const struct reference_topic *topic = reference_topics; topic->name; topic++)
        text_addf(&out, " %s", topic->name);
    for (const struct page *page = page_rows; page->name; page++)
        text_addf(&out, " %s", page->name);
    return out.bytes;
}

static void add_bash_choices(struct session *session, struct text *out)
{
    for (const struct option_row *row = option_rows; row->name; row++) {
        const char *choices = choices_of(session, row);
        if (!row->argument)
            continue;
        text_addf(out, "    --%s", row->name);
        if (row->letter)
            text_addf(out, " | -%c", row->letter);
        if (*choices)
            text_addf(out, ") COMPREPLY=($(compgen -W '%s' -- \"$word\")) ;;\n", choices);
        else
            text_add(out, ") COMPREPLY=() ;;\n");
    }
}

static void add_bash_options(struct text *out)
{
    for (const struct command *command = command_rows; command->name; command++) {
        text_addf(out, "    %s) options='", command->name);
        for (const struct option_row *row = option_rows; row->name; row++)
            if (command_shows(command, row))
                text_addf(out, "--%s ", row->name);
        text_add(out, "' ;;\n");
    }
}

static const char *page_bash(struct session *session)
{
    struct text out = text_new(session->arena);
    const char *names = command_names(session);
    text_addf(&out,
              "# Completion of medfin for bash.\n"
              "_medfin()\n{\n"
              "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
              "    local command= options= at\n"
              "    for ((at = 1; at < COMP_CWORD; at++)); do\n"
              "        [[ \" %s \" == *\" ${COMP_WORDS[at]} \"* ]] && command=${COMP_WORDS[at]} && break\n"
              "    done\n"
              "    case $before in\n",
              names);
    add_bash_choices(session, &out);
    text_add(&out, "    esac\n"
                   "    [[ ${COMPREPLY[0]-} ]] && return\n"
                   "    case $command in\n"
                   "    '') options='--help --version' ;;\n");
    add_bash_options(&out);
    text_addf(&out,
              "    esac\n"
              "    if [[ $word == -* ]]; then\n"
              "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
              "    elif [[ ! $command ]]; then\n"
              "        COMPREPLY=($(compgen -W '%s' -- \"$word\"))\n"
              "    elif [[ $command == help ]]; then\n"
              "        COMPREPLY=($(compgen -W '%s' -- \"$word\"))\n"
              "    else\n"
              "        compopt -o filenames 2>/dev/null\n"
              "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
              "    fi\n"
              "}\n"
              "complete -F _medfin medfin\n",
              names, topic_names(session));
    return out.bytes;
}

/* In single quotes for fish. */
static const char *quoted(struct session *session, const char *words)
{
    struct text out = text_new(session->arena);
    for (const char *at = words; *at; at++)
        text_addf(&out, "%s%c", *at == '\'' || *at == '\\' ? "\\" : "", *at);
    return out.bytes;
}

static const char *page_fish(struct session *session)
{
    struct text out = text_new(session->arena);
    text_addf(&out, "# Completion of medfin for fish.\nset -l commands %s\n", command_names(session));
    for (const struct command *command = command_rows; command->name; command++)
        text_addf(&out, "complete -c medfin -n \"not __fish_seen_subcommand_from $commands\" -f -a %s -d '%s'\n",
                  command->name, quoted(session, tr(command->meaning)));
    text_addf(&out, "complete -c medfin -n '__fish_seen_subcommand_from help' -f -a '%s'\n", topic_names(session));
    for (const struct command *command = command_rows; command->name; command++)
        for (const struct option_row *row = option_rows; row->name; row++) {
            if (!command_shows(command, row))
                continue;
            const char *choices = choices_of(session, row);
            text_addf(&out, "complete -c medfin -n '__fish_seen_subcommand_from %s' -l %s", command->name, row->name);
            if (row->letter)
                text_addf(&out, " -s %c", row->letter);
            text_addf(&out, "%s%s%s%s -d '%s'\n", row->argument ? " -r" : "", *choices ? " -f -a '" : "", choices,
                      *choices ? "'" : "", quoted(session, tr(row->meaning)));
        }
    return out.bytes;
}

/* In single quotes for zsh, where a colon parts what is offered from its meaning and a bracket ends it. */
static const char *zsh_quoted(struct session *session, const char *words)
{
    struct text out = text_new(session->arena);
    for (const char *at = words; *at; at++)
        text_addf(&out, "%s%s%c", *at == '\'' ? "'\\'" : "", strchr(":[]\\", *at) ? "\\" : "", *at);
    return out.bytes;
}

/* "'*'{-f+,--format=}'[meaning]:FORMAT:(text md)'": given as often as one likes, as elsewhere. */
static void add_zsh_option(struct session *session, struct text *out, const struct option_row *row)
{
    const char *choices = choices_of(session, row), *argument = row->argument ? tr(row->argument) : NULL;
    text_add(out, " \\\n            '*'");
    if (row->letter)
        text_addf(out, "{-%c%s,--%s%s}", row->letter, argument ? "+" : "", row->name, argument ? "=" : "");
    else
        text_addf(out, "--%s%s", row->name, argument ? "=" : "");
    text_addf(out, "'[%s]", zsh_quoted(session, tr(row->meaning)));
    if (argument && *choices && row->type == OPTION_TEXT)
        text_addf(out, ":%s:{compadd - %s; _files}", zsh_quoted(session, argument), choices);
    else if (argument && *choices)
        text_addf(out, ":%s:(%s)", zsh_quoted(session, argument), choices);
    else if (argument)
        text_addf(out, ":%s:_files", zsh_quoted(session, argument));
    text_add(out, "'");
}

static const char *page_zsh(struct session *session)
{
    struct text out = text_new(session->arena);
    text_add(&out, "#compdef medfin\n"
                   "# Completion of medfin for zsh.\n"
                   "local state line\n"
                   "typeset -A opt_args\n"
                   "local -a commands=(\n");
    for (const struct command *command = command_rows; command->name; command++)
        text_addf(&out, "    '%s:%s'\n", command->name, zsh_quoted(session, tr(command->meaning)));
    text_addf(&out,
              ")\n"
              "_arguments -C '(- *)'{-h,--help}'[%s]' '(- *)--version[%s]' '1: :->command' '*:: :->words' && return\n"
              "case $state in\n"
              "command) _describe -t commands '%s' commands ;;\n"
              "words)\n"
              "    case $words[1] in\n",
              zsh_quoted(session, tr(N_("what the command does and takes"))),
              zsh_quoted(session, tr(N_("the program's version"))), zsh_quoted(session, tr(N_("COMMAND"))));
    for (const struct command *command = command_rows; command->name; command++) {
        text_addf(&out, "    %s)\n        _arguments", command->name);
        for (const struct option_row *row = option_rows; row->name; row++)
            if (command_shows(command, row))
                add_zsh_option(session, &out, row);
        if (strcmp(command->name, "help") == 0)
            text_addf(&out, " \\\n            '*: :(%s)' ;;\n", topic_names(session));
        else
            text_add(&out, " \\\n            '*: :_files' ;;\n");
    }
    text_add(&out, "    esac ;;\n"
                   "esac\n");
    return out.bytes;
}

const struct page page_rows[] = {
    { "man", N_("this program's manual page, as scdoc reads it"), page_man },
    { "bash", N_("completion for the shell bash"), page_bash },
    { "fish", N_("completion for the shell fish"), page_fish },
    { "zsh", N_("completion for the shell zsh"), page_zsh },
    { 0 },
};

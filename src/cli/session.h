#ifndef MEDFIN_CLI_SESSION_H
#define MEDFIN_CLI_SESSION_H

/* One run of the program: what was asked for, and what it has come to so far. */

#include <medfin/base/diag.h>
#include <medfin/cli/cli.h>
#include <medfin/plan/plan.h>
#include <medfin/read/files.h>

typedef LIST(const char *) argument_list;

/* What was chosen of a table. */
struct option_choice {
    const char *said; /* as written; NULL: the option was not given */
    int number;       /* of the row; 0, the usual one, while it was not given; −1: no row has that name */
};

/* Names separated by commas, however often they were given; NULL: never. */
struct option_names {
    const char *said;
};

/* The numbers of some choices; --lang has those of enum language. */
enum { CSV_SWEDISH, CSV_MACHINE };
enum { SCENARIO_BASE, SCENARIO_SECURED };
enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON };

struct request {
    const struct command *command; /* NULL: none */
    argument_list words;           /* what is no option, behind the command */

    /* What options were given, as the table of options says: its rows name these fields, whose type
       says how one is read. A text is as written, and NULL where it was not given. */
    bool paths; /* a page names its figures' */
    struct option_choice format, csv, unit, lang, scenario, like, color, diagnostics;
    const char *output;     /* NULL: standard output */
    struct option_names by; /* a period, or figures and rules, as the command reads it */
    struct option_names until, only;
    const char *vary, *bounds, *against;
    const char *template, *funder, *check, *reference;
    const char *trials, *seed, *threads, *samples, *width;
    const char *from, *sheet; /* the table that a project is made of */
    argument_list columns;    /* what its headings mean */
    const char *answers;
    const char *scenario_of; /* the project that a scenario is begun for; "": none */
    argument_list settings;  /* of --set */
    argument_list before;    /* the files of an earlier version */
    const char *period;      /* that a claim is for: 2021-04..2021-06 */
    const char *unmapped;    /* what follows of accounts that nothing maps */
    bool outcomes, fill, exact, all, blank, questions, quiet, strict, final, help, version;
};

/* What stands for a path where there is none. */
extern const char standard_output[];

struct session {
    struct arena *arena;
    struct diags *diags;
    struct request request;
    const char *version;
    int width; /* of text, in columns; 0: as the terminal */
    enum language language;
    statement_list statements;
    int said; /* so many of them by files and settings; behind those, what leaves out money that is not secured */
    read_file_list read;         /* what no answer is written over */
    arena_list kept;             /* what diagnostics tell of beside the arena */
    statement_list changed;      /* what workbooks that were given back change, which is among the statements too … */
    const struct project *below; /* … and what they are read on top of … */
    const char *files;           /* … with its files */
    const struct project *project;
    const struct plan *plan;
    const struct comparison *compared; /* of the plan's scenario with others; NULL: none */
};

/* A usage fault without a place. */
void session_complain(struct session *session, enum diag_id id, const struct diag_arg *args);

/* What --lang says; without it, the language of the environment, until a project is read. */
void session_language(struct session *session);
/* From here on the program speaks that language. */
void session_speak(struct session *session, enum language language);
/* A project speaks its own language, Swedish unless it says otherwise; so does a portfolio. */
void session_adopt_language(struct session *session, const statement_list *statements);

/* Whether an answer can be written to where the request says, as far as that is known when all is read and nothing is
   written: false after a fault. */
bool session_may_answer(struct session *session);

/* A text that is no project, as source_read reads it; NULL after a fault, also where the answer would replace it. */
const struct source *session_source(struct session *session, const char *path);

/* The project of the named files, with settings and scenario; false if there is none, or no way to answer. */
bool session_read(struct session *session, const char *const *files, int count);

/* What the project was read from, as a workbook says it: "project.ini, antaganden.ini". */
const char *session_files(struct session *session);

const char *files_of(struct session *session, const statement_list *statements);

/* Adds what the workbooks change, each held against the project that the statements make; false after a fault. */
bool read_workbooks(struct session *session, const struct project *project, const statement_list *statements,
                    const argument_list *workbooks, statement_list *changed);

/* By what the file is called: what it holds is looked at when it is read. */
bool names_workbook(const char *path);

/* The project's funder of that id; NULL for none (an id of NULL names none), or after a fault. */
const struct funder *session_funder(struct session *session, const char *id);

struct scenario_case;

/* A project as it was, and as it is: two cases, each of a project and what is read on top of it, the earlier version
   first. Returns an exit status. */
int read_versions(struct session *session, struct scenario_case **cases, int *count);

#endif

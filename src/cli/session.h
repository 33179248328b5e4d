#ifndef MEDFIN_CLI_SESSION_H
#define MEDFIN_CLI_SESSION_H

/* One run of the program: what was asked for, and what it has come to so far. */

#include <medfin/base/diag.h>
#include <medfin/base/text.h>
#include <medfin/cli/cli.h>
#include <medfin/plan/derivation.h>
#include <medfin/plan/plan.h>
#include <medfin/simulate/simulate.h>
#include <medfin/whatif/cure.h>
#include <medfin/whatif/figure.h>
#include <medfin/whatif/unknown.h>
#include <medfin/write/writer.h>

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* Options, as bits: a command says which it takes. */
enum {
    OPTION_FORMAT = 1 << 0,
    OPTION_OUTPUT = 1 << 1,
    OPTION_UNIT = 1 << 2,
    OPTION_LANG = 1 << 3,
    OPTION_SCENARIO = 1 << 4,
    OPTION_SET = 1 << 5,
    OPTION_COLOR = 1 << 6,
    OPTION_QUIET = 1 << 7,
    OPTION_HELP = 1 << 8,
    OPTION_VERSION = 1 << 9,
    OPTION_CSV = 1 << 10,
    OPTION_LIKE = 1 << 11,
    OPTION_BY = 1 << 12,
    OPTION_OUTCOMES = 1 << 13,
    OPTION_VARY = 1 << 14,
    OPTION_UNTIL = 1 << 15,
    OPTION_BOUNDS = 1 << 16,
    OPTION_AGAINST = 1 << 17,
    OPTION_ONLY = 1 << 18,
    OPTION_FILL = 1 << 24,
    OPTION_TEMPLATE = 1 << 20,
    OPTION_FUNDER = 1 << 21,
    OPTION_CHECK = 1 << 22,
    OPTION_REFERENCE = 1 << 23,
    OPTION_TRIALS = 1 << 25,
    OPTION_SEED = 1 << 26,
    OPTION_THREADS = 1 << 27,
    OPTION_EXACT = 1 << 28,
    OPTION_SAMPLES = 1 << 29,
    OPTION_ALL = 1 << 30
};

/* A project to start from. */
struct starter {
    const char *name;
    const char *meaning;     /* marked for translation */
    const char *const *text; /* pieces, one after another; ends with NULL */
};

/* init_networks.c */
extern const char *const starter_sekom[], *const starter_natverk[];

extern const struct starter starter_rows[]; /* ends with a NULL name; the first is the usual one */

struct request {
    const struct command *command; /* NULL: none */
    LIST(const char *) words;      /* what is no option, behind the command */
    LIST(const char *) settings;   /* of --set */
    unsigned given;                /* options, as bits */
    enum language language;        /* with OPTION_LANG */
    const struct doc_unit *unit;
    const struct writer *writer;                        /* NULL: none named */
    const char *output;                                 /* NULL: standard output */
    const struct starter *starter;                      /* NULL: the usual one */
    const char *by;                                     /* a period or a figure, as the command reads it */
    const char *vary, *until, *bounds, *against, *only; /* NULL: not given */
    const char *template, *funder, *check, *reference;  /* NULL: not given */
    const char *trials, *seed, *threads, *samples;      /* as written; NULL: not given */
    bool secured_only, quiet, csv_machine;
    enum color color;
};

struct session {
    struct arena *arena;
    struct diags *diags;
    struct request request;
    const char *version;
    enum language language;
    statement_list statements;
    const struct project *project;
    const struct plan *plan;
};

struct command {
    const char *name;
    const char *meaning;   /* marked for translation */
    const char *arguments; /* as usage shows them; marked for translation */
    const char *example;   /* behind "medfin ", on a shipped scenario */
    unsigned options;
    int (*run)(struct session *session);
};

extern const struct command command_rows[]; /* ends with a NULL name */

struct option_row {
    unsigned bit;
    const char *name;
    char letter;
    const char *argument; /* NULL: takes none */
    const char *meaning;  /* marked for translation */
    void (*take)(struct session *session, const char *argument);
    const char *const *choices; /* all that it can be; NULL: another table's names, or the user's own words */
};

extern const struct option_row option_rows[]; /* ends with a NULL name */

/* options.c: fills the request; faults go to the diags. */
void options_read(struct session *session, int argc, char **argv);

/* session.c: the project of the named files, with settings and scenario; false if there is none. */
bool session_read(struct session *session, const char *const *files, int count);
void session_language(struct session *session);
/* From here on the program speaks that language. */
void session_speak(struct session *session, enum language language);
/* A project speaks its own language, Swedish unless it says otherwise. */
void session_adopt_language(struct session *session, const statement_list *statements);

/* output.c: the format that -f names, else the file's ending, else CSV with --csv, else text. */
const struct writer *request_writer(const struct request *request);

/* Writes a doc, or a plain text, to where the request says; returns the exit
   status, `status` if all went well. */
struct doc *session_doc(struct session *session);
int write_doc(struct session *session, const struct doc *doc, int status);
int write_text(struct session *session, const char *text, int status);
/* The same for what a writer wrote, made by another program where the format asks for one. */
int write_made(struct session *session, const struct writer *writer, const char *text, int status);

/* letter.c: names of a list that ends with NULL, separated by commas. */
const char *listed(struct session *session, const char *const *names);

/* convert.c: the format that another program makes of the text; NULL with a fault in the diags. */
const char *convert(struct session *session, const struct writer *writer, const char *text, size_t *size);

/* What the rules find, and what would answer or cure each finding. */
struct judged {
    finding_list findings;
    const struct unknown_answer *answers;
    const cure_list *cures;
};

/* commands.c */
struct judged judge(struct session *session);

/* compare.c: a scenario's name is its file's, without folder and ending. */
const char *file_stem(struct session *session, const char *path);
/* The title of the last scenario among the statements that says one. */
const char *statements_title(const statement_list *statements, const char *otherwise);

/* figure.c: the derivation that `explain` was asked for; NULL with a fault in the diags. */
const struct derivation *figure_derivation(struct session *session, const char *figure, const char *period,
                                           const char **title);

/* simulate.c: what the options ask for; false after a fault. And all trials of the session's
   project; NULL after a fault of the input. */
bool read_trials(struct session *session, struct simulation_request *request);
struct simulator *run_trials(struct session *session, struct simulation_request *request);

/* The commands, one file each. */
int budget_run(struct session *session);
int check_run(struct session *session);
int sweep_command_run(struct session *session);
int solve_run(struct session *session);
int compare_run(struct session *session);
int liquidity_run(struct session *session);
int fees_run(struct session *session);
int prioritise_run(struct session *session);
int simulate_run(struct session *session);
int sensitivity_run(struct session *session);
int explain_run(struct session *session);
int report_run(struct session *session);
int help_run(struct session *session);
int init_run(struct session *session);
int letter_run(struct session *session);

/* pages.c: what is printed for other programs to read: a manual page, completions. */
struct page {
    const char *name;    /* "man" */
    const char *meaning; /* marked for translation */
    const char *(*text)(struct session *session);
};

extern const struct page page_rows[]; /* ends with a NULL name */

/* help.c: how a run can end. */
struct exit_row {
    enum exit_status status;
    const char *meaning; /* marked for translation */
};

extern const struct exit_row exit_rows[]; /* ends with a NULL meaning */

/* help.c */
const char *help_of_program(struct session *session);
const char *help_of_command(struct session *session, const struct command *command);

/* options.c: the number of the choice, or −1 after a fault. */
int choose(struct session *session, const char *option, const char *argument, const char *const *choices);

/* aims.c: rules and figures by the names that the command line gives them. */
const struct compared_figure *read_figure(struct session *session, const char *name);
/* The same in a year: "cost", "years.2022.cost". */
bool read_asked(struct session *session, const char *option, const char *path, struct asked_figure *asked);
/* Whether it may not be varied because --scenario secured hangs on it; with its fault. */
bool varies_secured(struct session *session, const struct statement *varied);
/* Whether a kind is a number that may be stepped through. */
bool kind_is_counted(enum value_kind kind);
/* The value that stands at that place, for what a range or a search varies. */
bool read_varied(struct session *session, struct place place, struct statement *varied);

/* A usage fault without a place. */
void session_complain(struct session *session, enum diag_id id, const struct diag_arg *args);

#endif

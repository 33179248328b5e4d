#ifndef MEDFIN_BASE_DIAG_H
#define MEDFIN_BASE_DIAG_H

/* What is wrong with the input, collected rather than printed: a diagnostic is a row
   of one table (diag_rows.h) with its place and arguments, and becomes a sentence in
   the reader's language only at the end of the run. Nobody stops at the first. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <medfin/base/arena.h>
#include <medfin/base/language.h>
#include <medfin/base/source.h>

enum diag_class {
    DIAG_INPUT,   /* the input is in error */
    DIAG_SYSTEM,  /* a file could not be read or written */
    DIAG_USAGE,   /* the command line is wrong */
    DIAG_WARNING, /* the input is taken as it stands, and the user is told */
    DIAG_CLASSES
};

enum diag_id {
#define DIAG(id, name, class, sentence, hint) id,
#include <medfin/base/diag_rows.h>
#undef DIAG
    DIAG_COUNT
};

struct diag_row {
    const char *name; /* unique, in lower case: the name of its case in tests/errors */
    enum diag_class class;
    const char *sentence; /* {1}..{4} stand for the arguments */
    const char *hint;     /* shown when the arguments that it names are there; "" for none */
};

extern const struct diag_row diag_rows[DIAG_COUNT];

/* An argument stays a figure until it is printed. */
struct diag_arg {
    enum {
        ARG_NONE,
        ARG_TEXT,
        ARG_WORD,
        ARG_EITHER,
        ARG_MONEY,
        ARG_SHARE,
        ARG_MONTH,
        ARG_COUNT,
        ARG_YEAR,
        ARG_PLACE
    } kind;
    const char *text;    /* TEXT as it stands; WORD is translated; EITHER the English one */
    const char *swedish; /* of EITHER */
    int64_t number;
    struct place place;
};

enum { DIAG_ARG_ROOM = 4 };

struct diag_arg arg_text(const char *text); /* NULL is no argument */
struct diag_arg arg_word(const char *message);
struct diag_arg arg_either(const char *english, const char *swedish);
struct diag_arg arg_money(int64_t ore);
struct diag_arg arg_share(int64_t parts);
struct diag_arg arg_month(int32_t at);
struct diag_arg arg_year(int year);
struct diag_arg arg_count(int64_t count);
struct diag_arg arg_place(struct place place);

struct diags;

/* Diagnostics live in the arena and copy what they are given. */
struct diags *diags_new(struct arena *arena);

/* ARGS(arg_text(word), arg_month(at)); NULL for none. They are worked out for those alone that may be shown: of a
   hopeless file the first by their place are kept, and the others counted. */
#define ARGS(...)                        ((const struct diag_arg[DIAG_ARG_ROOM]){ __VA_ARGS__ })
#define diag_add(diags, id, place, args) (diag_counts((diags), (id), (place)) ? diag_keep((diags), (args)) : (void)0)

/* Of diag_add: counts one, and says whether it may be shown; then what it is told with follows. */
bool diag_counts(struct diags *diags, enum diag_id id, struct place place);
void diag_keep(struct diags *diags, const struct diag_arg *args);
/* Where what is worked out decides which of a class it is: what was counted is told as that one. */
void diag_keep_as(struct diags *diags, enum diag_id id, const struct diag_arg *args);

/* So many may be shown so far, or could once: while it stays, no diagnostic has taken memory. */
int diags_told(const struct diags *diags);

/* What is added from here on is told behind what has been added, wherever it stands: it is of another project. */
void diags_next_part(struct diags *diags);

/* All that the others say. */
void diags_add_all(struct diags *diags, const struct diags *others);

/* How many there are of any class. */
int diags_count(const struct diags *diags);

/* Errors behind the first `from` that stand in another file than the cause, and are not among `others`, those that
   there are without what stands there, come from it. True when one is left whose cause is sought. */
bool diags_blame(struct diags *diags, int from, const struct diags *others, struct place cause);

/* How many errors, warnings left out. */
int diags_errors(const struct diags *diags);
bool diags_any(const struct diags *diags, enum diag_class class);
/* Whether that one is among the errors that may be shown. */
bool diags_hold(const struct diags *diags, enum diag_id id);

/* What is told of one, in a language. */
struct diag_told {
    const char *name; /* of its row */
    bool is_warning;
    struct place place, cause; /* where it is, and what stands elsewhere and brought it about; without a source: none */
    const char *text, *hint;   /* hint: "" for none */
};

/* All that is told: sorted by place, each once, at most 20; so many are left out. `warnings` false leaves those out. */
struct diag_report {
    LIST(struct diag_told) told;
    int left;
};

struct diag_report diags_report(const struct diags *diags, enum language language, bool warnings, struct arena *arena);

#endif

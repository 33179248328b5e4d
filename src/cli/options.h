#ifndef MEDFIN_CLI_OPTIONS_H
#define MEDFIN_CLI_OPTIONS_H

/* The options. One is a row of a table and a field of the request, whose type says how it is read;
   a command names the options that it takes by their fields. */

#include <stddef.h>

#include <medfin/model/words.h>

#include "session.h"

/* What holds one value is a fault when it is given again; names and lists are longer then. */
enum option_type {
    OPTION_FLAG,  /* bool: given or not */
    OPTION_TEXT,  /* const char *: as written */
    OPTION_NAMES, /* struct option_names: as written, those of each time behind those before */
    OPTION_LIST,  /* argument_list: as written, one behind the other */
    OPTION_CHOICE /* struct option_choice: of the row's table */
};

/* A table that can be chosen from: each of its rows begins with a name, and the last name is NULL. */
struct choices {
    const void *rows;
    size_t row_size;
    size_t meaning;    /* where in a row stands what it means, marked for translation; 0: nowhere */
    const char *title; /* under which help lists names and meanings; NULL: it does not */
    size_t swedish;    /* where in a row stands a Swedish name that is read too; 0: nowhere */
};

/* NULL behind the last. */
const char *choice_name(const struct choices *choices, int number);
const char *choice_meaning(const struct choices *choices, int number);

struct option_row {
    const char *name;
    char letter;
    const char *argument; /* marked for translation; NULL: takes none */
    const char *meaning;  /* marked for translation */
    enum option_type type;
    size_t field;                  /* where in the request it is kept */
    const struct choices *choices; /* of a choice, all that it can be; of a text, some; NULL: the user's own words */
};

extern const struct option_row option_rows[]; /* ends with a NULL name */

/* An option by its field, and a list of such, which ends with the field that is no option. */
#define OPTION(field) offsetof(struct request, field)
#define OPTIONS(...)                                                                                                   \
    (const size_t[])                                                                                                   \
    {                                                                                                                  \
        __VA_ARGS__, OPTION(command)                                                                                   \
    }

bool options_have(const size_t *options, size_t option);

bool option_is_given(const struct request *request, const struct option_row *row);

/* Fills the request; faults go to the diags. */
void options_read(struct session *session, int argc, char **argv);

/* The number of the choice, or −1 after a fault. */
int choose(struct session *session, const char *option, const char *argument, const char *const *choices);

/* The same of words in both languages: the word's code. */
int choose_word(struct session *session, const char *option, const char *argument, const struct word *words);

/* A whole number of digits and blanks, from `least` to `most`; −1 after a fault. */
int64_t choose_whole(struct session *session, const char *option, const char *argument, int64_t least, int64_t most);

/* Names of a list that ends with NULL, separated by commas. */
const char *listed(struct session *session, const char *const *names);

#endif

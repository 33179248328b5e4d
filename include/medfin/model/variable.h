#ifndef MEDFIN_MODEL_VARIABLE_H
#define MEDFIN_MODEL_VARIABLE_H

/* A value of a built project in whose place others are tried. What project_build would make
   of the statements with another value there differs in that section alone, so nothing else
   is built again; what could no longer hold is checked again. Whoever puts values into a
   project owns it alone. */

#include <medfin/model/project.h>

struct variable {
    struct section *section;
    struct fact *fact;
    const struct key *key;
};

/* Where the value of a statement landed; false when another statement speaks after it, or
   when more than a figure of its section hangs on it, so that only project_build will do. */
bool variable_find(const struct project *project, const struct statement *by, struct variable *variable);

/* Whether the value has the form of the one that stands: the same period, a percent where
   there was one, neither of them unknown. Only such a value may be put in its place. */
bool variable_takes(const struct variable *variable, const struct value *value);

void variable_put(const struct variable *variable, const struct value *value);

/* Whether the project stands with the values that its variables have now: false where
   project_build would give none. `limits` as well: whether what the amounts could come to
   stays within MONEY_LIMIT. */
bool variables_stand(const struct project *project, const struct variable *variables, int count, bool limits,
                     struct arena *arena);

#endif

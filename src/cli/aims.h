#ifndef MEDFIN_CLI_AIMS_H
#define MEDFIN_CLI_AIMS_H

/* solve, and what it, sweep and compare are asked for: rules and figures by the names that the
   command line gives them, and the values that vary. */

#include <medfin/whatif/figure.h>

#include "session.h"

int solve_run(struct session *session);

/* A figure of the plan or of a rule by its path: "cost", "years.2022.cost", "rules.reserve.margin"; `when` is a time
   apart from it, or NULL. False after a fault. */
bool read_asked(struct session *session, const char *path, const char *when, struct asked_figure *asked);

/* The names of a list, "cost, gap>=0,5 kr", ending with NULL; at least one, which may be empty. */
const char *const *read_names(struct session *session, const char *list);

/* Whether it may not be varied because --scenario secured hangs on it; with its fault. */
bool varies_secured(struct session *session, const struct statement *varied);

/* Whether a kind is a number that may be stepped through. */
bool kind_is_counted(enum value_kind kind);

/* The value that stands at that place, for what a range or a search varies. */
bool read_varied(struct session *session, struct place place, struct statement *varied);

#endif

#ifndef MEDFIN_CLI_COMPARE_H
#define MEDFIN_CLI_COMPARE_H

/* compare: each scenario file is a column of its own, on top of the same project. */

#include "session.h"

int compare_run(struct session *session);

/* The title of the last scenario among the statements that says one. */
const char *statements_title(const statement_list *statements, const char *otherwise);

#endif

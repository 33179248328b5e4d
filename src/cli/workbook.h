#ifndef MEDFIN_CLI_WORKBOOK_H
#define MEDFIN_CLI_WORKBOOK_H

/* A plan as a workbook that works. */

#include <medfin/doc/doc.h>

#include "session.h"

/* Whether the answer is to be one. */
bool wants_workbook(const struct request *request);

/* A fault where the command makes none. */
void check_workbook(struct session *session);

/* Goes on as the program that can write it, where this one cannot; returns after a fault. */
void hand_over_workbook(struct session *session, char **arguments);

/* Writes the plan that was read; returns the exit status, `status` if all went well. */
int write_workbook(struct session *session, int status);
/* The same of tables that no plan is behind. */
int write_tables(struct session *session, const struct doc *doc, int status);

#endif

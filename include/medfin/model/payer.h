#ifndef MEDFIN_MODEL_PAYER_H
#define MEDFIN_MODEL_PAYER_H

/* Who pays, whether it is a funder or the members by a tariff. */

#include <medfin/model/project.h>

struct funder;

/* A lack is taken from the equity: an association has some to keep, or lives on fees alone. */
bool project_has_equity(const struct project *project);
/* Whether what is over is kept, paid back, or of some payers this and of others that. */
enum surplus_of_all { ALL_REPAID, ALL_KEPT, SOME_KEPT };
enum surplus_of_all project_surplus(const struct project *project);

/* Who pays, as one of project->payers: how certain its money is, in all and in a year. */
const struct fact *payer_status(const struct section *payer);
bool payer_is_rejected(const struct section *payer);
enum status payer_status_in(const struct section *payer, int year);
/* What its status was where it is left out because it has not answered; STATUS_NONE elsewhere. */
enum status payer_left_out_in(const struct section *payer, int year);
/* Whether it has yet to answer for something: its money in all, or of some year. */
bool payer_is_undecided(const struct section *payer);
/* Statements by which all that it has neither granted nor decided falls away, not added to those that the project was
   made of. */
void payer_refuse(const struct project *project, const struct section *payer, int layer, statement_list *statements,
                  struct arena *arena);
/* The same section as a funder; NULL for a tariff. */
const struct funder *payer_funder(const struct section *payer);
/* The registration number of its decision; NULL for none. */
const char *payer_reference(const struct section *payer);
/* What it is called in JSON's by_funder: a funder's id, "tariff.ID". */
const char *payer_id(struct arena *arena, const struct section *payer);

/* Statements that make every payer that is neither granted nor decided pay nothing. They may be those that the project
   was made of: it is to be made anew, for its facts point to where they stood. */
void project_secured_only(const struct project *project, statement_list *statements, struct arena *arena);

#endif

#ifndef MEDFIN_SIMULATE_LEAVING_H
#define MEDFIN_SIMULATE_LEAVING_H

/* Members that leave: each member of a tariff with `leave` draws in every calendar year but the
   last whether it stays. One that leaves pays its full year, and no year after it. How many
   of equal members leave is so binomial. */

#include <medfin/plan/fees.h>
#include <medfin/simulate/simulate.h>

#include "affine.h"

/* The draws of a tariff's members in one year: named ones, then equal ones. */
struct leaving_year {
    const struct section *tariff; /* of the project as it stands: known by its id */
    int year;
    int first, count; /* draws first … first + count − 1: 1 stays, 0 leaves */
};

typedef LIST(struct leaving_year) leaving_list;

/* The draws of all tariffs; they begin at number `first`. */
leaving_list leaving_find(const struct project *project, int first, struct arena *arena);
/* Whether members leave who are too many to be drawn. */
bool leaving_is_left_out(const struct project *project, const struct section *tariff);
/* What is drawn of a year's payer, by its place among them. A named one's draw is its own, whatever tariff it pays. */
struct uncertain leaving_value(const struct leaving_year *year, int payer, struct arena *arena);

/* How many of a fee's payers are still there in its year. */
struct affine leaving_payers(struct program *program, const leaving_list *leaving, const fee_list *fees, int number);

#endif

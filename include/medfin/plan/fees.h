#ifndef MEDFIN_PLAN_FEES_H
#define MEDFIN_PLAN_FEES_H

/* Fees: what each member pays for each calendar year, and the steps that made it. The income
   of a yearly fee is spread over the months of membership in that year; months outside the
   plan are left out. */

#include <medfin/model/tariff.h>
#include <medfin/plan/plan.h>

/* One member's fee of a year, or that of so many equal members. Finer money is billionths
   of a krona. */
struct fee {
    const struct tariff *tariff;
    const struct member *member; /* NULL: equal members, that many */
    int64_t payers;              /* 1 for a named member; of equal ones there may be none */
    bool are_new;                /* equal members that are more than the year before */
    int year;
    month first, last;                             /* of membership in the year, whatever the plan spans */
    int months_paid;                               /* of 12, by the rule of the first year */
    int64_t inhabitants;                           /* −1: the tariff asks for none */
    int basis_year;                                /* of which 31 December they are; 0: a figure without a year */
    int64_t counted;                               /* of the inhabitants; 0 of none */
    int64_t components, limited, indexed, of_year; /* step by step, finer money */
    struct cell amount;                            /* of one payer, rounded */
    node one, all;                                 /* that, and what all its payers pay for the year */
    node those_left; /* its payers, where its tariff's leave: as the plan has it none does; else 0 */
};

typedef LIST(struct fee) fee_list;

/* Those of one year, named members before equal ones; and year by year over the plan's calendar years. */
const fee_list *tariff_fees_in(const struct plan *plan, const struct tariff *tariff, int year);
fee_list tariff_fees(const struct plan *plan, const struct tariff *tariff, struct arena *arena);

/* What one equal member pays that has been there before, whether any is counted or not. */
struct fee tariff_fee_of_one(const struct plan *plan, const struct tariff *tariff, int year);

/* Members that pay in a year and whose inhabitants are known, and those together. */
struct coverage {
    int64_t members, inhabitants;
};
struct coverage coverage_of(const struct plan *plan, int year);

/* When it is paid: in the later of the invoice month and the month of joining, and the
   tariff's lag after it. */
month fee_paid(const struct fee *fee);

#endif

#ifndef MEDFIN_MODEL_FUNDER_H
#define MEDFIN_MODEL_FUNDER_H

/* Funders: how they pay and how certain their money is. */

#include <medfin/model/line.h>

struct funder {
    LINE_HEAD;
    const struct fact *status, *amount, *share, *matches, *ratio, *counts_in_kind, *remainder, *max_share, *basis,
        *excludes, *carry_over, *in_kind, *in_kind_category, *in_kind_hourly_rate, *group, *frame, *own, *surplus,
        *sector, *reference, *paid, *claim_every, *payment_lag, *holdback, *one_open_claim, *advance, *income;
    struct series years;
};

enum funder_kind { FUNDER_FIXED, FUNDER_SHARE, FUNDER_MATCH, FUNDER_REMAINDER };

enum funder_kind funder_kind(const struct funder *funder);
bool funder_is_rejected(const struct funder *funder);

/* That holds for money of the year: its own, or the funder's. */
enum status funder_status_in(const struct funder *funder, int year);
/* Whether what its money is over stays with the owner: its own money, or as `surplus` says; else it is paid back. */
bool funder_keeps_surplus(const struct funder *funder);
/* The first line booked as its contribution in kind, which makes its own `in_kind` the certified sum; NULL: none. */
const struct line *funder_borne_line(const struct project *project, const struct funder *funder);

/* What the percents of the gross in kind add up to at most in a month in which that funder is active: as they are
   stated, or as uncertain ones may be drawn. */
share gross_percents(const struct project *project, const struct funder *of, bool drawn);
/* Whether what it contributes in kind is a percent of the gross. */
bool funder_bears_gross(const struct funder *funder);

/* Granted or decided. */
bool status_is_secured(enum status status);

#endif

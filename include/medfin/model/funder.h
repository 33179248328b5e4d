#ifndef MEDFIN_MODEL_FUNDER_H
#define MEDFIN_MODEL_FUNDER_H

/* Funders: how they pay and how certain their money is. */

#include <medfin/model/line.h>

struct funder {
    LINE_HEAD;
    struct fact status, amount, share, matches, ratio, counts_in_kind, remainder, max_share, basis, excludes,
        carry_over, in_kind, in_kind_category, in_kind_hourly_rate, group, frame, own, sector, reference, paid,
        claim_every, payment_lag, holdback, one_open_claim, advance;
    struct series years;
};

enum funder_kind { FUNDER_FIXED, FUNDER_SHARE, FUNDER_MATCH, FUNDER_REMAINDER };

enum funder_kind funder_kind(const struct funder *funder);
bool funder_is_rejected(const struct funder *funder);

/* That holds for money of the year: its own, or the funder's. */
enum status funder_status_in(const struct funder *funder, int year);
/* Whether some line is booked as its contribution in kind; its own `in_kind` is then the certified sum. */
bool funder_bears_lines(const struct project *project, const struct funder *funder);

/* Granted or decided. */
bool status_is_secured(enum status status);

#endif

#ifndef MEDFIN_CONTENTS_FEE_SHEET_H
#define MEDFIN_CONTENTS_FEE_SHEET_H

/* Inside the report of fees: every fee of a plan, laid out by payer and year. */

#include <medfin/doc/doc.h>
#include <medfin/plan/fees.h>

struct fee_of_year {
    struct cell each;
    int64_t payers; /* 0: no fee */
};

/* What one payer pays by year. The equal members of a tariff stand together as one, those that are
   new in a year beside the others. */
struct fee_line {
    const struct tariff *tariff;
    int number;                  /* of the member in its tariff, from 1; 0: the equal members */
    const struct member *member; /* NULL: the equal members */
    struct fee_of_year *years;   /* one a year */
    struct fee_of_year *joining; /* of equal members that are new, and then of some that are not;
                                    NULL for a member */
};

struct fee_sheet {
    const struct plan *plan;
    int first, count;       /* years */
    struct fee_line *lines; /* tariff by tariff, in the order of the file */
    int line_count;
};

struct fee_sheet fee_sheet_new(const struct plan *plan, struct arena *arena);

/* What the line pays for a year, and each of its payers that is not new; nothing where it has no fee. */
struct cell fee_line_sum(const struct fee_sheet *sheet, const struct fee_line *line, int year);
struct cell fee_line_each(const struct fee_sheet *sheet, const struct fee_line *line, int year);
int64_t fee_line_payers(const struct fee_sheet *sheet, const struct fee_line *line, int year);
bool fee_line_pays(const struct fee_sheet *sheet, const struct fee_line *line, int year);

/* "Karlskrona", "30 equal members". */
const char *fee_line_title(const struct doc *doc, const struct fee_sheet *sheet, const struct fee_line *line, int year);

/* "fees.by_tariff.kommun.by_member.1080": its path without the year. */
const char *fee_line_key(const struct doc *doc, const struct fee_line *line);

#endif

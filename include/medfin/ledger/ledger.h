#ifndef MEDFIN_LEDGER_LEDGER_H
#define MEDFIN_LEDGER_LEDGER_H

/* A ledger as it was exported: rows of vouchers on accounts, with the objects (projects, cost centres) that they carry.
   Debit is above zero. All of a file's amounts come to at most LEDGER_LIMIT whatever their signs, so that no sum of
   them wraps. Nothing here knows of projects: what a row is for the mapping of accounts says. */

#include <medfin/base/money.h>
#include <medfin/base/month.h>
#include <medfin/base/source.h>

#define LEDGER_LIMIT (100 * MONEY_LIMIT) /* öre, of amounts without their signs */

struct ledger_account {
    const char *id, *name; /* "" where the file has none */
    bool is_path;          /* of a table that names lines of the plan: that is its id */
};

struct ledger_object {
    const char *dimension, *id; /* "6", "P12" */
    const char *name;           /* "" where the file has none */
};

/* The objects of a row; many rows share them. */
struct ledger_objects {
    const int *items;
    int count;
};

/* A stretch of the source. */
struct ledger_words {
    uint32_t offset, size;
};

struct ledger_voucher {
    int32_t day;               /* 20210415, or 20210400 of a month */
    struct ledger_words named; /* "A 12" */
    struct ledger_words text;
};

struct posting {
    money amount;                      /* debit above zero */
    int32_t day;                       /* as of a voucher: the row's own; 0: its voucher's */
    uint32_t offset;                   /* of its line */
    int32_t account, objects, voucher; /* by their numbers; voucher −1: of no voucher */
};

/* What was on an account before the year began. */
struct ledger_opening {
    int account;
    money amount;
};

struct ledger {
    const struct source *source;
    const char *encoding;         /* that the file was read in */
    const char *company, *number; /* whose it is; "" where that is not said */
    int type;                     /* of SIE; 0: a table */
    int32_t first_day, last_day;  /* of the year; 0 where that is not said */
    bool is_by_period; /* it has months of accounts and no vouchers: a row with objects repeats money of one without */
    bool is_extract;   /* of a table: its vouchers are not whole */
    const struct ledger_account *accounts;
    const struct ledger_object *objects;
    const struct ledger_objects *sets; /* number 0 is no object at all */
    const struct ledger_voucher *vouchers;
    const struct posting *postings;
    const struct ledger_opening *openings; /* of SIE, #IB */
    int opening_count;
    int account_count, object_count, set_count, voucher_count, posting_count;
    int aside;                   /* rows of a table with neither date nor account, as sums: left out */
    int changed, removed;        /* rows that SIE keeps of what a voucher was before: left out */
    int other_years;             /* balances of other years: left out */
    int unknown_labels;          /* lines that say something else: left out … */
    const char *labels_left_out; /* … and with what labels, of SIE: "#KPTYP, #DIM" */
    const char *columns_aside;   /* headings of a table that nothing is read of */
    bool has_projects;           /* rows of a table may carry one */
};

int32_t posting_day(const struct ledger *ledger, const struct posting *posting);

static inline month day_month(int32_t day)
{
    return month_of(day / 10000, day / 100 % 100);
}

static inline month posting_month(const struct ledger *ledger, const struct posting *posting)
{
    return day_month(posting_day(ledger, posting));
}

/* Its line. */
struct place posting_place(const struct ledger *ledger, const struct posting *posting);

/* "A 12", and what it is about. */
const char *voucher_name(const struct ledger *ledger, int voucher, struct arena *arena);
const char *voucher_text(const struct ledger *ledger, int voucher, struct arena *arena);

/* Whether a row carries the object of that dimension; with no id, any of it. */
bool posting_has(const struct ledger *ledger, const struct posting *posting, const char *dimension, const char *id);

#endif

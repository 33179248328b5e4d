#ifndef MEDFIN_LEDGER_BOOK_H
#define MEDFIN_LEDGER_BOOK_H

/* Ledgers, and what their rows are: the longest beginning of an account decides, then the rule that names an object
   which the row carries. */

#include <medfin/ledger/ledger.h>

/* What rows are booked on: a line, a funder or a tariff of the plan, by its kind of section and its id. */
struct book_target {
    int kind;
    const char *id;
    const char *path;     /* "staff.pl" */
    const char *category; /* of a cost that nobody planned: it stands for the whole category; else NULL */
    const char *title;    /* of such a cost */
    bool is_income;       /* credit is above zero */
};

enum { BOOK_IGNORED = -1, BOOK_UNMAPPED = -2 };

struct book_rule {
    const char *prefix;
    const char *dimension, *object; /* NULL: any row */
    int target;                     /* its number, or BOOK_IGNORED */
    struct place place;
};

struct book {
    const struct ledger *const *ledgers;
    const struct ledger_object *projects; /* dimension and object of this project */
    const struct book_rule *rules;
    const struct book_target *targets;
    int ledger_count, project_count, rule_count, target_count;
    bool is_all; /* the whole ledger is the project's */
    bool by_row; /* a row's own date counts where it has one */
};

/* Where a row goes: the first of these that fits. */
enum destination {
    TO_IGNORED,
    TO_BEFORE,   /* before the project's first month */
    TO_LATER,    /* after the last closed month */
    TO_REPEATED, /* money of another row, seen by another object */
    TO_OTHER,    /* of another project */
    TO_NO_PROJECT,
    TO_LINE,
    TO_UNMAPPED,
    DESTINATION_COUNT
};

/* By account: rows are many and accounts few. Made once for a ledger. */
struct book_finder;
struct book_finder *book_finder_new(const struct book *book, const struct ledger *ledger, struct arena *arena);

/* The target of a row, BOOK_IGNORED or BOOK_UNMAPPED, whatever its date and project. */
int book_target_of(const struct book_finder *finder, const struct posting *posting);

month book_month(const struct book *book, const struct ledger *ledger, const struct posting *posting);

/* `months`: from the project's first to the last closed one. */
enum destination book_destination(const struct book_finder *finder, const struct posting *posting, month first,
                                  month through);

#endif

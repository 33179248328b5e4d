#ifndef MEDFIN_MODEL_VALUE_H
#define MEDFIN_MODEL_VALUE_H

/* A typed value: what stands to the right of `=` in a project file, once it has been
   read. The kind says which fields carry it. */

#include <stdbool.h>
#include <stdint.h>

#include <medfin/base/money.h>
#include <medfin/base/month.h>

enum value_kind {
    VALUE_TEXT,              /* text */
    VALUE_FILE,              /* text: a path relative to the file that names it */
    VALUE_MONEY,             /* number: öre */
    VALUE_MONEY_OVER_TIME,   /* number: öre, period */
    VALUE_MONEY_EACH,        /* number: öre, unit "/tonne"; or is_share and number: parts */
    VALUE_MONEY_WITH_STATUS, /* number: öre; status, or STATUS_NONE; second as of a status */
    VALUE_PERCENT,           /* number: parts per billion */
    VALUE_PERCENT_OR_NAME,   /* number: parts; or names[0] */
    VALUE_NUMBER,            /* number: billionths */
    VALUE_COUNT,             /* number: a whole number */
    VALUE_MONTH,             /* number: month */
    VALUE_MONTHS,            /* months, count */
    VALUE_RATIO,             /* number : second, grant : match, whole numbers or billionths of both */
    VALUE_WORD,              /* number: the word's code */
    VALUE_STATUS,            /* number: enum status; spread when a probability stands behind it; second: what it was,
                                where it is left out */
    VALUE_NAME,              /* names[0] */
    VALUE_NAMES,             /* names, count */
    VALUE_TEXTS,             /* names, count: words of the user's own, separated by commas */
    VALUE_IN_KIND,           /* as money over time; or is_share and number: parts of the gross */
    VALUE_ADVANCE,           /* number: parts; second: öre at most, or -1 */
    VALUE_AT_LEAST,          /* number: parts; second: öre at least */
    VALUE_PER_YEAR,          /* number: parts per billion a year */
    VALUE_TIMES_A_YEAR,      /* number: a whole number a year */
    VALUE_ROUNDING,          /* number: öre; word code in second: nearest, up, down */
    VALUE_THRESHOLD,         /* second: code of warn, fail, off; number: parts */
    VALUE_LIMIT,             /* is_share and number: parts; or the word `cash` */
    VALUE_CLASSES,           /* classes, count: bounds and öre */
    VALUE_CLASS_RATES,       /* classes, count: bounds and billionths of a krona */
    VALUE_MONEY_FINE,        /* number: billionths of a krona */
    VALUE_KIND_COUNT
};

struct value_kind_row {
    const char *name;     /* "money over time" */
    const char *accepted; /* examples, as one line */
    bool is_figure;       /* money, a percent, a number: what a source is asked for */
    const char *unit;     /* that may stand behind the number: "kr", "%"; NULL: none, or it is no number */
};

extern const struct value_kind_row value_kinds[VALUE_KIND_COUNT];

enum period { PERIOD_NONE, PERIOD_MONTH, PERIOD_YEAR, PERIOD_TOTAL, PERIOD_ONCE, PERIOD_COUNT };

struct period_row {
    const char *suffix; /* as written behind an amount: "/month", " total" */
    const char *swedish;
};

extern const struct period_row periods[PERIOD_COUNT];

enum status {
    STATUS_NONE,
    STATUS_GRANTED,
    STATUS_DECIDED,
    STATUS_PROPOSED,
    STATUS_ESTIMATED,
    STATUS_APPLIED,
    STATUS_REJECTED
};

/* What stands behind `~`: parameters only; quantile functions live in simulate. */
enum distribution {
    DISTRIBUTION_NORMAL,
    DISTRIBUTION_UNIFORM,
    DISTRIBUTION_TRIANGULAR,
    DISTRIBUTION_PERT,
    DISTRIBUTION_LOGNORMAL,
    DISTRIBUTION_HALVES, /* two half-normals that meet at the value */
    DISTRIBUTION_ONE_OF,
    DISTRIBUTION_CHANCE, /* of a status: drawn as granted or rejected */
    DISTRIBUTION_COUNT
};

struct distribution_row {
    const char *name;
    const char *form; /* as it is written behind the `~` */
    int arguments;
    const char *meaning;
};

extern const struct distribution_row distributions[DISTRIBUTION_COUNT];

/* One of several values, and its chance in parts. */
struct likely {
    int64_t number;
    share chance;
};

struct spread {
    enum distribution kind;
    int64_t first;  /* normal: SD, lognormal: P95, halves: P10, else MIN, in the value's unit; chance: parts */
    int64_t second; /* MAX, halves: P90 */
    const struct likely *likely; /* one_of: as they are written */
    int likely_count;
};

struct size_class {
    int64_t from, to; /* inhabitants; to = INT64_MAX when open */
    int64_t amount;   /* öre, or of class rates billionths of a krona */
};

struct value {
    enum value_kind kind : 8; /* a table of a million rows has tens of millions of values */
    enum period period : 8;
    enum status status : 8;
    bool unknown : 1;  /* stated as `?` */
    bool is_share : 1; /* where a kind takes an amount or a percent */
    int count;         /* of months, names, texts or classes */
    int64_t number, second;
    union { /* by the kind */
        const char *text;
        const month *months;      /* behind them their days, where `second` is 1; a day is 0 where it is not said */
        const char *const *names; /* ids as written, "kind.id" where they were so */
        const struct size_class *classes;
    };
    const struct spread *spread; /* NULL: certain */
};

struct word;

/* A value as the project file would say it, words in that language: reading it gives
   the value back. `words` are the key's, NULL if it has none. */
const char *value_text(struct arena *arena, const struct value *value, const struct word *words,
                       enum language language);

#endif

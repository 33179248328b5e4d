#ifndef MEDFIN_MODEL_KEYS_H
#define MEDFIN_MODEL_KEYS_H

/* The table of keys: the one source of what a project file may say. Reading, defaults,
   --set, the reference printed by `help keys` and the tests loop over it. To add a key
   is to add a row, and a field where it lands in its section's struct (line.h, funder.h, …). */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/model/value.h>
#include <medfin/model/words.h>

enum section_id {
    SECTION_PROJECT,
    SECTION_INDEX,
    SECTION_RATE,
    SECTION_CATEGORY,
    SECTION_STAFF,
    SECTION_COST,
    SECTION_ACTIVITY,
    SECTION_ACTIVITIES,
    SECTION_TRAVEL,
    SECTION_OVERHEAD,
    SECTION_FUNDER,
    SECTION_GROUP,
    SECTION_FRAME,
    SECTION_TARIFF,
    SECTION_MEMBERS,
    SECTION_MEMBER,
    SECTION_POPULATION,
    SECTION_RESERVE,
    SECTION_MEMBERSHIP,
    SECTION_RULES,
    SECTION_CORRELATION,
    SECTION_DECISION,
    SECTION_SCENARIO,
    SECTION_ACTUALS,
    SECTION_ACCOUNTS,
    SECTION_BALANCE,
    SECTION_CLAIM,
    SECTION_INDICATOR,
    SECTION_PORTFOLIO,
    SECTION_COUNT
};

struct section_row {
    const char *name;
    const char *swedish; /* its name in Swedish files and pages */
    bool has_id;         /* [staff ID]; without, the section stands once */
    size_t size;         /* of its struct, which begins with a struct section */
    const char *meaning;
    bool pays;            /* its rows are financing: a funder, the members by a tariff */
    bool costs;           /* it is a line of cost */
    const char *category; /* id of the category of its rows unless another is stated; NULL: it has none */
    bool follows;         /* it says what became of the plan: a file on top may begin one without `new = yes` */
    int most; /* of a kind whose sections are held against one another: ten times what anybody has; 0: any */
};

extern const struct section_row section_rows[SECTION_COUNT];

/* What a key's name may carry beside its word. */
enum key_date {
    DATE_NONE,         /* amount */
    DATE_YEAR,         /* 2021 = …, no word at all */
    DATE_MONTH,        /* 2021-03 = … */
    DATE_SUFFIX_YEAR,  /* committed.2021 = … */
    DATE_SUFFIX_MONTH, /* share.2022-09 = … */
    DATE_PATHS,        /* index.wages.2022-04, index.prices.2023-01 = … */
    DATE_KEY           /* source.share.2022-09 = …: another key of the section, with its date */
};

enum key_flag {
    KEY_REQUIRED = 1,
    KEY_MAY_BE_UNKNOWN = 2,
    KEY_MAY_BE_UNCERTAIN = 4,
    KEY_LINES = 8,      /* may continue on indented lines */
    KEY_DESCRIBES = 16, /* says something about the section and changes no figure */
    KEY_HAS_DEFAULT = 32,
    KEY_RANKS = 64,          /* an order, no figure that a source is asked for */
    KEY_HOLDS_FIGURES = 128, /* a file that is asked for its source in the place of its cells */
    KEY_FOLLOWS = 256,       /* says what became of the plan: the budget is the plan without it */
    KEY_IS_OVER = 512        /* a month that is over: a day within it says less */
};

struct key {
    const enum section_id *sections; /* that have it, ended by SECTION_COUNT; NULL: every section */
    const char *name;                /* "" for a key that is a date or paths alone */
    const char *swedish; /* its name in Swedish files and pages; the same where both languages have one word */
    enum key_date date;
    enum value_kind kind;
    unsigned flags;
    int64_t fallback;               /* `number` of the default, with KEY_HAS_DEFAULT */
    int64_t fallback_second;        /* `second` of the default */
    bool default_category;          /* the default is the section's category */
    int64_t low, high;              /* `number` must lie here; both 0: any */
    const struct word *words;       /* of a word or status */
    const enum section_id *targets; /* of names: what they may stand for, ended by SECTION_COUNT; else NULL */
    size_t offset;                  /* of its struct fact, or struct series for a dated key */
    const char *label;              /* its name in words; NULL: a date alone, or paths */
    const char *meaning;
    const char *example; /* marked for translation; NULL: the first of what its kind accepts, or one of its words */
};

extern const struct key key_rows[];
extern const int key_count;

/* From where to where a number is looked for in the place of a value, as one of its section: in the key's range; a
   cost is nothing or more, or a refund up to nothing where it stands as one. */
struct key_range {
    int64_t low, high;
};
struct key_range key_range(const struct key *key, enum section_id section, const struct value *stands);

#endif

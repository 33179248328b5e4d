#ifndef MEDFIN_DOC_DOC_H
#define MEDFIN_DOC_DOC_H

/* A document of typed blocks: what a report says, before any format. Contents build a
   doc; writers know blocks and nothing of budgets. Texts are already in the doc's
   language; figures are exact and are rounded only by a writer, by the sums that a
   table states. Everything lives in the doc's arena. */

#include <medfin/base/language.h>
#include <medfin/doc/cell.h>
#include <medfin/doc/chart.h>
#include <medfin/doc/table.h>

enum block_kind {
    BLOCK_HEADING,
    BLOCK_TEXT,
    BLOCK_LEAD, /* the answer, before all else */
    BLOCK_ASK,  /* what is asked for, in points */
    BLOCK_TABLE,
    BLOCK_CHART,   /* a picture; with a table of its own it is that table, drawn where that can be done */
    BLOCK_ANNEXES, /* a heading: what follows proves, and is looked up */
    BLOCK_DETAILS, /* what follows, up to its end, is for those who ask; elsewhere a heading */
    BLOCK_DETAILS_END,
    BLOCK_VALUE,
    BLOCK_RECORDS
};

/* Rows of values for programs alone, not shown: things of a kind, of which the tables in sight tell a
   part. They are made when a format asks for them: `fill` adds the rows, from what it was given. */
struct doc_records {
    int column_count;
    void (*fill)(struct doc *doc, struct doc_table *table, const void *given);
    const void *given;
};

struct doc_points {
    LIST(const char *) list;
};

struct doc_block {
    enum block_kind kind;
    enum doc_tone tone; /* of a text or a lead */
    int level;          /* of a heading or details: 1.. */
    const char *part;   /* of the doc as it was added: what its keys are below, or NULL */
    union {
        struct {
            const char
                *text; /* of a heading, details or text; of a lead the answer; of what is asked for its heading */
            const char *more; /* of a lead: what is said behind the answer; may be "" */
            struct doc_points points;
            struct doc_table *table;
            struct doc_chart *chart;
        };
        struct doc_cell value; /* of a value: for programs alone, not shown */
        struct doc_records records;
    };
};

/* The unit in which rounded money is shown. */
struct doc_unit {
    const char *name; /* "kr", "tkr", "mnkr" */
    money ore;        /* the least that is shown of it: öre in a whole unit, or in its tenth … */
    int parts;        /* … and so many of those it has: 1, or 10 and is told with a decimal */
};

extern const struct doc_unit doc_units[]; /* ends with a NULL name */

/* What contents have decided about somebody's figures and look up again; nothing else looks at it. */
struct doc_decided {
    const void *of;
    void *figures;
};

struct doc {
    struct arena *arena;
    enum language language;
    const struct doc_unit *unit;
    const char *scenario; /* chosen on the command line, beside those that files state; or NULL */
    int depth;            /* contents that are a part of a larger doc have headings so many levels deeper … */
    const char *part;     /* … and keys below this one, which is no path; NULL: at the root */
    bool for_people;      /* by a format that has no values for programs: none are kept, and many need not be made */
    LIST(struct doc_block) blocks;
    LIST(struct doc_decided) decided;
};

struct doc *doc_new(struct arena *arena, enum language language, const struct doc_unit *unit);

void doc_heading(struct doc *doc, int level, const char *text);
void doc_text(struct doc *doc, enum doc_tone tone, const char *text);
/* The answer in a sentence, and what is to be known with it. */
void doc_lead(struct doc *doc, enum doc_tone tone, const char *answer, const char *more);
/* What is asked for, under a heading that is no part of the contents; without a point nothing. */
void doc_ask(struct doc *doc, const char *heading, const struct doc_points *points);
void doc_annexes(struct doc *doc, const char *heading);
void doc_value(struct doc *doc, struct doc_cell value);

void doc_records(struct doc *doc, struct doc_records records);

/* The records as a table, in the doc's arena or another. */
struct doc_table records_table(const struct doc_records *records, struct arena *arena);

/* A new table at the end of the doc; copies the columns. */
struct doc_table *doc_table(struct doc *doc, const char *caption, const char *label_title,
                            const struct doc_column *columns, int count);

/* Blocks between the two are folded away under the heading; not within one another. */
void doc_details(struct doc *doc, int level, const char *text);
void doc_details_end(struct doc *doc);

/* A new chart of money with so many categories, whose names the caller fills in. */
struct doc_chart *doc_chart(struct doc *doc, enum chart_kind kind, const char *title, int categories);
/* The table of the chart that was added last: who draws it folds the table away, the others have it alone. */
struct doc_table *doc_chart_table(struct doc *doc, const char *caption, const char *label_title,
                                  const struct doc_column *columns, int count);

#endif

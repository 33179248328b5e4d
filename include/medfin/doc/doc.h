#ifndef MEDFIN_DOC_DOC_H
#define MEDFIN_DOC_DOC_H

/* A document of typed blocks: what a report says, before any format. Contents build a
   doc; writers know blocks and nothing of budgets. Texts are already in the doc's
   language; figures are exact and are rounded only by a writer, by the sums that a
   table states. Everything lives in the doc's arena. */

#include <stdbool.h>

#include <medfin/base/arena.h>
#include <medfin/base/language.h>
#include <medfin/base/money.h>
#include <medfin/base/month.h>

enum cell_kind {
    CELL_EMPTY,
    CELL_TEXT,   /* text */
    CELL_MONEY,  /* number: öre; shown in the doc's unit */
    CELL_EXACT,  /* number: öre; always shown to the öre */
    CELL_SHARE,  /* number: parts per billion, shown as a percent */
    CELL_RATE,   /* number: parts per billion, shown as a percent with every decimal */
    CELL_NUMBER, /* number: billionths */
    CELL_FINE,   /* number: billionths of a krona; shown with every decimal */
    CELL_COUNT,  /* number */
    CELL_MONTH,  /* number: month */
    CELL_YES_NO, /* number: 0 or 1 */
    CELL_VERDICT /* number: enum doc_tone; text: the word as shown; id: the word in JSON */
};

enum doc_tone { TONE_NEUTRAL, TONE_GOOD, TONE_WARNING, TONE_BAD, TONE_OPEN };

struct doc_cell {
    enum cell_kind kind;
    bool unknown; /* shown as "?", null in JSON */
    int64_t number;
    const char *text;
    const char *id;  /* of a verdict: its word in JSON; of a text: NULL, or what JSON says in its place */
    const char *key; /* path in JSON ("years.2021.cost.total", "rules[0].id"; a dot inside a
                        name is "\.", see key_name), below its row's `path` if that has one;
                        or NULL: not in JSON. No two cells of a doc share one */
};

struct doc_column {
    const char *title;
    int part_of; /* the column that holds its total, which is no part itself, or -1 */
    bool wraps;  /* text that may be broken over lines */
};

struct doc_row {
    const char *label;
    int indent;                /* levels */
    int part_of;               /* the row that holds its total, or -1; always a row further on */
    int sign;                  /* +1, or -1: in its total it counts against */
    bool is_total, is_heading; /* a heading has a label alone */
    bool optional;             /* left out where every figure that it would show is zero */
    enum {
        FOR_ALL,
        FOR_DATA,
        FOR_PAGES
    } readers;              /* of a long table: a spreadsheet has all rows, a page
                               some and a word for the others */
    bool hidden;            /* takes part in the sums and is not shown: what balances two totals */
    const char *path;       /* what the keys of its cells are below ("rules[0]"), or NULL */
    struct doc_cell *cells; /* one a column */
};

struct doc_table {
    const char *caption;
    const char *label_title; /* above the labels */
    const struct doc_column *columns;
    int column_count;
    LIST(struct doc_row) rows;
    struct doc_cell *cells; /* of rows that are still to come */
    bool labels_wrap;
    bool runs;          /* a total over columns is a balance: the one of the row above and this row's parts,
                           of which the first column counts against; the first row only begins it */
    bool first_against; /* of a total over columns the first part counts against, as cost in financing
                           less cost */
    bool in_kronor;     /* amounts to the öre leave their unit to the caption: there are many, or they are long */
    bool no_sums;       /* figures that do not add up, as quantiles: each is rounded by itself */
};

/* A picture of figures that stand in a table too, right behind it or in sight: formats without
   pictures leave it out and lose nothing. */
enum chart_kind {
    CHART_COLUMNS, /* a column for each category, of the series on top of one another */
    CHART_BARS,    /* for each category a bar of every series, side by side */
    CHART_LINES,   /* each series over the categories: months, years */
    CHART_FAN,     /* an odd number of series from the lowest quantile to the highest, the middle a line */
    CHART_TORNADO  /* for each category a bar from the first series to the second */
};

struct chart_value {
    int64_t number;
    bool unknown;
};

struct chart_series {
    const char *title;
    bool is_level;              /* what the others are held against, drawn as a line: total cost, a required reserve */
    struct chart_value *values; /* one a category */
};

/* A point that a word is set to: the lowest cash. */
struct chart_mark {
    int series, category;
    const char *text;
};

struct doc_chart {
    enum chart_kind kind;
    const char *title, *description; /* what it shows; what is to be seen in it, for those who cannot see it */
    enum cell_kind unit;             /* of every number: CELL_MONEY, CELL_SHARE */
    const char **categories;
    int category_count;
    LIST(struct chart_series) series;
    LIST(struct chart_mark) marks;
    bool by_row; /* a category for each row of the table right behind: a terminal shows bars beside them */
};

enum block_kind {
    BLOCK_HEADING,
    BLOCK_TEXT,
    BLOCK_TABLE,
    BLOCK_CHART,
    BLOCK_DETAILS, /* what follows, up to its end, is for those who ask; elsewhere a heading */
    BLOCK_DETAILS_END,
    BLOCK_VALUE,
    BLOCK_RECORDS
};

struct doc;

/* Rows of values for programs alone, not shown: things of a kind, of which the tables in sight tell a
   part. They are made when a format asks for them: `fill` adds the rows, from what it was given. */
struct doc_records {
    int column_count;
    void (*fill)(struct doc *doc, struct doc_table *table, const void *given);
    const void *given;
};

struct doc_block {
    enum block_kind kind;
    const char *part;   /* of the doc as it was added: what its keys are below, or NULL */
    int level;          /* of a heading or details: 1.. */
    const char *text;   /* of a heading, details or text */
    enum doc_tone tone; /* of a text */
    struct doc_table table;
    struct doc_chart *chart;
    struct doc_cell value; /* of a value: for programs alone, not shown */
    struct doc_records records;
};

/* The unit in which CELL_MONEY is shown: öre in one, and its name. */
struct doc_unit {
    const char *name; /* "kr", "tkr", "mnkr" */
    money ore;
};

extern const struct doc_unit doc_units[]; /* ends with a NULL name */

struct doc {
    struct arena *arena;
    enum language language;
    const struct doc_unit *unit;
    const char *scenario; /* chosen on the command line, beside those that files state; or NULL */
    int depth;            /* contents that are a part of a larger doc have headings so many levels deeper … */
    const char *part;     /* … and keys below this one, which is no path; NULL: at the root */
    LIST(struct doc_block) blocks;
};

struct doc *doc_new(struct arena *arena, enum language language, const struct doc_unit *unit);

void doc_heading(struct doc *doc, int level, const char *text);
void doc_text(struct doc *doc, enum doc_tone tone, const char *text);
void doc_value(struct doc *doc, struct doc_cell value);

void doc_records(struct doc *doc, struct doc_records records);

/* The records as a table, in the doc's arena or another. */
struct doc_table records_table(const struct doc_records *records, struct arena *arena);

/* A new table at the end of the doc, good until the next block; copies the columns. */
struct doc_table *doc_table(struct doc *doc, const char *caption, const char *label_title,
                            const struct doc_column *columns, int count);

/* Room for so many rows at once, where a table is long. */
void doc_table_room(struct doc *doc, struct doc_table *table, int rows);

/* A new row with empty cells, part of no total; its number is table->rows.count − 1.
   Good until the next row. */
struct doc_row *doc_row(struct doc *doc, struct doc_table *table, const char *label, int indent);

/* Blocks between the two are folded away under the heading; not within one another. */
void doc_details(struct doc *doc, int level, const char *text);
void doc_details_end(struct doc *doc);

/* A new chart of money with so many categories, whose names the caller fills in. */
struct doc_chart *doc_chart(struct doc *doc, enum chart_kind kind, const char *title, int categories);

/* A new series of it, all zero; good until the next. */
struct chart_series *chart_series(struct doc *doc, struct doc_chart *chart, const char *title);
void chart_mark(struct doc *doc, struct doc_chart *chart, int series, int category, const char *text);

/* The least and the greatest known number; false if none is known. */
bool chart_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest);

struct doc_cell cell_text(const char *text, const char *key);
struct doc_cell cell_money(money amount, bool unknown, const char *key);
struct doc_cell cell_share(share part, bool unknown, const char *key);
struct doc_cell cell_count(int64_t count, const char *key);
struct doc_cell cell_month(month at, const char *key);

/* The key of a row's cell, whole; NULL if it has none. */
const char *cell_key(struct arena *arena, const struct doc_row *row, const struct doc_cell *cell);

/* A name as one step of a key: what would part it is escaped. And the key of it below another. */
const char *key_name(struct arena *arena, const char *name);
const char *key_below(struct arena *arena, const char *path, const char *name);

#endif

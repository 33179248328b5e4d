#ifndef MEDFIN_MODEL_STATEMENT_H
#define MEDFIN_MODEL_STATEMENT_H

/* Everything that is said about a project is a statement. A file is a list of them;
   `--set` is one more, and so is a swept value, a refused funder, a trial. Statements
   come in layers: the project first, then each file read on top, then each --set. */

#include <medfin/base/diag.h>
#include <medfin/base/source.h>
#include <medfin/model/keys.h>
#include <medfin/model/value.h>

enum operation { OPERATION_SET, OPERATION_ADD, OPERATION_SUBTRACT, OPERATION_MULTIPLY, OPERATION_REMOVE };

struct table_rows;

struct statement {
    int layer; /* 0: the project; each file or setting on top has its own */
    month at;  /* of a dated key: the month, or a year's January; else -1 */
    enum section_id section : 8;
    enum operation operation : 8;
    bool broken : 1;       /* its value could not be read: it stands, and nothing may use it */
    bool is_row : 1;       /* a header that is a row of a table in CSV */
    bool from_table : 1;   /* a cell of a CSV file: that file, not each cell, is asked for its source */
    bool is_setting : 1;   /* from the command line or tried: has no header */
    const char *id;        /* "" where a kind of section has none */
    const struct key *key; /* NULL: the section's own header line */
    const char *paths;     /* of a key that is two paths, or names another one: it, in English; else NULL */
    struct value value;    /* for MULTIPLY a VALUE_NUMBER; for REMOVE empty */
    struct place place;    /* of the value; of the header for a header */
    struct place key_place;
    const char *source; /* what the section of this file gives as its own, or as the section's; NULL: nothing */
    const struct table_rows *rows; /* a table that stands for the sections of all its rows; else NULL */
};

typedef LIST(struct statement) statement_list;

enum table_kind { TABLE_OF_ACTIVITIES, TABLE_OF_MEMBERS, TABLE_OF_POPULATION, TABLE_KINDS };

/* What a table in CSV held, row by row: above + headings + titles + continued + joined + sums +
   notes + aside + records = rows. */
struct table_record {
    enum table_kind kind;
    const char *file;     /* as the project names it */
    const char *encoding; /* that it was read in */
    char separator;
    int rows;      /* with some text */
    int above;     /* before the heading row */
    int headings;  /* the heading row and its repetitions */
    int titles;    /* of parts of the table */
    int continued; /* that go on with the row above */
    int joined;    /* of an occasion that another row has */
    int sums;      /* of other rows */
    int notes;     /* sources and footnotes */
    int aside;     /* that state nothing: a figure that is not known, a part of a whole that is stated */
    int records;
    const char *const *title_texts;   /* titles of them */
    const char *const *columns_aside; /* headings of columns that are not read */
    int aside_count;
};

struct census;
struct book;
struct book;

/* A table is one statement among all, which are copied for each trial: what its rows say is kept once. */
struct table_rows {
    const struct census *census;       /* of inhabitants; NULL: none */
    statement_list said;               /* what each cell of each row says, where that is kept once */
    const struct table_record *record; /* what the table held; NULL of ledgers */
    const struct book *book;           /* of ledgers: what their rows are of lines is said, without headers */
};

/* How many there are, those of all rows among them. */
int statements_said(const struct statement *statements, int count);

/* What the next source is numbered, so that its faults are listed behind those of all that is said. */
int statements_next_order(const statement_list *statements);

/* "staff.projektledare.share.2022-09": the path by which --set names a value. Programs are told the English one. */
const char *statement_path(struct arena *arena, const struct statement *statement, enum language language);
/* In a sentence: in the reader's language. */
struct diag_arg arg_path(struct arena *arena, const struct statement *statement);

#endif

#ifndef MEDFIN_READ_CSV_H
#define MEDFIN_READ_CSV_H

/* Tables that people keep in spreadsheets: a CSV file, or a sheet of a workbook, as rows of cells under headings,
   each cell with its place. CSV is UTF-8 with or without a byte order mark, or Windows-1252;
   `;`, `,` or tab, found out from the heading row; cells in quotes with doubled quotes and
   line ends in them. What cannot be taken for certain is a fault with its place. */

#include <stdbool.h>

#include <medfin/base/diag.h>

enum { CSV_NAME_ROOM = 24, CSV_HEADING_ROOM = 16 };

/* A column that the caller knows. */
struct csv_heading {
    const char *names[CSV_NAME_ROOM + 1]; /* as people write it, behind the last NULL; messages use the first. Case,
                                             blanks, a unit, a bracket and marks behind it are aside */
    bool is_required;
};

enum csv_option {
    CSV_SHORT_ROWS = 1, /* cells that a row lacks at its end are empty, but not under a required heading; else a
                           fault, but for a row of one text */
    CSV_OTHER_HEADINGS =
        2, /* columns that the caller does not know are left aside, if nothing near is known; else a fault */
    CSV_ROWS_ABOVE = 4 /* other rows may stand above the heading row; else it is the first */
};

/* What the project says of headings that nobody could guess: a line of `columns`. */
struct csv_alias {
    const char *heading; /* as the table has it */
    const char *meant;   /* a name of a heading, or a word for nothing: the column is left aside */
    struct place place;
    bool is_used;
};

typedef LIST(struct csv_alias) csv_alias_list;

/* What a table of that kind looks like. */
struct csv_form {
    const struct csv_heading *headings;
    int heading_count; /* at most CSV_HEADING_ROOM */
    unsigned options;
    const char *const *year_words; /* in lower case, that may stand beside a year in a heading: a column of that year;
                                      NULL at the end; NULL: a year is no heading */
    csv_alias_list *aliases;       /* NULL: none */
    int amount;                    /* the heading that is offered for a column of amounts */
    const char *yields;            /* a name that is none where another column has one of the same heading: a region
                                      beside kommun; NULL: none does */
};

/* A column of one year. */
struct csv_dated {
    int year, column;
};

struct csv_cell {
    const char *text;   /* without blanks at its edges, LF between its lines; never NULL */
    struct place place; /* of that text, quotes left out */
};

struct csv_row {
    const struct csv_cell *cells;
    int count;
    struct place place;    /* of its first cell with a text */
    bool repeats_headings; /* says them once more, as spreadsheets do on each page */
};

enum csv_encoding { CSV_UTF_8, CSV_WINDOWS_1252 };

struct csv {
    const struct source *source; /* in UTF-8, without the byte order mark */
    enum csv_encoding encoding;  /* that the file was read in */
    char separator;
    const struct csv_row *rows; /* all with some text in them, those above the headings too; unless walked */
    int row_count;
    struct csv_row headings;
    int heading_row;               /* which of the rows that is */
    int repeated;                  /* rows below that say them again */
    int power_above;               /* of ten, that a row above them says its figures are in: "tkr"; −1: none does */
    int columns[CSV_HEADING_ROOM]; /* of each heading of the form; -1: not there */
    const struct csv_dated *dated; /* columns of a year each, in their order */
    int dated_count;
    const char *const *columns_aside; /* headings of those that are not read */
    int aside_count;
};

/* "UTF-8", "Windows-1252". */
const char *csv_encoding_name(enum csv_encoding encoding);

/* Read the bytes of a file. `name` is shown in messages, `order` is its source's. NULL if
   no rows or no headings can be told; a fault of a single row leaves the others. Every
   reason is in `diags`. */
const struct csv *csv_read(const char *name, const char *bytes, size_t size, int order, const struct csv_form *form,
                           struct arena *arena, struct diags *diags);

/* A file, CSV or a workbook, that another file names by a path beside itself. */
struct csv_file {
    const char *named;
    struct place place;       /* where it is named */
    int order;                /* of its source */
    const char *sheet;        /* of a workbook; NULL: the first that is not hidden */
    struct place sheet_place; /* where that is said */
};

/* The same of such a file. Its rows go with `rows`, which may be the same arena; their texts stay. */
const struct csv *csv_load(const struct csv_file *file, const struct csv_form *form, struct arena *arena,
                           struct arena *rows, struct diags *diags);

/* A row below the headings, those that repeat them left out. It is gone after the call: what is kept
   of it is copied. What is wrong with it goes to `diags`: none of that is told of a file that cannot
   be read to its end. */
typedef void csv_take(const struct csv *csv, const struct csv_row *row, struct diags *diags, void *user);

/* The same without keeping the rows: each is handed over as it is read. */
const struct csv *csv_walk(const struct csv_file *file, const struct csv_form *form, csv_take *take, void *user,
                           struct arena *arena, struct diags *diags);

/* "Vad, What, Aktivitet": all that a column's heading may be. */
const char *csv_heading_names(const struct csv_heading *heading, struct arena *arena);

/* A fault: the table has no column of that heading. The headings that it has are told. */
void csv_lacks(const struct csv *csv, const struct csv_heading *heading, struct arena *arena, struct diags *diags);

/* The cell of a row under a heading of the form; an empty one at the row's end where there is none. */
struct csv_cell csv_cell(const struct csv *csv, const struct csv_row *row, int heading);

/* How many of the row's cells have a text. */
int csv_row_texts(const struct csv_row *row);

#endif

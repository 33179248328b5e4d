#ifndef MEDFIN_WORKBOOK_BOOK_H
#define MEDFIN_WORKBOOK_BOOK_H

/* A workbook as it will be written: sheets of cells, each with what it holds, what it comes to and how it looks. It
   knows nothing of budgets, nor of the file format. Rows and columns are counted from 0; texts outlive the book. */

#include <medfin/base/text.h>
#include <medfin/doc/cell.h>

/* What kind of number a cell shows. */
enum book_number { NUMBER_GENERAL, NUMBER_MONEY, NUMBER_SHARE, NUMBER_COUNT, NUMBER_KINDS };

/* What the cell is to a reader, whatever number it holds. */
enum book_role {
    ROLE_PLAIN,
    ROLE_TITLE,
    ROLE_HEAD,   /* of a column … */
    ROLE_RIGHT,  /* … of figures, over which it stands */
    ROLE_PART,   /* of the rows below */
    ROLE_TOTAL,  /* a sum of what stands above it … */
    ROLE_BESIDE, /* … or beside it */
    ROLE_INPUT,  /* may be changed */
    ROLE_QUIET,  /* an aid on the way, or what cannot be changed here */
    ROLE_TEXT,   /* a paragraph */
    ROLE_COUNT
};

enum book_content {
    CONTENT_BLANK,
    CONTENT_NUMBER,
    CONTENT_TEXT,
    CONTENT_FORMULA,
    CONTENT_FORMULA_TEXT,
    CONTENT_MISSING
};

struct book_cell {
    int row, column;
    enum book_content content;
    enum book_number number;
    enum book_role role;
    double value;     /* a number, or what a formula comes to */
    const char *text; /* a text; of a formula what it comes to, where that is one */
    const char *formula;
    const char *comment; /* NULL: none */
};

/* What may be entered in a cell: a number between two others, or one of some words. */
struct book_validation {
    int row, column;
    double low, high;
    const char *const *words; /* NULL-terminated; NULL: a number */
    const char *title, *message;
};

struct book_column {
    int first, last;
    double width; /* characters */
    int level;    /* of an outline: 0 none */
};

/* Cells of a column that look otherwise where they say a word. */
struct book_mark {
    int first, last, column;
    const char *word;
    enum doc_tone tone;
};

/* Cells of a row, or of a column. */
struct book_range {
    const struct book_sheet *sheet;
    int row, first, last; /* columns of the row; … */
    bool is_down;         /* … else the column, and rows of it */
};

struct book_series {
    const char *name;
    struct book_range values, categories;
};

enum { MOST_SERIES = 4 };

/* Its upper left corner stands in a cell. */
struct book_chart {
    int row, column;
    bool is_line; /* else columns */
    const char *title, *description;
    struct book_series series[MOST_SERIES];
    int count;
};

struct book_row {
    int row, level;
};

struct book_sheet {
    const char *name;
    LIST(struct book_cell) cells;
    LIST(struct book_validation) validations;
    LIST(struct book_column) columns;
    LIST(struct book_mark) marks;
    LIST(struct book_chart) charts;
    LIST(struct book_row) rows; /* those with an outline level */
    int frozen_rows, frozen_columns;
    int repeated_first, repeated_last; /* head rows on each page */
    int first_page, page;              /* columns of the first page and of each behind it; 0: one page holds all */
    int printed_rows, printed_columns; /* from the first on; 0: all */
    bool is_tall;                      /* on paper: upright … */
    bool is_one_page;                  /* … and all of it on one */
};

/* A name of one cell. */
struct book_name {
    const char *name;
    const struct book_sheet *sheet;
    int row, column;
};

struct book {
    struct arena *arena;
    const char *title, *subject, *author;
    LIST(struct book_sheet *) sheets;
    LIST(struct book_name) names;
};

struct book *book_new(struct arena *arena);
struct book_sheet *book_sheet(struct book *book, const char *name);

void sheet_put_text(struct book *book, struct book_sheet *sheet, int row, int column, enum book_role role,
                    const char *text);
struct book_cell *sheet_put_number(struct book *book, struct book_sheet *sheet, int row, int column,
                                   enum book_number number, enum book_role role, double value);
/* What it comes to is put into what is returned, which holds until the next cell of the sheet. */
struct book_cell *sheet_put_formula(struct book *book, struct book_sheet *sheet, int row, int column,
                                    enum book_number number, enum book_role role, const char *formula);
/* Heads of columns that hold figures stand over these. */
void sheet_align_heads(struct book *book, struct book_sheet *sheet);
void sheet_set_width(struct book *book, struct book_sheet *sheet, int first, int last, double width);

/* Adds "C7", and "Plan!C7", "'Översikt'!C7" where the cell is looked at from another sheet. */
void cell_address(struct text *out, int row, int column);
/* "'Plan'!$C$7", as definitions have it. */
void cell_absolute(struct text *out, const struct book_sheet *sheet, int row, int column);
void cell_reference(struct text *out, const struct book_sheet *on, const struct book_sheet *sheet, int row, int column);

/* A name for a cell of what the text says: a letter first, then letters a–z, digits and `_`; never a cell's address,
   and like no other name, case aside. Adds it to the book and returns it. */
const char *book_name_cell(struct book *book, const char *text, const struct book_sheet *sheet, int row, int column);

#endif

#ifndef MEDFIN_READ_PLAN_ROWS_H
#define MEDFIN_READ_PLAN_ROWS_H

/* The rows of a plan of activities as people write them: which of them are activities, and which are parts of another,
   its title, the sum of others, or the same occasion told by another group. */

#include <medfin/model/statement.h>
#include <medfin/read/csv.h>

enum plan_column {
    PLAN_WHAT,
    PLAN_HOW,
    PLAN_WHO,
    PLAN_WHEN,
    PLAN_STATUS,
    PLAN_PRIORITY,
    PLAN_COST,
    PLAN_PARTICIPANTS,
    PLAN_HOURS,
    PLAN_ARENA,
    PLAN_FORM,
    PLAN_NUMBER,
    PLAN_COLUMNS /* from there on those of a year each, in the order of csv->dated */
};

extern const struct csv_form plan_form;

/* What becomes of a cell. Texts of continued rows are joined; of the others one is enough. */
struct plan_use {
    const char *key; /* NULL: nothing by itself */
    bool is_text;
    const char *joint;
};

struct plan_use plan_use(int column);

/* An activity: the row that says it, with what others add. */
struct plan_record {
    const struct csv_row *row;
    struct csv_cell *cells; /* by column; NULL: those of the row */
    int heading;            /* the record whose Vad it stands under: its own, or one before */
    bool is_shared;         /* others stand under its Vad */
    bool is_joined;         /* another record has its occasion */
};

typedef LIST(struct plan_record) plan_record_list;

struct plan_rows {
    const struct csv *csv;
    plan_record_list records;
    struct table_record *count; /* what became of each row */
    LIST(const char *) titles;
    struct arena *arena;
    struct arena *rows; /* what goes when all is said */
    struct diags *diags;
};

/* Reads the rows of the table, whose csv, count, arenas and diags are set and all else zero; records are not counted
 * yet. */
void plan_rows_read(struct plan_rows *rows);

struct csv_cell plan_cell(const struct plan_rows *rows, const struct plan_record *record, int column);
int plan_columns(const struct plan_rows *rows);

/* Adds a text to a cell of a record. */
void plan_cell_add(struct plan_rows *rows, int record, int column, const char *more, const char *joint);

/* The later record is the same occasion: what it says goes into the first, but for its time and its groups. */
void plan_record_join(struct plan_rows *rows, int into, int from);

#endif

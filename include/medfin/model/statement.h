#ifndef MEDFIN_MODEL_STATEMENT_H
#define MEDFIN_MODEL_STATEMENT_H

/* Everything that is said about a project is a statement. A file is a list of them;
   `--set` is one more, and so is a swept value, a refused funder, a trial. Statements
   come in layers: the project first, then each file read on top, then each --set. */

#include <medfin/base/source.h>
#include <medfin/model/keys.h>
#include <medfin/model/value.h>

enum operation { OPERATION_SET, OPERATION_ADD, OPERATION_SUBTRACT, OPERATION_MULTIPLY, OPERATION_REMOVE };

struct census;

struct statement {
    int layer; /* 0: the project; each file or setting on top has its own */
    enum section_id section;
    const char *id;        /* "" where a kind of section has none */
    const struct key *key; /* NULL: the section's own header line */
    month at;              /* of a dated key: the month, or a year's January; else -1 */
    const char *paths;     /* of a key that is two paths: as written; else NULL */
    enum operation operation;
    struct value value; /* for MULTIPLY a VALUE_NUMBER; for REMOVE empty */
    struct place place; /* of the value; of the header for a header */
    struct place key_place;
    const char *source;          /* what the section of this file gives as its source; NULL if nothing */
    bool broken;                 /* its value could not be read: it stands, and nothing may use it */
    bool is_row;                 /* a header that is a row of a table in CSV */
    bool from_table;             /* a cell of a CSV file: that file, not each cell, is asked for its source */
    bool is_setting;             /* from the command line or tried: has no header */
    const struct census *census; /* a table that stands for the sections of all its rows; else NULL */
};

typedef LIST(struct statement) statement_list;

/* "staff.projektledare.share.2022-09": the path by which --set and explain name a value. */
const char *statement_path(struct arena *arena, const struct statement *statement);

#endif

#ifndef MEDFIN_MODEL_CENSUS_H
#define MEDFIN_MODEL_CENSUS_H

/* Inhabitants by municipality and year as a table of thousands of rows states them. A row is kept
   in a few bytes; it becomes a statement where somebody asks what it says, or says something else
   of its municipality. */

#include <medfin/model/statement.h>

/* A stretch of the table's file. */
struct cell_stretch {
    uint32_t offset, size;
};

enum census_part { CENSUS_WHOLE, CENSUS_MEN, CENSUS_WOMEN };

struct census_row {
    uint8_t part;        /* of the municipality; the whole once a table is read */
    month at;            /* the year's January */
    int32_t inhabitants; /* on its 31 December; −1: the figure could not be read */
    struct cell_stretch year, number;
};

struct municipality {
    const struct census *census;
    const char *id;
    struct place place;             /* of its code, or of its name, where it stands first */
    struct statement title;         /* key NULL: it goes by its id */
    const struct census_row *years; /* by year, those of one year as they stand in the file */
    int year_count;
};

struct census {
    const struct source *file;
    const char *source; /* that its [members] gives; NULL: none */
    int layer;
    const struct key *year;                    /* under which a year's inhabitants are stated */
    const struct municipality *municipalities; /* by id */
    int count;
};

/* Whether each of its years is stated once and could be read. */
bool municipality_is_plain(const struct municipality *of);

/* NULL if the year is not stated. */
const struct census_row *municipality_year(const struct municipality *of, month january);

/* What is said of it: its header, its title, its years. */
statement_list municipality_statements(const struct municipality *of, struct arena *arena);

/* What a row says. */
struct statement census_row_statement(const struct municipality *of, const struct census_row *counted);
struct place census_row_place(const struct municipality *of, const struct census_row *counted);

#endif

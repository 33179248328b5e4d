#ifndef MEDFIN_BASE_SOURCE_H
#define MEDFIN_BASE_SOURCE_H

/* Where something was said: a file held in memory, or an argument on the command
   line, and a stretch of it. Everything that can be wrong keeps its place. */

#include <stddef.h>
#include <stdint.h>

#include <medfin/base/arena.h>

struct source {
    const char *name;  /* as the user wrote it: a path, "--set" */
    const char *bytes; /* valid UTF-8, NUL behind the last */
    size_t size;
    int order; /* the run's first source is 0 */
    int line_count;
    const uint32_t *line_starts; /* offsets, line_count of them */
    const char *sheet;  /* of a workbook: a line for each row, its cells parted by `;` as in CSV; NULL: a text */
    const char *others; /* the other sheets that the workbook shows, "Blad2, Blad3"; NULL: there are none */
};

/* `source` NULL: no place. */
struct place {
    const struct source *source;
    uint32_t offset, size; /* bytes: no source is larger than 4 GiB */
};

static inline struct place place_at(const struct source *source, size_t offset, size_t size)
{
    return (struct place){ source, (uint32_t)offset, (uint32_t)size };
}

/* Keeps `bytes`, which must outlive the source; lines end with LF. */
const struct source *source_new(struct arena *arena, const char *name, const char *bytes, size_t size, int order);

/* The same of a workbook's sheet, whose cells may hold line ends: the caller knows where its lines start. */
const struct source *source_of_sheet(struct arena *arena, const char *name, const char *sheet, const char *bytes,
                                     size_t size, int order, const uint32_t *line_starts, int line_count);

/* The same with the names of the other sheets. */
const struct source *source_beside(struct arena *arena, const struct source *source, const char *others);

/* 1-based; columns count characters, and cells in a sheet. */
int place_line(struct place place);
int place_column(struct place place);

/* The place's whole line, without its end. */
const char *place_line_text(struct place place, size_t *size);

/* "Blad1!C7" of a place in a sheet, "'Blad 1'!C7" where its name is no word. */
const char *place_cell(struct arena *arena, struct place place);

/* "scenarios/x/project.ini:12", "members.xlsx:Blad1!C7"; "" without a place. */
const char *place_text(struct arena *arena, struct place place);
/* The same without folders, for tables: "project.ini:12". */
const char *place_short(struct arena *arena, struct place place);

#endif

#include <medfin/read/grid.h>

#include <limits.h>

#include "encoding.h"
#include "load.h"
#include "rows.h"

struct walk {
    LIST(struct csv_row) rows;
    struct arena *arena;
};

static void take_row(struct csv_row *row, void *user)
{
    struct walk *walk = user;
    *list_add(&walk->rows, walk->arena) = row_copy(row, walk->arena, walk->arena);
}

static struct rows_fault walk_rows(struct walk *walk, const struct source *source, char separator)
{
    struct arena *scratch = arena_like(walk->arena);
    struct rows_fault fault = rows_each(source, separator, INT_MAX, take_row, walk, walk->arena, scratch);
    arena_free(scratch);
    return fault;
}

/* A table has two columns at least: a title alone is in one. */
static int parted(const struct walk *walk)
{
    int count = 0;
    for (int i = 0; i < walk->rows.count; i++)
        count += walk->rows.items[i].count > 1;
    return count;
}

/* The separator that parts most rows, and of equals the one that no amount has in it. */
static const struct grid *grid_of(const struct source *source, struct arena *arena, struct diags *diags)
{
    static const char separators[] = { ';', '\t', ',' };
    struct walk best = { .arena = arena };
    struct rows_fault fault = { .id = DIAG_COUNT };
    const size_t tried = source->sheet ? 1 : sizeof separators;
    for (size_t i = 0; i < tried; i++) {
        struct walk walk = { .arena = arena };
        struct rows_fault found = walk_rows(&walk, source, separators[i]);
        if (i && parted(&walk) <= parted(&best))
            continue;
        best = walk;
        fault = found;
    }
    if (fault.id != DIAG_COUNT) {
        diag_add(diags, fault.id, fault.place, ARGS(arg_place(fault.began)));
        return NULL;
    }
    struct grid *grid = arena_take(arena, 1, sizeof *grid);
    *grid = (struct grid){ source, best.rows.items, best.rows.count };
    return grid;
}

const struct grid *grid_load(const char *path, const char *sheet, read_file_list *read, struct arena *arena,
                             struct diags *diags)
{
    size_t size;
    enum csv_encoding encoding;
    const struct csv_file file = { .named = path, .sheet = sheet };
    read_file_note(read, path, arena);
    const char *bytes = bytes_load(path, (struct place){ 0 }, &size, arena, diags);
    const struct source *source = bytes ? table_source(&file, path, bytes, size, &encoding, arena, diags) : NULL;
    return source ? grid_of(source, arena, diags) : NULL;
}

int grid_row_number(const struct csv_row *row)
{
    return place_line(row->place);
}

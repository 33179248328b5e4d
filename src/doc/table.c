#include <medfin/doc/table.h>

#include <assert.h>

#include <medfin/doc/doc.h>

void doc_table_room(struct doc *doc, struct doc_table *table, int rows)
{
    assert(!table->rows.count && rows >= 0);
    size_t count = (size_t)rows;
    table->rows.items = arena_take(doc->arena, count, sizeof *table->rows.items);
    table->rows.room = rows;
    table->cells = arena_take(doc->arena, count * (size_t)table->column_count, sizeof *table->cells);
}

struct doc_row *doc_row(struct doc *doc, struct doc_table *table, const char *label, int indent)
{
    bool has_room = table->cells && table->rows.count < table->rows.room;
    struct doc_row *row = list_add(&table->rows, doc->arena);
    *row = (struct doc_row){ .label = label, .indent = indent, .part_of = -1, .sign = 1 };
    size_t columns = (size_t)table->column_count;
    row->cells = has_room ? table->cells : arena_take(doc->arena, columns, sizeof *row->cells);
    table->cells = has_room ? row->cells + columns : NULL;
    return row;
}

static bool says_nothing(const struct doc_table *table, int column)
{
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_cell *cell = &table->rows.items[i].cells[column];
        if (cell->kind != CELL_EMPTY && (cell->kind != CELL_TEXT || cell->unknown || *cell->text))
            return false;
    }
    return true;
}

void doc_table_drop_empty(struct doc *doc, struct doc_table *table)
{
    if (!doc->for_people)
        return;
    struct doc_column *columns = arena_take(doc->arena, (size_t)table->column_count + 1, sizeof *columns);
    int kept = 0;
    for (int c = 0; c < table->column_count; c++) {
        assert(table->columns[c].part_of < 0);
        if (says_nothing(table, c))
            continue;
        for (int i = 0; i < table->rows.count; i++)
            table->rows.items[i].cells[kept] = table->rows.items[i].cells[c];
        columns[kept++] = table->columns[c];
    }
    table->columns = columns;
    table->column_count = kept;
}

const char *cell_key(struct arena *arena, const struct doc_row *row, const struct doc_cell *cell)
{
    return row->path && cell->key ? arena_text(arena, "%s.%s", row->path, cell->key) : cell->key;
}

#include <medfin/write/markdown.h>

#include <string.h>

#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

#define INDENT "\u00a0\u00a0"

enum { DEEPEST_HEADING = 6, NARROWEST = 3, WIDEST = 40 };

/* The colon or point that would make a bare address a link. */
static bool makes_link(const char *start, const char *at)
{
    return strncmp(at, "://", 3) == 0 || (*at == '.' && at - start >= 3 && strncmp(at - 3, "www", 3) == 0);
}

static bool is_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* The first colon of ":smile:", which some readers show as a picture; of "1:1-medel:" none does. */
static bool makes_picture(const char *start, const char *at)
{
    if (*at != ':' || (at > start && is_word(at[-1]) && at[1] >= '0' && at[1] <= '9'))
        return false;
    size_t size = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
    return size && at[1 + size] == ':';
}

/* Within a word _ marks nothing: names of keys stay as they are. */
static bool is_mark(const char *start, const char *at)
{
    if (*at == '_')
        return at == start || !is_word(at[-1]) || !is_word(at[1]);
    return strchr("\\`*[]{}<>&|~$#", *at) || makes_link(start, at) || makes_picture(start, at);
}

const char *md_escaped(struct arena *arena, const char *raw)
{
    struct text out = text_new(arena);
    const char *text = shown_text(arena, raw);
    text += strspn(text, " ");
    size_t size = strlen(text);
    while (size && text[size - 1] == ' ')
        size--;
    for (size_t i = 0; i < size; i++) {
        if (is_mark(text, text + i))
            text_add(&out, "\\");
        text_add_bytes(&out, text + i, 1);
    }
    return out.bytes;
}

static void add_heading(struct text *out, int level, const char *raw)
{
    text_fill(out, '#', level < DEEPEST_HEADING ? level : DEEPEST_HEADING);
    text_addf(out, " %s\n", md_escaped(out->arena, raw));
}

/* "- ", "+ ", "1. " and "1) " would begin a list. */
static void add_paragraph(struct text *out, const char *raw)
{
    const char *text = md_escaped(out->arena, raw);
    size_t digits = strspn(text, "0123456789");
    char mark = text[digits];
    bool begins_list = digits ? mark == '.' || mark == ')' : mark == '-' || mark == '+';
    text_add_bytes(out, text, digits);
    text_addf(out, "%s%s\n", begins_list ? "\\" : "", text + digits);
}

/* A table as it is laid out: the titles, then the rows in sight, labels first. */
struct grid {
    struct arena *arena;
    const struct doc_table *table;
    struct table_text shown;
    int columns;
    LIST(const char *) cells;
    int *widths;
    bool *right; /* holds figures */
};

static void put(struct grid *grid, const char *raw, int indent, bool bold)
{
    struct text cell = text_new(grid->arena);
    for (int i = 0; i < indent; i++)
        text_add(&cell, INDENT);
    const char *text = md_escaped(grid->arena, raw), *mark = bold && *text ? "**" : "";
    text_add(&cell, mark);
    text_add(&cell, text);
    text_add(&cell, mark);
    *list_add(&grid->cells, grid->arena) = cell.bytes;
}

static void put_row(struct grid *grid, int at)
{
    const struct doc_row *row = &grid->table->rows.items[at];
    bool bold = row->is_total || row->is_heading;
    put(grid, row->label, row->indent, bold);
    for (int column = 0; column < grid->table->column_count; column++) {
        put(grid, grid->shown.cells[at * grid->table->column_count + column], 0, bold);
        if (!row->is_heading && shown_is_figure(&row->cells[column]))
            grid->right[column + 1] = true;
    }
}

/* Very wide cells are not lined up: they would move every row apart. */
static void measure(struct grid *grid)
{
    for (int column = 0; column < grid->columns; column++)
        grid->widths[column] = NARROWEST;
    for (int i = 0; i < grid->cells.count; i++) {
        int *width = &grid->widths[i % grid->columns], columns = text_columns(grid->cells.items[i]);
        if (columns > *width && columns <= WIDEST)
            *width = columns;
    }
}

static struct grid grid_of(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    struct grid grid = { .arena = arena, .table = table, .columns = table->column_count + 1 };
    grid.shown = shown_table(doc, table, arena);
    grid.widths = arena_take(arena, (size_t)grid.columns, sizeof *grid.widths);
    grid.right = arena_take(arena, (size_t)grid.columns, sizeof *grid.right);
    put(&grid, table->label_title, 0, false);
    for (int column = 0; column < table->column_count; column++)
        put(&grid, grid.shown.titles[column], 0, false);
    for (int row = 0; row < table->rows.count; row++)
        if (!row_left_out(table, row, grid.shown.whole))
            put_row(&grid, row);
    measure(&grid);
    return grid;
}

static void add_line(struct text *out, const struct grid *grid, const char *const *cells)
{
    for (int column = 0; column < grid->columns; column++) {
        int room = grid->widths[column] - text_columns(cells[column]);
        text_add(out, "| ");
        text_fill(out, ' ', grid->right[column] ? room : 0);
        text_add(out, cells[column]);
        text_fill(out, ' ', grid->right[column] ? 0 : room);
        text_add(out, " ");
    }
    text_add(out, "|\n");
}

static void add_alignment(struct text *out, const struct grid *grid)
{
    for (int column = 0; column < grid->columns; column++) {
        text_add(out, grid->right[column] ? "| " : "| :");
        text_fill(out, '-', grid->widths[column] - 1);
        text_add(out, grid->right[column] ? ": " : " ");
    }
    text_add(out, "|\n");
}

static void add_table(struct text *out, const struct doc *doc, const struct doc_table *table)
{
    struct arena *own = arena_like(out->arena);
    struct grid grid = grid_of(doc, table, own);
    const char *caption = shown_caption(table, doc->unit->name, own);
    if (*caption) {
        add_paragraph(out, caption);
        text_add(out, "\n");
    }
    add_line(out, &grid, grid.cells.items);
    add_alignment(out, &grid);
    for (int at = grid.columns; at < grid.cells.count; at += grid.columns)
        add_line(out, &grid, grid.cells.items + at);
    if (grid.shown.rounded) {
        /* Directly below the last row it would be one more. */
        text_add(out, "\n");
        add_paragraph(out, shown_foot(doc, table, own));
    }
    arena_free(own);
}

static void add_lead(struct text *out, const struct doc_block *lead)
{
    text_addf(out, "**%s**%s%s\n", md_escaped(out->arena, lead->text), *lead->more ? " " : "",
              md_escaped(out->arena, lead->more));
}

static void add_ask(struct text *out, const struct doc_block *ask)
{
    text_addf(out, "**%s**\n\n", md_escaped(out->arena, ask->text));
    for (int i = 0; i < ask->points.list.count; i++)
        text_addf(out, "%d. %s\n", i + 1, md_escaped(out->arena, ask->points.list.items[i]));
}

void md_write(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    (void)options;
    bool first = true;
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        if (!shown_in_words(block))
            continue;
        text_add(out, first ? "" : "\n");
        first = false;
        if (shown_as_heading(block))
            add_heading(out, block->level, block->text);
        else if (block->kind == BLOCK_TEXT)
            add_paragraph(out, block->text);
        else if (block->kind == BLOCK_LEAD)
            add_lead(out, block);
        else if (block->kind == BLOCK_ASK)
            add_ask(out, block);
        else
            add_table(out, doc, block->table);
    }
}

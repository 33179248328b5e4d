#include <medfin/workbook/tables.h>

#include <string.h>

#include <medfin/base/money.h>
#include <medfin/base/names.h>
#include <medfin/doc/table_text.h>

enum { CAPTION_ROW, HEAD_ROW = 2, FIRST_ROW, MOST_NAME = 31, MOST_TERMS = 60 };

struct laying {
    const struct doc *doc;
    struct book *book;
    struct names names; /* of sheets, in small letters: how many have it */
};

/* A sheet's name holds 31 characters, none of these, and no two are the same. */
static const char *sheet_name(struct laying *laying, const char *caption)
{
    struct arena *arena = laying->book->arena;
    struct text plain = text_new(arena);
    for (size_t step; *caption; caption += step) {
        step = text_step(caption, strlen(caption));
        if (step > 1 || !strchr("[]:*?/\\'", *caption))
            text_add_bytes(&plain, caption, step);
        else if (caption[1] != ' ')
            text_add(&plain, " ");
    }
    size_t size = text_fit(plain.bytes, MOST_NAME - 4);
    while (size && strchr(" ,", plain.bytes[size - 1]))
        size--;
    const char *plain_name = size ? arena_copy(arena, plain.bytes, size) : tr(N_("Table")), *name = plain_name;
    for (int number = 2; (*names_number(&laying->names, text_lower(arena, name), arena))++; number++)
        name = arena_text(arena, "%s %d", plain_name, number);
    return name;
}

/* A part of a figure that is another cell, and whether it counts against it. */
struct term {
    int row, column;
    bool is_against;
};

typedef LIST(struct term) term_list;

static const struct doc_cell *cell_at(const struct doc_table *table, int row, int column)
{
    return &table->rows.items[row].cells[column];
}

static bool is_number(const struct doc_cell *cell)
{
    return cell->kind == CELL_FIGURE && !cell->unknown;
}

/* The formula where what it comes to is the cell's own; NULL where it is not, or none of its parts is known. */
static const char *formula_of(struct laying *laying, const struct doc_table *table, const struct doc_cell *cell,
                              const term_list *terms)
{
    struct text formula = text_new(laying->book->arena);
    int64_t sum = 0;
    text_add(&formula, "=");
    for (int i = 0; i < terms->count; i++) {
        const struct term *term = &terms->items[i];
        const struct doc_cell *part = cell_at(table, term->row, term->column);
        if (part->kind == CELL_EMPTY)
            continue;
        if (!is_number(part) || part->of != cell->of)
            return NULL;
        sum += term->is_against ? -part->number : part->number;
        text_add(&formula, term->is_against ? "-" : formula.size > 1 ? "+" : "");
        cell_address(&formula, FIRST_ROW + term->row, 1 + term->column);
    }
    return sum == cell->number && formula.size > 1 ? formula.bytes : NULL;
}

/* A stretch of cells above, all of which count towards it. */
static const char *sum_formula(struct laying *laying, const struct doc_table *table, const struct doc_cell *cell,
                               const term_list *terms)
{
    const struct term *first = &terms->items[0], *last = &terms->items[terms->count - 1];
    int64_t sum = 0;
    for (int i = 0; i < terms->count; i++) {
        const struct term *term = &terms->items[i];
        const struct doc_cell *part = cell_at(table, term->row, term->column);
        const bool follows = term->row - first->row + term->column - first->column == i;
        if (term->is_against || !follows || (part->kind != CELL_EMPTY && !is_number(part)))
            return NULL;
        sum += part->kind == CELL_EMPTY ? 0 : part->number;
    }
    if (terms->count < 2 || sum != cell->number)
        return NULL;
    struct text formula = text_new(laying->book->arena);
    text_add(&formula, "=SUM(");
    cell_address(&formula, FIRST_ROW + first->row, 1 + first->column);
    text_add(&formula, ":");
    cell_address(&formula, FIRST_ROW + last->row, 1 + last->column);
    text_add(&formula, ")");
    return formula.bytes;
}

static const char *terms_formula(struct laying *laying, const struct doc_table *table, const struct doc_cell *cell,
                                 const term_list *terms)
{
    if (!terms->count || !is_number(cell))
        return NULL;
    const char *formula = sum_formula(laying, table, cell, terms);
    return formula || terms->count > MOST_TERMS ? formula : formula_of(laying, table, cell, terms);
}

/* Down, by the rows that are its parts; else across, by the columns. */
static const char *cell_formula(struct laying *laying, const struct doc_table *table, int row, int column)
{
    term_list down = { 0 }, across = { 0 };
    const struct doc_cell *cell = cell_at(table, row, column);
    for (int i = 0; i < row; i++)
        if (table->rows.items[i].part_of == row)
            *list_add(&down, laying->book->arena) = (struct term){ i, column, table->rows.items[i].sign < 0 };
    for (int i = 0; i < table->column_count; i++)
        if (table->columns[i].part_of == column)
            *list_add(&across, laying->book->arena) = (struct term){ row, i, false };
    const char *formula = terms_formula(laying, table, cell, &down);
    return formula ? formula : terms_formula(laying, table, cell, &across);
}

static double number_of(const struct doc_cell *cell)
{
    const double units[KIND_KINDS] = {
        [KIND_MONEY] = (double)KRONA, [KIND_SHARE] = (double)SHARE_ONE, [KIND_DECIMAL] = (double)SHARE_ONE
    };
    return (double)cell->number / (units[cell->of] > 0 ? units[cell->of] : 1);
}

static enum book_number number_kind(enum kind kind)
{
    return kind == KIND_MONEY ? NUMBER_MONEY : kind == KIND_SHARE ? NUMBER_SHARE : NUMBER_COUNT;
}

static void put_cell(struct laying *laying, struct book_sheet *sheet, const struct doc_table *table, int row,
                     int column)
{
    const struct doc_cell *cell = cell_at(table, row, column);
    const enum book_role role = table->rows.items[row].is_total ? ROLE_TOTAL : ROLE_PLAIN;
    const bool is_figure = is_number(cell) && cell->of != KIND_MONTH;
    const int at_row = FIRST_ROW + row, at_column = 1 + column;
    const char *formula = is_figure ? cell_formula(laying, table, row, column) : NULL;
    if (cell->kind == CELL_EMPTY)
        return;
    if (!is_figure)
        sheet_put_text(laying->book, sheet, at_row, at_column, role,
                       shown_cell(laying->doc, cell, cell->number, laying->book->arena));
    else if (formula)
        sheet_put_formula(laying->book, sheet, at_row, at_column, number_kind(cell->of), role, formula)->value =
            number_of(cell);
    else
        sheet_put_number(laying->book, sheet, at_row, at_column, number_kind(cell->of), role, number_of(cell));
}

static double wide_enough(const struct doc_table *table, int column)
{
    enum { LEAST = 12, MOST = 48, OF_A_FIGURE = 16 };
    int width = LEAST;
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_row *row = &table->rows.items[i];
        const struct doc_cell *cell = column < 0 ? NULL : &row->cells[column];
        const char *text = !cell ? row->label : cell->text;
        const int needs = text                      ? text_columns(text) + (cell ? 0 : 2 * row->indent)
                          : cell && is_number(cell) ? OF_A_FIGURE
                                                    : 0;
        width = needs > width ? needs : width;
    }
    return width < MOST ? width : MOST;
}

static const char *indented(struct laying *laying, const struct doc_row *row)
{
    struct text label = text_new(laying->book->arena);
    text_fill(&label, ' ', 2 * row->indent);
    text_add(&label, row->label);
    return label.bytes;
}

static struct book_sheet *put_table(struct laying *laying, const struct doc_table *table)
{
    struct book *book = laying->book;
    struct book_sheet *sheet = book_sheet(book, sheet_name(laying, table->caption));
    sheet_put_text(book, sheet, CAPTION_ROW, 0, ROLE_TITLE, table->caption);
    sheet_put_text(book, sheet, HEAD_ROW, 0, ROLE_HEAD, table->label_title);
    for (int column = 0; column < table->column_count; column++) {
        sheet_put_text(book, sheet, HEAD_ROW, 1 + column, ROLE_HEAD, table->columns[column].title);
        sheet_set_width(book, sheet, 1 + column, 1 + column, wide_enough(table, column));
    }
    for (int row = 0; row < table->rows.count; row++) {
        const struct doc_row *of = &table->rows.items[row];
        sheet_put_text(book, sheet, FIRST_ROW + row, 0, of->is_total ? ROLE_TOTAL : ROLE_PLAIN, indented(laying, of));
        for (int column = 0; column < table->column_count; column++)
            put_cell(laying, sheet, table, row, column);
    }
    sheet_set_width(book, sheet, 0, 0, wide_enough(table, -1));
    sheet_align_heads(book, sheet);
    sheet->frozen_rows = FIRST_ROW;
    sheet->frozen_columns = 1;
    return sheet;
}

/* A chart that is drawn from the last column of its own table, a category a row. */
static void put_chart(struct laying *laying, const struct doc_chart *chart, const struct doc_table *table,
                      struct book_sheet *sheet)
{
    const int first = FIRST_ROW, last = FIRST_ROW + table->rows.count - 1, column = table->column_count;
    if (!chart->by_row || table->rows.count < 2)
        return;
    struct book_chart drawn = { .row = FIRST_ROW, .column = column + 2, .title = chart->title, .count = 1 };
    drawn.is_line = chart->kind == CHART_LINES;
    drawn.description = chart->description ? chart->description : chart->title;
    drawn.series[0] = (struct book_series){ .name = table->columns[column - 1].title,
                                            .values = { sheet, column, first, last, true },
                                            .categories = { sheet, 0, first, last, true } };
    *list_add(&sheet->charts, laying->book->arena) = drawn;
}

/* In lines that a page holds, a row each; the row behind the last. */
static int put_lines(struct laying *laying, struct book_sheet *sheet, int row, enum book_role role, const char *text)
{
    enum { LINE = 100 };
    for (size_t size; *text; text += size + strspn(text + size, " ")) {
        size = text_fit(text, LINE);
        sheet_put_text(laying->book, sheet, row++, 0, role, arena_copy(laying->book->arena, text, size));
    }
    return row;
}

/* What is said in words: the answer first, then the rest in its order. */
static void put_words(struct laying *laying, struct book_sheet *sheet)
{
    int row = 0;
    for (int i = 0; i < laying->doc->blocks.count; i++) {
        const struct doc_block *block = &laying->doc->blocks.items[i];
        const bool is_heading = block->kind == BLOCK_HEADING, is_lead = block->kind == BLOCK_LEAD;
        if (!is_heading && !is_lead && block->kind != BLOCK_TEXT)
            continue;
        row = put_lines(laying, sheet, row + !is_heading, is_heading ? ROLE_TITLE : ROLE_PLAIN, block->text);
        row = is_lead ? put_lines(laying, sheet, row, ROLE_PLAIN, block->more) : row;
    }
    sheet_set_width(laying->book, sheet, 0, 0, 100);
}

struct book *workbook_of_tables(const struct doc *doc)
{
    struct laying laying = { .doc = doc, .book = book_new(doc->arena) };
    struct book *book = laying.book;
    put_words(&laying, book_sheet(book, sheet_name(&laying, tr(N_("Overview")))));
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        const bool is_chart = block->kind == BLOCK_CHART && block->table;
        if (block->kind == BLOCK_HEADING && !book->title)
            book->title = block->text;
        if ((block->kind != BLOCK_TABLE && !is_chart) || !block->table->rows.count)
            continue;
        struct book_sheet *sheet = put_table(&laying, block->table);
        if (is_chart)
            put_chart(&laying, block->chart, block->table, sheet);
    }
    return book;
}

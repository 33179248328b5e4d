#include "csv.h"

#include <csv.h> /* libcsv's. NOLINT(readability-duplicate-include) */
#include <string.h>

#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

struct form {
    const char *opening; /* of the file */
    const char *line_end;
    char delimiter, decimal;
    bool machine; /* words as in JSON, whatever the language */
};

static const struct form swedish = { "\ufeff", "\r\n", ';', ',', false };
static const struct form machine = { "", "\n", ',', '.', true };

struct sheet {
    struct text *out;
    const struct form *form;
    int fields; /* on the line so far */
};

static void begin_field(struct sheet *sheet)
{
    if (sheet->fields++)
        text_add_bytes(sheet->out, &sheet->form->delimiter, 1);
}

static void add_field(struct sheet *sheet, const char *field)
{
    begin_field(sheet);
    text_add(sheet->out, field);
}

static void end_line(struct sheet *sheet)
{
    text_add(sheet->out, sheet->form->line_end);
    sheet->fields = 0;
}

/* What spreadsheets run as a formula, in full width too; blanks before it do not help. */
static bool runs(const char *text)
{
    static const char *const full[] = { "\uff1d", "\uff0b", "\uff0d", "\uff20" };
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof full / sizeof *full; i++)
        if (strncmp(text, full[i], strlen(full[i])) == 0)
            return true;
    return *text && strchr("=+-@", *text);
}

/* RFC 4180; edge blanks too, which many readers trim. */
static const char *quoted(struct arena *arena, const char *text)
{
    size_t size = strlen(text);
    bool at_edge = size && (text[0] == ' ' || text[size - 1] == ' ');
    if (!at_edge && !text[strcspn(text, ";,\"")])
        return text;
    size_t room = 2 * size + 2;
    char *field = arena_take(arena, room + 1, 1);
    csv_write(field, room, text, size);
    return field;
}

static void add_text(struct sheet *sheet, const char *raw)
{
    struct arena *arena = sheet->out->arena;
    const char *text = shown_text(arena, raw);
    /* A tab or line end in front is a blank by now, and would run all the same. */
    bool guarded = runs(text) || (raw && *raw && strchr("\t\r\n", *raw));
    add_field(sheet, quoted(arena, guarded ? arena_text(arena, "'%s", text) : text));
}

static void add_word(struct sheet *sheet, const struct doc_cell *cell)
{
    add_text(sheet, sheet->form->machine && cell->id ? cell->id : cell->text);
}

static const char *yes_no(const struct form *form, bool yes)
{
    if (form->machine)
        return yes ? "yes" : "no";
    return yes ? tr(N_("yes")) : tr(N_("no"));
}

static void add_cell(struct sheet *sheet, const struct doc_cell *cell)
{
    if (cell->unknown) {
        add_field(sheet, "?");
    } else if (cell->kind == CELL_EMPTY) {
        add_field(sheet, "");
    } else if (cell->kind != CELL_FIGURE) {
        add_word(sheet, cell);
    } else if (cell->of == KIND_MONTH) {
        add_field(sheet, month_text(sheet->out->arena, (month)cell->number));
    } else if (cell->of == KIND_STATUS) {
        add_field(sheet, yes_no(sheet->form, cell->number != 0));
    } else {
        begin_field(sheet);
        add_figure(sheet->out, cell, sheet->form->decimal);
    }
}

/* Whether labels are moved in deeper than under the headings of the table, as in a tree:
   then each row's level stands in a column of its own. */
static bool is_tree(const struct doc_table *table)
{
    int headed = 0;
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_row *row = &table->rows.items[i];
        if (row->is_heading)
            headed = 1;
        else if (!row->hidden && row->indent > headed)
            return true;
    }
    return false;
}

static void add_row(struct sheet *sheet, const struct doc_table *table, const struct doc_row *row, bool leveled)
{
    add_text(sheet, row->label);
    if (leveled)
        add_cell(sheet, &(struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_COUNT, .number = row->indent });
    for (int column = 0; column < table->column_count; column++)
        add_cell(sheet, &row->cells[column]);
    end_line(sheet);
}

static bool is_for_data(const struct doc_table *table, int row)
{
    const struct doc_row *of = &table->rows.items[row];
    return of->readers == FOR_DATA || (of->readers == FOR_ALL && !row_left_out(table, row, NULL));
}

static void add_table(struct sheet *sheet, const struct doc_table *table)
{
    struct arena *arena = sheet->out->arena;
    bool in_kronor = table->in_kronor || table_has_money(table);
    const char *words = shown_text(arena, table->caption);
    const char *caption = in_kronor ? arena_text(arena, "%s%skr", words, *words ? ", " : "") : words;
    if (*caption) {
        add_text(sheet, caption);
        end_line(sheet);
    }
    bool leveled = is_tree(table);
    add_text(sheet, table->label_title);
    if (leveled)
        add_text(sheet, tr(N_("Level")));
    for (int column = 0; column < table->column_count; column++)
        add_text(sheet, table->columns[column].title);
    end_line(sheet);

    for (int row = 0; row < table->rows.count; row++)
        if (is_for_data(table, row))
            add_row(sheet, table, &table->rows.items[row], leveled);
}

/* A paragraph on a line, or each of its points. */
static void add_words(struct sheet *sheet, const struct doc_block *block)
{
    const bool has_more = block->kind == BLOCK_LEAD && *block->more;
    add_text(sheet, has_more ? arena_text(sheet->out->arena, "%s %s", block->text, block->more) : block->text);
    end_line(sheet);
    for (int i = 0; i < block->points.list.count; i++) {
        add_text(sheet, block->points.list.items[i]);
        end_line(sheet);
    }
}

void csv_write_doc(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    struct sheet sheet = { .out = out, .form = options->csv_machine ? &machine : &swedish };
    text_add(out, sheet.form->opening);
    enum block_kind above = BLOCK_VALUE;
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        if (!shown_in_words(block))
            continue;
        enum block_kind kind = block->table ? BLOCK_TABLE : block->kind;
        if (above != BLOCK_VALUE && (above == BLOCK_TABLE || kind == BLOCK_TABLE))
            end_line(&sheet);
        above = kind;
        if (block->table)
            add_table(&sheet, block->table);
        else
            add_words(&sheet, block);
    }
}

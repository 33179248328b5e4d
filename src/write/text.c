#include "text.h"

#include <string.h>

#include <medfin/doc/chart_bars.h>
#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

enum { GAP = 2, INDENT = 2, HANG = 2, SLACK = 3, NARROWEST = 8, NARROW = 16 };

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static bool is_blank(const char *text)
{
    return !text[strspn(text, " ")];
}

static int longest_word(const char *text)
{
    int longest = 0;
    for (size_t size; *text; text += size + (text[size] == ' ')) {
        size = strcspn(text, " ");
        longest = larger(longest, text_width(text, size));
    }
    return longest;
}

struct line {
    const char *bytes;
    size_t size;
};

struct lines {
    LIST(struct line) list;
};

static struct lines broken(struct arena *arena, const char *text, int columns)
{
    struct lines lines = { 0 };
    while (!is_blank(text)) {
        text += strspn(text, " ");
        size_t size = text_fit(text, columns), next = size;
        while (size && text[size - 1] == ' ')
            size--;
        *list_add(&lines.list, arena) = (struct line){ text, size };
        text += next;
    }
    return lines;
}

static const char *const tone_colors[] = {
    [TONE_NEUTRAL] = "",     [TONE_GOOD] = "\033[32m", [TONE_WARNING] = "\033[33m",
    [TONE_BAD] = "\033[31m", [TONE_OPEN] = "",
};

static void add_toned(struct text *out, struct line line, enum doc_tone tone, bool color)
{
    bool colored = color && *tone_colors[tone];
    text_add(out, colored ? tone_colors[tone] : "");
    text_add_bytes(out, line.bytes, line.size);
    text_add(out, colored ? "\033[0m" : "");
}

static void add_paragraph(struct text *out, const char *text, enum doc_tone tone, const struct writer_options *options)
{
    struct lines lines = broken(out->arena, text, options->width);
    for (int i = 0; i < lines.list.count; i++) {
        add_toned(out, lines.list.items[i], tone, options->color);
        text_add(out, "\n");
    }
}

/* "! The budget balances if everybody says yes. But …": a sign for those who see no colour. */
static void add_lead(struct text *out, const struct doc_block *lead, const struct writer_options *options)
{
    const char *sign = shown_sign(lead->tone);
    const char *said = arena_text(out->arena, "%s%s%s%s%s", sign, *sign ? " " : "", shown_text(out->arena, lead->text),
                                  *lead->more ? " " : "", shown_text(out->arena, lead->more));
    add_paragraph(out, said, lead->tone, options);
}

static void add_ask(struct text *out, const struct doc_block *ask, const struct writer_options *options)
{
    add_paragraph(out, shown_text(out->arena, ask->text), TONE_NEUTRAL, options);
    for (int i = 0; i < ask->points.list.count; i++)
        add_paragraph(out,
                      arena_text(out->arena, "%d.\u00a0%s", i + 1, shown_text(out->arena, ask->points.list.items[i])),
                      TONE_NEUTRAL, options);
}

static void add_heading(struct text *out, int level, const char *text, const struct writer_options *options)
{
    add_paragraph(out, text, TONE_NEUTRAL, options);
    if (level > 2)
        return;
    text_fill(out, level == 1 ? '=' : '-', smaller(text_columns(text), options->width));
    text_add(out, "\n");
}

static void add_rule(struct text *out, int columns)
{
    for (int i = 0; i < columns; i++)
        text_add(out, "\u2500");
    text_add(out, "\n");
}

/* A table as it is laid out. */

struct width {
    int least, natural, now;
    bool right; /* holds figures */
};

struct sheet {
    const struct doc_table *table;
    const struct writer_options *options;
    struct text *out;
    struct arena *arena; /* of what is made for this table alone */
    struct table_text shown;
    struct width label;
    struct width *columns;
    int first, end; /* columns of the band that is being written */
};

/* What may be broken over lines is not squeezed under this, and a word only if it is long. */
static int least_broken(const struct sheet *sheet, int natural, int word)
{
    int width = sheet->options->width;
    return smaller(natural, larger(larger(NARROW, width / 5), smaller(word, width / 2)));
}

static void measure_labels(struct sheet *sheet)
{
    struct width *label = &sheet->label;
    const char *title = shown_text(sheet->arena, sheet->table->label_title);
    int word = longest_word(title);
    label->natural = text_columns(title);
    for (int i = 0; i < sheet->table->rows.count; i++) {
        const struct doc_row *row = &sheet->table->rows.items[i];
        if (row_left_out(sheet->table, i, sheet->shown.whole) || row->is_heading)
            continue;
        const char *text = shown_text(sheet->arena, row->label);
        label->natural = larger(label->natural, row->indent * INDENT + text_columns(text));
        word = larger(word, row->indent * INDENT + HANG + longest_word(text));
    }
    label->least = least_broken(sheet, label->natural, word);
    if (!sheet->table->labels_wrap)
        label->least = larger(label->least, smaller(label->natural, sheet->options->width * 2 / 5));
}

static void measure_column(struct sheet *sheet, int column)
{
    struct width *width = &sheet->columns[column];
    int word = 0;
    for (int i = 0; i < sheet->table->rows.count; i++) {
        const struct doc_row *row = &sheet->table->rows.items[i];
        if (row_left_out(sheet->table, i, sheet->shown.whole) || row->is_heading)
            continue;
        const char *text = sheet->shown.cells[i * sheet->table->column_count + column];
        width->natural = larger(width->natural, text_columns(text));
        word = larger(word, longest_word(text));
        width->right = width->right || shown_is_figure(&row->cells[column]);
    }
    const struct doc_column *titled = &sheet->table->columns[column];
    width->least = width->natural;
    if (titled->wraps)
        width->least = least_broken(sheet, width->natural, word);
    else if (!width->right)
        width->least = smaller(width->natural, sheet->options->width / 2);
    const char *title = sheet->shown.titles[column];
    width->least = larger(width->least, smaller(longest_word(title), sheet->options->width / 2));
    /* A title over figures that may wrap is content with two lines: labels need the room. */
    int wanted = titled->wraps && width->right ? text_columns(title) / 2 + SLACK : text_columns(title);
    width->natural = larger(larger(width->natural, width->least), wanted);
}

/* Takes as many columns from `first` on as fit beside the labels, at least one; returns the
   columns of the terminal that are left over. */
static int take_band(struct sheet *sheet, int first)
{
    int left = sheet->options->width - sheet->label.least;
    sheet->first = sheet->end = first;
    while (sheet->end < sheet->table->column_count) {
        int needed = GAP + sheet->columns[sheet->end].least;
        if (needed > left && sheet->end > first)
            break;
        left -= needed;
        sheet->end++;
    }
    return left;
}

/* The narrowest grows first. */
static void widen(struct sheet *sheet, int left)
{
    sheet->label.now = sheet->label.least;
    for (int column = sheet->first; column < sheet->end; column++)
        sheet->columns[column].now = sheet->columns[column].least;
    for (; left > 0; left--) {
        struct width *narrowest = sheet->label.now < sheet->label.natural ? &sheet->label : NULL;
        for (int column = sheet->first; column < sheet->end; column++) {
            struct width *width = &sheet->columns[column];
            if (width->now < width->natural && (!narrowest || width->now < narrowest->now))
                narrowest = width;
        }
        if (!narrowest)
            break;
        narrowest->now++;
    }
    if (left < 0)
        sheet->label.now = larger(smaller(sheet->label.natural, NARROWEST), sheet->label.now + left);
}

static int band_columns(const struct sheet *sheet)
{
    int columns = sheet->label.now;
    for (int column = sheet->first; column < sheet->end; column++)
        columns += GAP + sheet->columns[column].now;
    return columns;
}

/* One field of a printed row. */
struct field {
    struct lines lines;
    int start, columns;
    bool right;
    int hang; /* what lines after the first are moved in */
    enum doc_tone tone;
};

static struct field label_field(const struct sheet *sheet, const char *label, int indent, int columns)
{
    struct field field = { .start = smaller(indent * INDENT, columns / 2) };
    field.columns = columns - field.start;
    if (text_columns(label) > field.columns && field.columns > HANG + 1) {
        field.hang = HANG;
        field.columns -= HANG;
    }
    field.lines = broken(sheet->arena, label, field.columns);
    return field;
}

/* `top` false: shorter fields stand on the last line, as titles over figures do. */
static void add_fields(const struct sheet *sheet, const struct field *fields, int count, bool top)
{
    int height = 0;
    for (int i = 0; i < count; i++)
        height = larger(height, fields[i].lines.list.count);
    for (int at = 0; at < height; at++) {
        int column = 0;
        for (int i = 0; i < count; i++) {
            const struct field *field = &fields[i];
            int nth = top ? at : at - (height - field->lines.list.count);
            if (nth < 0 || nth >= field->lines.list.count)
                continue;
            struct line line = field->lines.list.items[nth];
            int width = text_width(line.bytes, line.size);
            int start = field->start + (nth ? field->hang : 0);
            start += field->right ? larger(0, field->columns - width) : 0;
            text_fill(sheet->out, ' ', start - column);
            add_toned(sheet->out, line, field->tone, sheet->options->color);
            column = larger(start, column) + width;
        }
        text_add(sheet->out, "\n");
    }
}

static void add_titles(const struct sheet *sheet)
{
    struct arena *arena = sheet->arena;
    int count = 1, start = sheet->label.now;
    struct field *fields = arena_take(arena, (size_t)(1 + sheet->end - sheet->first), sizeof *fields);
    fields[0] = label_field(sheet, shown_text(arena, sheet->table->label_title), 0, sheet->label.now);
    for (int column = sheet->first; column < sheet->end; column++) {
        const struct width *width = &sheet->columns[column];
        const char *title = sheet->shown.titles[column];
        fields[count++] = (struct field){ .lines = broken(arena, title, width->now),
                                          .start = start + GAP,
                                          .columns = width->now,
                                          .right = width->right };
        start += GAP + width->now;
    }
    add_fields(sheet, fields, count, false);
    add_rule(sheet->out, band_columns(sheet));
}

static void add_row(const struct sheet *sheet, int at)
{
    struct arena *arena = sheet->arena;
    const struct doc_row *row = &sheet->table->rows.items[at];
    int count = 1, start = sheet->label.now;
    struct field *fields = arena_take(arena, (size_t)(1 + sheet->end - sheet->first), sizeof *fields);
    fields[0] = label_field(sheet, shown_text(arena, row->label), row->indent, sheet->label.now);
    for (int column = sheet->first; column < sheet->end; column++) {
        const struct width *width = &sheet->columns[column];
        const struct doc_cell *cell = &row->cells[column];
        const char *text = sheet->shown.cells[at * sheet->table->column_count + column];
        bool toned = cell->kind == CELL_VERDICT && !cell->unknown;
        fields[count++] = (struct field){ .lines = broken(arena, text, width->now),
                                          .start = start + GAP,
                                          .columns = width->now,
                                          .right = width->right,
                                          .tone = toned ? (enum doc_tone)cell->number : TONE_NEUTRAL };
        start += GAP + width->now;
    }
    add_fields(sheet, fields, count, true);
}

static void add_row_heading(const struct sheet *sheet, const struct doc_row *row)
{
    struct field field = label_field(sheet, shown_text(sheet->arena, row->label), row->indent, sheet->options->width);
    add_fields(sheet, &field, 1, true);
}

static void add_band(const struct sheet *sheet)
{
    add_titles(sheet);
    const struct doc_row *above = NULL;
    for (int i = 0; i < sheet->table->rows.count; i++) {
        const struct doc_row *row = &sheet->table->rows.items[i];
        if (row_left_out(sheet->table, i, sheet->shown.whole))
            continue;
        if (above && row->is_heading)
            text_add(sheet->out, "\n");
        if (above && row->is_total && !above->is_total)
            add_rule(sheet->out, band_columns(sheet));
        if (row->is_heading)
            add_row_heading(sheet, row);
        else
            add_row(sheet, i);
        above = row;
    }
}

static void add_table(struct text *out, const struct doc *doc, const struct doc_table *table,
                      const struct writer_options *options)
{
    struct sheet sheet = { .table = table, .options = options, .out = out, .arena = arena_like(out->arena) };
    sheet.columns = arena_take(sheet.arena, (size_t)table->column_count, sizeof *sheet.columns);
    sheet.shown = shown_table(doc, table, sheet.arena);
    measure_labels(&sheet);
    for (int column = 0; column < table->column_count; column++)
        measure_column(&sheet, column);

    add_paragraph(out, shown_caption(table, doc->unit->name, sheet.arena), TONE_NEUTRAL, options);
    do {
        if (sheet.end)
            text_add(out, "\n");
        widen(&sheet, take_band(&sheet, sheet.end));
        add_band(&sheet);
    } while (sheet.end < table->column_count);
    if (sheet.shown.rounded)
        add_paragraph(out, shown_foot(doc, table, sheet.arena), TONE_NEUTRAL, options);
    arena_free(sheet.arena);
}

/* No blanks at the ends of lines. */
static void add_finished(struct text *out, const char *written)
{
    for (const char *at = text_with_plain_spaces(out->arena, written); *at;) {
        size_t line = strcspn(at, "\n"), kept = line;
        while (kept && at[kept - 1] == ' ')
            kept--;
        text_add_bytes(out, at, kept);
        text_add(out, "\n");
        at += line + 1;
    }
}

void text_write(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    struct text written = text_new(out->arena);
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        if (!shown_in_words(block))
            continue;
        if (written.size)
            text_add(&written, "\n");
        if (shown_as_heading(block))
            add_heading(&written, block->level, shown_text(out->arena, block->text), options);
        else if (block->kind == BLOCK_LEAD)
            add_lead(&written, block, options);
        else if (block->kind == BLOCK_ASK)
            add_ask(&written, block, options);
        else if (block->kind == BLOCK_TEXT)
            add_paragraph(&written, shown_text(out->arena, block->text), block->tone, options);
        else
            add_table(&written, doc, table_with_bars(doc, i, out->arena), options);
    }
    add_finished(out, written.bytes);
}

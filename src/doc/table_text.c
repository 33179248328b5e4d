#include <medfin/doc/table_text.h>

#include <assert.h>
#include <string.h>

#include <medfin/doc/rounding.h>

/* Whether it is shown as it stands: most texts are. */
static bool is_plain(const char *text, size_t size)
{
    for (size_t at = 0, length; at < size; at += length) {
        bool is_ascii = text[at] >= ' ' && text[at] <= '~';
        length = is_ascii ? 1 : text_character(text + at, size - at);
        if (!length || (!is_ascii && text_is_control(text + at, size - at)))
            return false;
    }
    return true;
}

const char *shown_text(struct arena *arena, const char *raw)
{
    if (!raw || is_plain(raw, strlen(raw)))
        return raw ? raw : "";
    struct text out = text_new(arena);
    for (const char *at = raw; *at;) {
        size_t line = strcspn(at, "\r\n"), ends = strspn(at + line, "\r\n");
        text_add_safely(&out, at, line);
        if (ends)
            text_add(&out, " ");
        at += line + ends;
    }
    return out.bytes;
}

bool shown_in_words(const struct doc_block *block)
{
    switch (block->kind) {
    case BLOCK_VALUE:
    case BLOCK_RECORDS:
    case BLOCK_DETAILS_END:
        return false;
    case BLOCK_CHART:
    case BLOCK_TABLE:
        return block->table && block->table->rows.count;
    default:
        return true;
    }
}

bool shown_as_heading(const struct doc_block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_DETAILS || block->kind == BLOCK_ANNEXES;
}

const char *shown_sign(enum doc_tone tone)
{
    static const char *const signs[] = {
        [TONE_NEUTRAL] = "", [TONE_GOOD] = "✓", [TONE_WARNING] = "!", [TONE_BAD] = "✗", [TONE_OPEN] = "?"
    };
    return signs[tone];
}

bool shown_is_figure(const struct doc_cell *cell)
{
    return cell->kind == CELL_FIGURE && cell->of != KIND_MONTH && cell->of != KIND_STATUS;
}

const char *shown_units(const struct doc_unit *unit, int64_t whole, enum language language, struct arena *arena)
{
    if (unit->parts == 1)
        return count_text(arena, whole);
    assert(unit->parts == 10);
    bool is_less = whole < 0;
    const char *units = count_text(arena, (is_less ? -whole : whole) / unit->parts);
    return arena_text(arena, "%s%s%c%d", is_less ? "\u2212" : "", units, language_decimal(language),
                      (int)((is_less ? -whole : whole) % unit->parts));
}

const char *shown_amount(const struct doc *doc, int64_t whole)
{
    return arena_text(doc->arena, "%s\u00a0%s", shown_units(doc->unit, whole, doc->language, doc->arena),
                      doc->unit->name);
}

static const char *shown_figure(const struct doc *doc, const struct doc_cell *cell, int64_t whole, struct arena *arena)
{
    const share hundredth = SHARE_ONE / 10000;
    switch (cell->of) {
    case KIND_MONEY:
        return cell->exact ? money_text(arena, cell->number, doc->language)
                           : shown_units(doc->unit, whole, doc->language, arena);
    case KIND_SHARE:
        return share_text(arena, cell->exact ? cell->number : whole * hundredth, doc->language);
    case KIND_DECIMAL:
        return number_text(arena, cell->number, doc->language);
    case KIND_FINE:
        return fine_text(arena, cell->number, doc->language);
    case KIND_COUNT:
        return count_text(arena, cell->number);
    case KIND_MONTH:
        return month_text(arena, (month)cell->number);
    case KIND_STATUS:
        return cell->number ? tr(N_("yes")) : tr(N_("no"));
    default:
        return "";
    }
}

const char *shown_cell(const struct doc *doc, const struct doc_cell *cell, int64_t whole, struct arena *arena)
{
    if (cell->unknown)
        return "?";
    switch (cell->kind) {
    case CELL_EMPTY:
        break;
    case CELL_TEXT:
    case CELL_VERDICT:
        return shown_text(arena, cell->text);
    case CELL_FIGURE:
        return shown_figure(doc, cell, whole, arena);
    }
    return "";
}

/* What a table, or one column of it, holds: money that leaves its unit to others, and numbers that are no money. */
struct held {
    bool money, counts;
};

static struct held held_in(const struct doc_table *table, int first, int end)
{
    struct held held = { false, false };
    for (int row = 0; row < table->rows.count; row++)
        for (int column = first; column < end; column++) {
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            if (cell->kind != CELL_FIGURE)
                continue;
            held.money = held.money || cell_is_rounded(cell) ||
                         (table->in_kronor && (cell->of == KIND_MONEY || cell->of == KIND_FINE));
            held.counts = held.counts || cell->of == KIND_COUNT || cell->of == KIND_DECIMAL;
        }
    return held;
}

/* Where the unit of a column's money is told: above the whole table, above the column where counts stand in others, at
   each amount where they stand in the same. */
enum unit_place { AT_NOTHING, AT_TABLE, AT_COLUMN, AT_CELLS };

static enum unit_place unit_place(const struct doc_table *table, bool any_counts, int column)
{
    const struct held held = held_in(table, column, column + 1);
    const char *title = table->columns[column].title;
    if (!held.money)
        return AT_NOTHING;
    if (table->is_keys)
        return AT_CELLS;
    if (!any_counts)
        return AT_TABLE;
    return held.counts || !title || !*title ? AT_CELLS : AT_COLUMN;
}

static const char *const *titles_of(const struct doc_table *table, const char *unit, struct arena *arena)
{
    bool any_counts = held_in(table, 0, table->column_count).counts;
    const char **titles = arena_take(arena, (size_t)table->column_count, sizeof *titles);
    for (int column = 0; column < table->column_count; column++) {
        titles[column] = shown_text(arena, table->columns[column].title);
        if (unit_place(table, any_counts, column) == AT_COLUMN)
            titles[column] = arena_text(arena, "%s, %s", titles[column], table->in_kronor ? "kr" : unit);
    }
    return titles;
}

static const char *without_unit(const char *amount, struct arena *arena)
{
    static const char unit[] = "\u00a0kr";
    size_t size = strlen(amount), ends = sizeof unit - 1;
    bool ends_so = size > ends && strcmp(amount + size - ends, unit) == 0;
    return ends_so ? arena_copy(arena, amount, size - ends) : amount;
}

struct table_text shown_table(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    int rows = table->rows.count, columns = table->column_count;
    struct table_text shown = { 0 };
    shown.whole = arena_take(arena, (size_t)(rows * columns), sizeof *shown.whole);
    shown.rounded = table_round(table, doc->unit->ore, shown.whole, arena) && !table->is_keys;
    shown.cells = arena_take(arena, (size_t)(rows * columns), sizeof *shown.cells);
    shown.titles = titles_of(table, doc->unit->name, arena);
    bool any_counts = held_in(table, 0, columns).counts;
    for (int column = 0; column < columns; column++) {
        bool with_units = unit_place(table, any_counts, column) == AT_CELLS;
        for (int row = 0; row < rows; row++) {
            int at = row * columns + column;
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            const char *text = shown_cell(doc, cell, shown.whole[at], arena);
            bool leaves_unit = table->in_kronor && !with_units && cell->kind == CELL_FIGURE &&
                               (cell->of == KIND_FINE || (cell->of == KIND_MONEY && cell->exact));
            if (with_units && cell_is_rounded(cell) && !cell->unknown)
                text = arena_text(arena, "%s\u00a0%s", text, doc->unit->name);
            shown.cells[at] = leaves_unit ? without_unit(text, arena) : text;
        }
    }
    return shown;
}

const char *shown_caption(const struct doc_table *table, const char *unit, struct arena *arena)
{
    const struct held held = held_in(table, 0, table->column_count);
    const char *caption = shown_text(arena, table->caption);
    if ((!held.money && !table->in_kronor) || held.counts || table->unit_in_label || table->is_keys)
        return caption;
    return arena_text(arena, "%s%s%s", caption, *caption ? ", " : "", table->in_kronor ? "kr" : unit);
}

const char *shown_measure(const struct doc *doc)
{
    return doc->unit->parts > 1 ? shown_amount(doc, 1) : arena_text(doc->arena, tr(N_("whole %s")), doc->unit->name);
}

const char *shown_foot(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    const char *sentence =
        table->no_sums ? tr(N_("Rounded to %s.")) : tr(N_("Rounded to %s; the figures add up as printed."));
    return arena_text(arena, sentence, shown_measure(doc));
}

void add_figure(struct text *out, const struct doc_cell *figure, char decimal)
{
    char plain[PLAIN_ROOM];
    size_t size;
    assert(shown_is_figure(figure));
    if (figure->of == KIND_MONEY)
        size = money_write(plain, figure->number, decimal);
    else if (figure->of == KIND_COUNT)
        size = count_write(plain, figure->number);
    else
        size = fraction_write(plain, figure->number, decimal);
    text_add_bytes(out, plain, size);
}

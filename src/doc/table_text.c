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
    case BLOCK_CHART:
    case BLOCK_DETAILS_END:
        return false;
    default:
        return true;
    }
}

bool shown_is_figure(const struct doc_cell *cell)
{
    return cell->kind == CELL_FIGURE && cell->of != KIND_MONTH && cell->of != KIND_STATUS;
}

/* At most two decimals. */
static const char *percent(struct arena *arena, share part, enum language language)
{
    const share step = SHARE_ONE / 10000;
    return share_text(arena, round_quotient(part, step) * step, language);
}

static const char *shown_figure(const struct doc_cell *cell, int64_t whole, enum language language, struct arena *arena)
{
    switch (cell->of) {
    case KIND_MONEY:
        return cell->exact ? money_text(arena, cell->number, language) : count_text(arena, whole);
    case KIND_SHARE:
        return cell->exact ? share_text(arena, cell->number, language) : percent(arena, cell->number, language);
    case KIND_DECIMAL:
        return number_text(arena, cell->number, language);
    case KIND_FINE:
        return fine_text(arena, cell->number, language);
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

const char *shown_cell(const struct doc_cell *cell, int64_t whole, enum language language, struct arena *arena)
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
        return shown_figure(cell, whole, language, arena);
    }
    return "";
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
    shown.rounded = table_round(table, doc->unit->ore, shown.whole, arena);
    shown.cells = arena_take(arena, (size_t)(rows * columns), sizeof *shown.cells);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            const char *text = shown_cell(cell, shown.whole[at], doc->language, arena);
            bool leaves_unit = table->in_kronor && cell->kind == CELL_FIGURE &&
                               (cell->of == KIND_FINE || (cell->of == KIND_MONEY && cell->exact));
            shown.cells[at] = leaves_unit ? without_unit(text, arena) : text;
        }
    return shown;
}

const char *shown_caption(const struct doc_table *table, const char *unit, struct arena *arena)
{
    const char *caption = shown_text(arena, table->caption);
    if (table->in_kronor)
        unit = "kr";
    else if (!table_has_money(table))
        return caption;
    return arena_text(arena, "%s%s%s", caption, *caption ? ", " : "", unit);
}

const char *shown_foot(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    if (table->no_sums)
        return arena_text(arena, tr(N_("Rounded to whole %s.")), doc->unit->name);
    return arena_text(arena, tr(N_("Rounded to whole %s; the figures add up as printed.")), doc->unit->name);
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

#include "shown.h"

#include <inttypes.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/report/rounding.h>

const char *shown_text(struct arena *arena, const char *raw)
{
    struct text out = text_new(arena);
    for (const char *at = raw ? raw : ""; *at;) {
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
    return block->kind != BLOCK_VALUE && block->kind != BLOCK_CHART && block->kind != BLOCK_DETAILS_END;
}

bool shown_is_figure(enum cell_kind kind)
{
    return kind == CELL_MONEY || kind == CELL_EXACT || kind == CELL_SHARE || kind == CELL_RATE ||
           kind == CELL_NUMBER || kind == CELL_FINE || kind == CELL_COUNT;
}

/* At most two decimals. */
static const char *percent(struct arena *arena, share part, enum language language)
{
    const share step = SHARE_ONE / 10000;
    return share_text(arena, round_quotient(part, step) * step, language);
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
    case CELL_MONEY:
        return count_text(arena, whole);
    case CELL_EXACT:
        return money_text(arena, cell->number, language);
    case CELL_SHARE:
        return percent(arena, cell->number, language);
    case CELL_RATE:
        return share_text(arena, cell->number, language);
    case CELL_NUMBER:
        return number_text(arena, cell->number, language);
    case CELL_FINE:
        return fine_text(arena, cell->number, language);
    case CELL_COUNT:
        return count_text(arena, cell->number);
    case CELL_MONTH:
        return month_text(arena, (month)cell->number);
    case CELL_YES_NO:
        return cell->number ? tr(N_("yes")) : tr(N_("no"));
    }
    return "";
}

struct shown shown_table(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    int rows = table->rows.count, columns = table->column_count;
    struct shown shown = { 0 };
    shown.whole = arena_take(arena, (size_t)(rows * columns), sizeof *shown.whole);
    shown.rounded = table_round(table, doc->unit->ore, shown.whole, arena);
    shown.cells = arena_take(arena, (size_t)(rows * columns), sizeof *shown.cells);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            const struct doc_cell *cell = &table->rows.items[row].cells[column];
            shown.cells[at] = shown_cell(cell, shown.whole[at], doc->language, arena);
        }
    return shown;
}

static bool any_money(const struct doc_table *table)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++)
            if (!table->rows.items[row].hidden && table->rows.items[row].cells[column].kind == CELL_MONEY)
                return true;
    return false;
}

const char *shown_caption(const struct doc_table *table, const char *unit, struct arena *arena)
{
    const char *caption = shown_text(arena, table->caption);
    if (!any_money(table))
        return caption;
    return arena_text(arena, "%s%s%s", caption, *caption ? ", " : "", unit);
}

const char *shown_foot(const struct doc *doc, const struct doc_table *table, struct arena *arena)
{
    if (table->no_sums)
        return arena_text(arena, tr(N_("Rounded to whole %s.")), doc->unit->name);
    return arena_text(arena, tr(N_("Rounded to whole %s; the figures add up as printed.")), doc->unit->name);
}

const char *fraction_plain(struct arena *arena, int64_t billionths, char decimal)
{
    uint64_t size = billionths < 0 ? 0 - (uint64_t)billionths : (uint64_t)billionths;
    uint64_t one = (uint64_t)SHARE_ONE;
    char *number = arena_text(arena, "%s%" PRIu64 "%c%09" PRIu64, billionths < 0 ? "-" : "", size / one,
                              decimal, size % one);
    char *last = number + strlen(number) - 1;
    while (*last == '0')
        *last-- = '\0';
    if (*last == decimal)
        *last = '\0';
    return number;
}

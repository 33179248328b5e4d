#include <medfin/contents/cells.h>

#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

enum doc_tone verdict_tone(enum verdict verdict)
{
    static const enum doc_tone tones[] = { [VERDICT_NOT_APPLICABLE] = TONE_NEUTRAL,
                                           [VERDICT_PASS] = TONE_GOOD,
                                           [VERDICT_WARN] = TONE_WARNING,
                                           [VERDICT_UNDETERMINED] = TONE_OPEN,
                                           [VERDICT_FAIL] = TONE_BAD };
    return tones[verdict];
}

struct doc_cell cell_verdict(enum verdict verdict, const char *key)
{
    return (struct doc_cell){ .kind = CELL_VERDICT,
                              .number = verdict_tone(verdict),
                              .text = tr(verdict_title(verdict)),
                              .id = verdict_id(verdict),
                              .key = key };
}

struct doc_cell cell_plan(struct cell figure, const char *key)
{
    return cell_money(figure.amount, !cell_is_known(figure), key);
}

struct shown *shown_of(struct doc *doc, const struct plan *plan)
{
    for (int i = 0; i < doc->decided.count; i++)
        if (doc->decided.items[i].of == plan)
            return doc->decided.items[i].figures;
    struct shown *shown = shown_new(plan, doc->unit->ore, doc->arena);
    *list_add(&doc->decided, doc->arena) = (struct doc_decided){ plan, shown };
    return shown;
}

struct doc_cell cell_showing(struct doc_cell cell, int64_t whole)
{
    cell.is_set = true;
    cell.whole = whole;
    return cell;
}

struct doc_cell cell_sum(struct doc *doc, const struct plan *plan, const struct selection *of, struct months over,
                         const char *key)
{
    const struct doc_cell cell = cell_plan(plan_sum(plan, of, over.first, over.last), key);
    return cell.unknown ? cell : cell_showing(cell, shown_sum(shown_of(doc, plan), of, over));
}

struct doc_cell cell_rows(struct doc *doc, const struct plan *plan, row_test *test, const void *context,
                          struct months over, const char *key)
{
    const struct doc_cell cell = cell_plan(rows_sum(plan, test, context, over.first, over.last), key);
    return cell.unknown ? cell : cell_showing(cell, shown_rows(shown_of(doc, plan), test, context, over));
}

struct doc_cell cell_figure(struct doc *doc, const struct plan *plan, const struct figure *figure, const char *key)
{
    struct doc_cell cell = cell_of_row(figure->row, figure_cell(plan, figure), key);
    if (!key)
        cell.figure = figure_path(doc->arena, figure);
    return cell.unknown || !cell_is_money(&cell) ? cell : cell_showing(cell, shown_figure(shown_of(doc, plan), figure));
}

const char *amount_shown(struct doc *doc, const struct doc_cell *cell)
{
    return cell->unknown ? "?" : shown_amount(doc, cell_shown(cell, doc->unit->ore));
}

const char *sum_shown(struct doc *doc, const struct plan *plan, const struct selection *of, struct months over)
{
    const struct doc_cell cell = cell_sum(doc, plan, of, over, NULL);
    return amount_shown(doc, &cell);
}

struct chart_value chart_value_of(const struct doc *doc, const struct doc_cell *cell)
{
    return (struct chart_value){ cell->is_set ? cell->whole * doc->unit->ore : cell->number, cell->unknown };
}

const char *money_shown(struct doc *doc, money amount)
{
    int64_t whole = round_quotient(amount, doc->unit->ore);
    return amount && !whole ? money_text(doc->arena, amount, doc->language) : shown_amount(doc, whole);
}

struct doc_cell cell_billionths(wide billionths, const char *key)
{
    bool fits = billionths < (wide)INT64_MAX;
    return fits ? cell_number(KIND_DECIMAL, (int64_t)billionths, false, key) : (struct doc_cell){ .kind = CELL_EMPTY };
}

struct doc_cell cell_exact(struct cell figure, const char *key)
{
    struct doc_cell cell = cell_plan(figure, key);
    cell.exact = true;
    return cell;
}

struct doc_cell cell_of_row(const struct figure_row *row, struct cell figure, const char *key)
{
    return cell_number(row->kind, figure.amount, !cell_is_known(figure), key);
}

struct doc_cell cell_asked(const struct asked_figure *asked, struct cell figure, const char *key)
{
    return cell_number(asked->kind, figure.amount, !cell_is_known(figure), key);
}

const char *asked_text(const struct doc *doc, const struct asked_figure *asked, struct cell figure)
{
    struct doc_cell cell = cell_asked(asked, figure, NULL);
    cell.exact = true;
    return shown_cell(doc, &cell, 0, doc->arena);
}

/* Years, quarters and months as columns. */

#include <medfin/contents/periods.h>

#include <medfin/contents/cells.h>

static const struct {
    int months;
    const char *key;
} kinds[] = { [BY_YEAR] = { MONTHS_OF_A_YEAR, "years" },
              [BY_QUARTER] = { MONTHS_OF_A_QUARTER, "quarters" },
              [BY_MONTH] = { 1, "months" } };

struct periods periods_new(const struct plan *plan, enum report_by by)
{
    int months = kinds[by].months;
    month first = period_begin(plan->first, months);
    return (struct periods){ plan, by, first, (plan_last(plan) - first) / months + 1 };
}

month period_first(const struct periods *over, int column)
{
    return column < over->count ? over->first + column * kinds[over->by].months : over->plan->first;
}

month period_last(const struct periods *over, int column)
{
    return column < over->count ? period_first(over, column) + kinds[over->by].months - 1 : plan_last(over->plan);
}

static const char *name_of(const struct periods *over, int column, struct arena *arena)
{
    month at = period_first(over, column);
    if (over->by == BY_YEAR)
        return arena_text(arena, "%d", month_year(at));
    if (over->by == BY_QUARTER)
        return arena_text(arena, "%d-Q%d", month_year(at), month_quarter(at));
    return month_text(arena, at);
}

const char *period_title(const struct periods *over, int column, struct arena *arena)
{
    return column < over->count ? name_of(over, column, arena) : tr(N_("Total"));
}

const char *period_key(const struct periods *over, int column, const char *rest, struct arena *arena)
{
    if (column == over->count)
        return arena_text(arena, "total.%s", rest);
    return arena_text(arena, "%s.%s.%s", kinds[over->by].key, name_of(over, column, arena), rest);
}

struct cell period_sum(const struct periods *over, const struct selection *selection, int column)
{
    return plan_sum(over->plan, selection, period_first(over, column), period_last(over, column));
}

struct doc_cell period_cell(struct doc *doc, const struct periods *over, const struct selection *selection, int column,
                            const char *key)
{
    const struct months within = { period_first(over, column), period_last(over, column) };
    return cell_sum(doc, over->plan, selection, within, key);
}

struct doc_table *period_table(struct doc *doc, const struct periods *over, const char *caption,
                               const char *label_title, const char *extra)
{
    int count = over->count + 1 + (extra != NULL);
    struct doc_column *columns = arena_take(doc->arena, (size_t)count, sizeof *columns);
    for (int i = 0; i <= over->count; i++)
        columns[i] = (struct doc_column){ .title = period_title(over, i, doc->arena),
                                          .part_of = i < over->count ? over->count : -1 };
    if (extra)
        columns[count - 1] = (struct doc_column){ .title = extra, .part_of = -1, .wraps = true };
    struct doc_table *table = doc_table(doc, caption, label_title, columns, count);
    table->labels_wrap = true;
    return table;
}

struct doc_row *item_row(struct doc *doc, struct doc_table *table, const struct periods *over, const struct item *item,
                         int indent)
{
    struct doc_row *row = doc_row(doc, table, item->label, indent);
    for (int column = 0; column <= over->count; column++) {
        row->cells[column] = period_cell(doc, over, &item->of, column,
                                         item->key ? period_key(over, column, item->key, doc->arena) : NULL);
        if (item->path)
            row->cells[column].figure = period_key(over, column, item->path, doc->arena);
    }
    return row;
}

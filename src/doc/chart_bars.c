#include <medfin/doc/chart_bars.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>

enum { BAR_COLUMNS = 24, FAN_COLUMNS = 43, TORNADO_COLUMNS = 14 };

/* Where numbers lie between the ends of a bar. */
struct span {
    int64_t least, greatest;
    int columns;
};

static int column_of(const struct span *span, int64_t number)
{
    return (int)money_ratio(span->columns, number - span->least, span->greatest - span->least);
}

static void add_times(struct text *out, const char *sign, int count)
{
    for (int i = 0; i < count; i++)
        text_add(out, sign);
}

/* From the axis at zero: full blocks to the right where there is something, light ones to the
   left where something is missing. */
static const char *bar_from_zero(struct arena *arena, const struct span *span, int64_t number)
{
    struct text out = text_new(arena);
    int axis = column_of(span, 0), end = column_of(span, number);
    add_times(&out, "\u00a0", number < 0 ? end : axis);
    add_times(&out, "░", axis - end);
    text_add(&out, "│");
    add_times(&out, "█", end - axis);
    return out.bytes;
}

/* A fan from the first series to the last, lightest outside, its middle full and zero a stroke; a
   tornado full between its two ends, its level a stroke. */
static const char *bar_between(struct arena *arena, const struct doc_chart *chart, const struct span *span,
                               int category)
{
    const bool is_fan = chart->kind == CHART_FAN;
    const int count = chart->series.count, last = is_fan ? count - 1 : 1;
    const char *cells[FAN_COLUMNS + 1];
    for (int i = 0; i <= FAN_COLUMNS; i++)
        cells[i] = "\u00a0";
    if (is_fan && span->least < 0 && span->greatest > 0)
        cells[column_of(span, 0)] = "│";
    for (int low = 0; low < last - low; low++) {
        int first = column_of(span, chart->series.items[low].values[category].number);
        int end = column_of(span, chart->series.items[last - low].values[category].number);
        for (int i = first < end ? first : end; i <= (first < end ? end : first); i++)
            cells[i] = !is_fan ? "█" : low ? "▓" : "░";
    }
    for (int s = 0; s < count; s++)
        if (is_fan ? s == last / 2 : chart->series.items[s].is_level)
            cells[column_of(span, chart->series.items[s].values[category].number)] = is_fan ? "█" : "│";
    struct text out = text_new(arena);
    for (int i = 0; i <= span->columns; i++)
        text_add(&out, cells[i]);
    return out.bytes;
}

/* What a step of a bridge adds, from where the one before ended; a level from zero. */
static const char *bar_of_step(struct arena *arena, const struct doc_chart *chart, const struct span *span,
                               int category)
{
    static const char *const signs[] = {
        [LOOK_SETTLED] = "█", [LOOK_PROPOSED] = "▓", [LOOK_APPLIED] = "▒", [LOOK_WORK] = "▒",
        [LOOK_WHOLE] = "█",   [LOOK_LESS] = "░",     [LOOK_END] = "█",     [LOOK_MISSING] = "░"
    };
    struct text out = text_new(arena);
    const struct chart_reach reach = chart_reach(chart, category);
    int from = column_of(span, reach.from), to = column_of(span, reach.to);
    int first = from < to ? from : to, last = from < to ? to : from;
    add_times(&out, "\u00a0", first);
    add_times(&out, signs[chart->steps[category].look], last - first);
    text_add(&out, first == last ? "│" : "");
    return out.bytes;
}

static const char *bar(struct arena *arena, const struct doc_chart *chart, const struct span *span, int category)
{
    for (int s = 0; s < chart->series.count; s++)
        if (chart->series.items[s].values[category].unknown)
            return "";
    if (chart->kind == CHART_BRIDGE)
        return bar_of_step(arena, chart, span, category);
    if (chart->kind == CHART_FAN || chart->kind == CHART_TORNADO)
        return bar_between(arena, chart, span, category);
    return bar_from_zero(arena, span, chart->series.items[0].values[category].number);
}

static bool find_span(const struct doc_chart *chart, struct span *span)
{
    if (!chart_range(chart, &span->least, &span->greatest))
        return false;
    if (chart->kind == CHART_BRIDGE)
        chart_bridge_range(chart, &span->least, &span->greatest);
    bool from_zero = chart->kind != CHART_FAN && chart->kind != CHART_TORNADO;
    span->columns = from_zero ? BAR_COLUMNS : chart->kind == CHART_FAN ? FAN_COLUMNS : TORNADO_COLUMNS;
    if (from_zero && span->least > 0)
        span->least = 0;
    if (from_zero && span->greatest < 0)
        span->greatest = 0;
    return span->greatest > span->least;
}

const struct doc_table *table_with_bars(const struct doc *doc, int block, struct arena *arena)
{
    const struct doc_table *table = doc->blocks.items[block].table;
    const struct doc_chart *chart = doc->blocks.items[block].chart;
    struct span span;
    if (!chart || !chart->by_row || !find_span(chart, &span))
        return table;
    int count = table->column_count;
    struct doc_column *columns = arena_take(arena, (size_t)count + 1, sizeof *columns);
    memcpy(columns, table->columns, (size_t)count * sizeof *columns);
    columns[count] = (struct doc_column){ .title = "", .part_of = -1 };
    struct doc_table *with = arena_take(arena, 1, sizeof *with);
    *with = *table;
    with->columns = columns;
    with->column_count = count + 1;
    with->rows.items = arena_take(arena, (size_t)table->rows.count, sizeof *with->rows.items);
    assert(chart->category_count == table->rows.count);
    for (int i = 0; i < table->rows.count; i++) {
        struct doc_row *row = &with->rows.items[i];
        *row = table->rows.items[i];
        row->cells = arena_take(arena, (size_t)count + 1, sizeof *row->cells);
        memcpy(row->cells, table->rows.items[i].cells, (size_t)count * sizeof *row->cells);
        row->cells[count] = cell_text(bar(arena, chart, &span, i), NULL);
    }
    return with;
}

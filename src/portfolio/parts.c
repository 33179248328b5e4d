#include "parts.h"

#include <medfin/contents/cells.h>
#include <medfin/doc/rounding.h>

struct doc_cell sum_cell(struct sum sum, const char *key)
{
    return cell_money(sum.known, sum.unknown, key);
}

struct chart_value chart_sum(struct sum sum)
{
    return (struct chart_value){ sum.known, sum.unknown };
}

const char *sum_shown_alone(struct doc *doc, struct sum sum)
{
    const struct doc_cell cell = sum_cell(sum, NULL);
    return amount_shown(doc, &cell);
}

const char *year_key(struct doc *doc, int year, const char *rest)
{
    return arena_text(doc->arena, "years.%d%s%s", year, *rest ? "." : "", rest);
}

struct doc_table *years_table(struct doc *doc, const struct portfolio_sums *sums, const char *caption, bool adds_up)
{
    const struct years years = years_of(sums->months);
    const int count = years_count(years);
    struct doc_column *columns = arena_take(doc->arena, (size_t)count + 1, sizeof *columns);
    for (int i = 0; i < count; i++)
        columns[i] = (struct doc_column){ arena_text(doc->arena, "%d", years.first + i), adds_up ? count : -1, false };
    columns[count] = (struct doc_column){ tr(N_("Total")), -1, false };
    struct doc_table *table = doc_table(doc, caption, "", columns, count + adds_up);
    table->labels_wrap = true;
    return table;
}

void years_fill(struct doc *doc, const struct portfolio_sums *sums, struct doc_row *row, const struct timeline *of,
                const char *rest)
{
    const struct years years = years_of(sums->months);
    for (int year = years.first; year <= years.last; year++)
        row->cells[year - years.first] = sum_cell(timeline_get(of, year), year_key(doc, year, rest));
}

struct doc_chart *years_chart(struct doc *doc, const struct portfolio_sums *sums, const char *title)
{
    const struct years years = years_of(sums->months);
    struct doc_chart *chart = doc_chart(doc, CHART_COLUMNS, title, years_count(years));
    for (int year = years.first; year <= years.last; year++)
        chart->categories[year - years.first] = arena_text(doc->arena, "%d", year);
    return chart;
}

void project_named(struct doc *doc, const struct portfolio_sums *sums, int project, const char *path)
{
    const struct portfolio_project *of = &sums->projects.items[project];
    doc_value(doc, cell_text(of->title, arena_text(doc->arena, "%s.title", path)));
    doc_value(doc, cell_text(of->files, arena_text(doc->arena, "%s.files", path)));
}

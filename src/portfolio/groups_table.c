#include "groups_table.h"

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>

static struct sum all_years(const struct timeline *of)
{
    struct sum all = { 0 };
    for (int i = 0; i < of->count; i++)
        sum_join(&all, of->items[i]);
    return all;
}

static void fill(struct doc *doc, const struct portfolio_sums *sums, struct doc_row *row, const struct timeline *of,
                 const char *path)
{
    row->path = path;
    years_fill(doc, sums, row, of, "");
    row->cells[years_count(years_of(sums->months))] = sum_cell(all_years(of), "total");
}

static void group_table(struct doc *doc, const struct portfolio_sums *sums, const struct portfolio_group *group)
{
    const char *path = key_below(doc->arena, "groups", group->id);
    struct doc_table *table =
        years_table(doc, sums, arena_text(doc->arena, tr(N_("Money of the group %s")), group->title), true);
    doc_value(doc, cell_text(group->title, arena_text(doc->arena, "%s.title", path)));
    for (int i = 0; i < group->parts.count; i++) {
        const struct portfolio_part *part = &group->parts.items[i];
        struct doc_row *row = doc_row(doc, table, sums->projects.items[part->project].title, 0);
        row->part_of = group->parts.count;
        fill(doc, sums, row, &part->years, arena_text(doc->arena, "%s.projects[%d]", path, i));
        project_named(doc, sums, part->project, row->path);
    }
    struct doc_row *row = doc_row(doc, table, tr(N_("All projects")), 0);
    row->is_total = true;
    fill(doc, sums, row, &group->money, path);
}

/* All groups in one picture. */
static void groups_chart(struct doc *doc, const struct portfolio_sums *sums)
{
    const struct years years = years_of(sums->months);
    struct doc_chart *chart = years_chart(doc, sums, tr(N_("Money of groups by year")));
    for (int i = 0; i < sums->groups.count; i++) {
        struct chart_series *series = chart_series(doc, chart, sums->groups.items[i].title);
        for (int year = years.first; year <= years.last; year++)
            series->values[year - years.first] = chart_sum(timeline_get(&sums->groups.items[i].money, year));
    }
    chart->description =
        tr(N_("Columns: what the projects draw each year of money that is limited as one, as an appropriation."));
}

void shared_groups_contents(struct doc *doc, const struct portfolio_sums *sums)
{
    if (sums->groups.count)
        groups_chart(doc, sums);
    for (int i = 0; i < sums->groups.count; i++)
        group_table(doc, sums, &sums->groups.items[i]);
}

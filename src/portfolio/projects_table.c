#include "projects_table.h"

#include <medfin/base/sort.h>
#include <medfin/contents/cells.h>

/* The gravest first, of those the ones with most of it; equal ones stay as they are named. */
static int by_gravity(const void *left, const void *right)
{
    const struct portfolio_project *a = *(const struct portfolio_project *const *)left,
                                   *b = *(const struct portfolio_project *const *)right;
    if (a->verdict != b->verdict)
        return a->verdict > b->verdict ? -1 : 1;
    if (a->counts[a->verdict] != b->counts[b->verdict] && a->verdict > VERDICT_PASS)
        return a->counts[a->verdict] > b->counts[b->verdict] ? -1 : 1;
    return 0;
}

static void add_values(struct doc *doc, const struct portfolio_project *project, const char *path)
{
    const struct {
        const char *key, *text;
    } texts[] = { { "title", project->title },
                  { "files", project->files },
                  { "owner", project->owner },
                  { "reference", project->reference },
                  { "because", project->because } };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        doc_value(doc, cell_text(texts[i].text, arena_text(doc->arena, "%s.%s", path, texts[i].key)));
    doc_value(doc, cell_month(project->months.first, arena_text(doc->arena, "%s.start", path)));
    doc_value(doc, cell_month(project->months.last, arena_text(doc->arena, "%s.end", path)));
    if (project->lowest_at >= 0)
        doc_value(doc, cell_month(project->lowest_at, arena_text(doc->arena, "%s.lowest_cash_month", path)));
    doc_value(doc, sum_cell(project->cost, arena_text(doc->arena, "%s.cost", path)));
}

static void project_row(struct doc *doc, struct doc_table *table, const struct portfolio_project *project, int total)
{
    const char *path = arena_text(doc->arena, "projects[%d]", table->rows.count);
    struct doc_row *row = doc_row(doc, table, project->title, 0);
    row->part_of = total;
    row->path = path;
    row->cells[0] = cell_verdict(project->verdict, "verdict");
    row->cells[1] = cell_text(project->because, NULL);
    row->cells[2] = sum_cell(project->financing, "financing");
    row->cells[3] = sum_cell(project->unsecured, "unsecured");
    row->cells[4] = sum_cell(project->lowest_cash, "lowest_cash");
    add_values(doc, project, path);
}

void projects_contents(struct doc *doc, const struct portfolio_sums *sums)
{
    const struct doc_column columns[] = { { tr(N_("Verdict")), -1, false },
                                          { tr(N_("Rules")), -1, true },
                                          { tr(N_("Financing")), -1, false },
                                          { tr(N_("Of which unsecured")), -1, true },
                                          { tr(N_("Lowest cash")), -1, true } };
    const int count = sums->projects.count;
    const struct portfolio_project **sorted = arena_take(doc->arena, (size_t)count, sizeof *sorted);
    for (int i = 0; i < count; i++)
        sorted[i] = &sums->projects.items[i];
    sort_array(sorted, count, by_gravity, doc->arena);
    struct doc_table *table = doc_table(doc, tr(N_("The projects, the worst first")), tr(N_("Project")), columns, 5);
    table->labels_wrap = true;
    doc_table_room(doc, table, count + 1);
    for (int i = 0; i < count; i++)
        project_row(doc, table, sorted[i], count);
    struct doc_row *row = doc_row(doc, table, tr(N_("All projects")), 0);
    row->is_total = true;
    row->cells[2] = sum_cell(sums->financing, NULL);
    row->cells[3] = sum_cell(sums->unsecured, NULL);
}

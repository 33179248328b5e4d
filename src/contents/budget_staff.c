/* Posts over years: share, full-time equivalents, cost and employer. */

#include <medfin/contents/budget_staff.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/periods.h>
#include <medfin/plan/sums.h>

/* One of the post's figures by year; the cost has its key among the lines. */
static void add_figure(struct doc *doc, struct doc_table *table, const struct periods *years, const char *label,
                       struct figure figure)
{
    struct doc_row *row = doc_row(doc, table, label, 1);
    figure.time = TIME_YEAR;
    for (int column = 0; column < years->count; column++) {
        figure.first = period_first(years, column);
        const char *key = figure.row->of == OF_POST ? figure_path(doc->arena, &figure) : NULL;
        row->cells[column] = cell_figure(doc, years->plan, &figure, key);
    }
}

static void add_post(struct doc *doc, struct doc_table *table, const struct periods *years, const struct staff *staff)
{
    const char *employer = fact_is_stated(staff->employer) ? staff->employer->value.text : "";
    const char *path = key_below(doc->arena, "staff", staff->section.id);
    doc_row(doc, table,
            arena_text(doc->arena, "%s%s%s", section_title(&staff->section), *employer ? ", " : "", employer), 0)
        ->is_heading = true;
    static const char *const figures[] = { "staff.*.share", "staff.*.fte", "cost.by_line.*" };
    for (int f = 0; f < 3; f++) {
        const struct figure figure = { .row = figure_row(figures[f]), .subject = &staff->section };
        add_figure(doc, table, years, tr(figure.row->label), figure);
    }
    if (*employer)
        doc_value(doc, cell_text(employer, arena_text(doc->arena, "%s.employer", path)));
}

void staff_contents(struct doc *doc, const struct plan *plan)
{
    const struct section_list *posts = &plan->project->of[SECTION_STAFF];
    if (!posts->count)
        return;
    const struct periods years = periods_new(plan, BY_YEAR);
    struct doc_column *columns = arena_take(doc->arena, (size_t)years.count, sizeof *columns);
    for (int i = 0; i < years.count; i++)
        columns[i] = (struct doc_column){ period_title(&years, i, doc->arena), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Staff")), "", columns, years.count);
    table->labels_wrap = true;
    for (int i = 0; i < posts->count; i++)
        add_post(doc, table, &years, (const struct staff *)posts->items[i]);
}

/* Posts over years: share, full-time equivalents, cost and employer. */

#include <medfin/contents/budget_staff.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/periods.h>
#include <medfin/plan/sums.h>
#include <medfin/whatif/figure.h>

/* The share in the year's last month of the post. */
static struct cell last_share(const struct plan *plan, const struct staff *staff, month first, month last)
{
    month end = line_last(plan->project, &staff->line);
    last = month_earlier(last, end);
    return last < first ? (struct cell){ 0 } : plan_shares(plan, staff, last, last);
}

static void add_post(struct doc *doc, struct doc_table *table, const struct periods *years, const struct staff *staff)
{
    const struct plan *plan = years->plan;
    const char *employer = fact_is_stated(&staff->employer) ? staff->employer.value.text : "";
    const char *path = arena_text(doc->arena, "staff.%s", key_name(doc->arena, staff->section.id));
    const struct selection of = { .side = COST_SIDE, .line = &staff->section };
    doc_row(doc, table,
            arena_text(doc->arena, "%s%s%s", section_title(&staff->section), *employer ? ", " : "", employer), 0)
        ->is_heading = true;
    const struct {
        const char *key, *label;
    } rows[] = { { "share", N_("share of full time at the end") },
                 { "fte", N_("full-time equivalents") },
                 { "cost", N_("cost") } };
    for (int r = 0; r < 3; r++) {
        struct doc_row *row = doc_row(doc, table, tr(rows[r].label), 1);
        for (int column = 0; column < years->count; column++) {
            month first = period_first(years, column), last = period_last(years, column);
            const char *key = period_key(years, column, arena_text(doc->arena, "%s.%s", path, rows[r].key), doc->arena);
            struct cell cell = r == 0   ? last_share(plan, staff, first, last)
                               : r == 1 ? plan_shares(plan, staff, first, last)
                                        : period_sum(years, &of, column);
            if (r == 2)
                row->cells[column] = cell_plan(cell, key);
            else
                row->cells[column] = cell_share(r == 0 ? cell.amount : full_time_of(cell.amount, MONTHS_OF_A_YEAR),
                                                !cell_is_known(cell), key);
            if (r == 1)
                row->cells[column].of = KIND_DECIMAL;
        }
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

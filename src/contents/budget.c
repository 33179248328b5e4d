/* The budget: cost and financing over time, as one flow that adds up on both sides. */

#include <medfin/contents/budget.h>

#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/budget_terms.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>

static bool has_rows(const struct plan *plan, const struct selection *selection)
{
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i]))
            return true;
    return false;
}

static struct item item_of(const struct doc *doc, const char *label, const struct figure *figure)
{
    struct item item = { .label = label, .key = figure_name(doc->arena, figure) };
    figure_selection(figure, &item.of);
    return item;
}

static item_list cost_items(struct doc *doc, const struct plan *plan)
{
    item_list items = { 0 };
    const struct section_list *categories = &plan->project->of[SECTION_CATEGORY];
    for (int i = 0; i < categories->count; i++) {
        const struct figure figure = { .row = figure_row("cost.by_category.*"), .subject = categories->items[i] };
        const struct item item = item_of(doc, category_title(doc, categories->items[i]), &figure);
        if (has_rows(plan, &item.of))
            *list_add(&items, doc->arena) = item;
    }
    return items;
}

/* A payer's money, and apart from it what it contributes in kind. */
static item_list financing_items(struct doc *doc, const struct plan *plan)
{
    item_list items = { 0 };
    const struct section_list *payers = &plan->project->payers;
    for (int i = 0; i < payers->count; i++)
        for (enum figure_form form = FORM_CASH; form <= FORM_IN_KIND; form++) {
            const struct section *payer = payers->items[i];
            const struct figure figure = { .row = figure_row("financing.by_funder.*"), .subject = payer, .form = form };
            const char *title = payer_title(doc, payer);
            struct item item = item_of(
                doc, form == FORM_CASH ? title : arena_text(doc->arena, "%s, %s", title, tr(N_("in kind"))), &figure);
            item.payer = payer;
            if (has_rows(plan, &item.of))
                *list_add(&items, doc->arena) = item;
        }
    return items;
}

/* `form`: what the lines in kind alone are, beside what they are in all. */
static item_list line_items(struct doc *doc, const struct plan *plan, enum figure_form form)
{
    item_list items = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side != SIDE_COST || (form == FORM_IN_KIND && !row->in_kind))
            continue;
        const char *title = section_title(row->line);
        const struct figure figure = { .row = figure_row("cost.by_line.*"), .subject = row->line, .form = form };
        *list_add(&items, doc->arena) =
            item_of(doc, row->in_kind ? arena_text(doc->arena, "%s, %s", title, tr(N_("in kind"))) : title, &figure);
    }
    return items;
}

/* In the doc's language for people, in English for programs. */
static struct doc_cell status_cell(struct doc *doc, const struct plan *plan, const struct section *payer)
{
    int64_t status = payer_status(payer)->value.number;
    struct doc_cell cell = cell_text(payer_status_text(doc, plan, payer), NULL);
    cell.id = word_of_code(words_status, (int)status)->english;
    return cell;
}

/* The items as rows and their total below; returns the total's number. */
static int add_side(struct doc *doc, struct doc_table *table, const struct periods *over, const item_list *items,
                    const struct item *total, bool with_status)
{
    int first = table->rows.count;
    for (int i = 0; i < items->count; i++) {
        struct doc_row *row = item_row(doc, table, over, &items->items[i], 1);
        if (items->items[i].payer && with_status)
            row->cells[over->count + 1] = status_cell(doc, over->plan, items->items[i].payer);
    }
    item_row(doc, table, over, total, 0)->is_total = true;
    int at = table->rows.count - 1;
    for (int i = first; i < at; i++)
        table->rows.items[i].part_of = at;
    return at;
}

static const struct selection all_cost = { .side = COST_SIDE }, all_financing = { .side = FINANCING_SIDE };

/* Financing less cost, of what is shown as of what is exact. */
static struct doc_cell gap_in(struct doc *doc, const struct periods *over, int column, const char *key)
{
    const struct doc_cell financing = period_cell(doc, over, &all_financing, column, NULL);
    const struct doc_cell cost = period_cell(doc, over, &all_cost, column, NULL);
    return cell_showing(cell_money(financing.number - cost.number, financing.unknown || cost.unknown, key),
                        financing.whole - cost.whole);
}

/* What is left over (sign 1) or missing (sign −1) in each period, and their sum. */
static int add_gap(struct doc *doc, struct doc_table *table, const struct periods *over, int sign, const char *label)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->optional = true;
    struct doc_cell *sum = &row->cells[over->count];
    *sum = cell_showing(cell_money(0, false, NULL), 0);
    for (int column = 0; column < over->count; column++) {
        struct doc_cell gap = gap_in(doc, over, column, NULL);
        bool is_any = sign * (gap.number ? gap.number : gap.whole) > 0;
        gap.number = is_any ? sign * gap.number : 0;
        gap.whole = is_any ? sign * gap.whole : 0;
        sum->number += gap.number;
        sum->whole += gap.whole;
        sum->unknown = sum->unknown || gap.unknown;
        row->cells[column] = gap;
    }
    return table->rows.count - 1;
}

static void tie(struct doc_table *table, int row, int knot, int sign)
{
    table->rows.items[row].part_of = knot;
    table->rows.items[row].sign = sign;
}

static const char *gap_title(const struct periods *over, bool is_surplus)
{
    static const char *const surpluses[] = { [ALL_REPAID] = N_("Surplus, repaid"),
                                             [ALL_KEPT] = N_("Surplus, to the equity"),
                                             [SOME_KEPT] = N_("Surplus, repaid or kept") };
    const struct project *project = over->plan->project;
    if (over->by != BY_YEAR)
        return is_surplus ? tr(N_("More financing than cost")) : tr(N_("More cost than financing"));
    if (is_surplus)
        return tr(surpluses[project_surplus(project)]);
    return project_has_equity(project) ? tr(N_("Deficit, from the equity")) : tr(N_("Deficit, not financed"));
}

/* Both sides in one table. */
static void add_flow_rows(struct doc *doc, struct doc_table *table, const struct periods *over, bool with_status)
{
    const item_list cost = cost_items(doc, over->plan), financing = financing_items(doc, over->plan);
    const struct item total_cost = { tr(N_("Total cost")), "cost.total", all_cost, NULL, NULL };
    const struct item total_financing = { tr(N_("Total financing")), "financing.total", all_financing, NULL, NULL };
    doc_row(doc, table, tr(N_("Cost")), 0)->is_heading = true;
    int cost_row = add_side(doc, table, over, &cost, &total_cost, false);
    int surplus = add_gap(doc, table, over, 1, gap_title(over, true));
    doc_row(doc, table, tr(N_("Financing")), 0)->is_heading = true;
    int financing_row = add_side(doc, table, over, &financing, &total_financing, with_status);
    int deficit = add_gap(doc, table, over, -1, gap_title(over, false));
    doc_row(doc, table, "", 0)->hidden = true;
    int knot = table->rows.count - 1;
    tie(table, cost_row, knot, 1);
    tie(table, surplus, knot, 1);
    tie(table, financing_row, knot, -1);
    tie(table, deficit, knot, -1);
}

/* Beyond so many, series are no longer told apart: the smallest go together. */
enum { MOST_PARTS = 7, MOST_PERIODS = 12 };

static struct chart_value value_of(struct doc *doc, const struct periods *over, const struct selection *of, int column)
{
    const struct doc_cell cell = period_cell(doc, over, of, column, NULL);
    return chart_value_of(doc, &cell);
}

static void add_series(struct doc *doc, struct doc_chart *chart, const struct periods *over, const struct item *items,
                       int count, const char *title)
{
    struct chart_series *series = chart_series(doc, chart, title);
    for (int column = 0; column < over->count; column++) {
        struct chart_value *sum = &series->values[column];
        for (int i = 0; i < count; i++) {
            const struct chart_value part = value_of(doc, over, &items[i].of, column);
            sum->number += part.number;
            sum->unknown = sum->unknown || part.unknown;
        }
    }
}

/* "Region: 1 185 000 kr; 1:1-medel: ?": the whole of each. */
static const char *told(struct doc *doc, const struct periods *over, const item_list *items)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < items->count; i++)
        text_addf(&out, "%s%s: %s", i ? "; " : "", items->items[i].label,
                  sum_shown(doc, over->plan, &items->items[i].of, plan_months(over->plan)));
    return out.bytes;
}

static void financing_chart(struct doc *doc, const struct periods *over, const item_list *items)
{
    if (!items->count || over->count > MOST_PERIODS)
        return;
    struct doc_chart *chart = doc_chart(doc, CHART_COLUMNS, tr(N_("Financing by funder, against cost")), over->count);
    int parts = items->count > MOST_PARTS ? MOST_PARTS - 1 : items->count;
    for (int i = 0; i < over->count; i++)
        chart->categories[i] = period_title(over, i, doc->arena);
    for (int i = 0; i < parts; i++)
        add_series(doc, chart, over, &items->items[i], 1, items->items[i].label);
    if (parts < items->count)
        add_series(doc, chart, over, &items->items[parts], items->count - parts, tr(N_("The others together")));
    struct chart_series *cost = chart_series(doc, chart, tr(N_("Total cost")));
    cost->is_level = true;
    for (int i = 0; i < over->count; i++)
        cost->values[i] = value_of(doc, over, &all_cost, i);
    chart->description = arena_text(doc->arena, "%s. %s: %s.", told(doc, over, items), tr(N_("Total cost")),
                                    sum_shown(doc, over->plan, &all_cost, plan_months(over->plan)));
}

static void add_flow(struct doc *doc, const struct periods *over)
{
    const item_list financing = financing_items(doc, over->plan);
    /* A larger doc has shown who pays. */
    if (!doc->depth)
        financing_chart(doc, over, &financing);
    add_flow_rows(doc, period_table(doc, over, tr(N_("Cost and financing")), "", tr(N_("Status"))), over, true);
}

/* Each row's part of the total, in the last column. */
static void add_parts(struct doc_table *table, const struct periods *over)
{
    const struct cell all = period_sum(over, &all_financing, over->count);
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_cell sum = table->rows.items[i].cells[over->count];
        share part;
        if (!cell_is_money(&sum) || table->rows.items[i].hidden || table->rows.items[i].optional)
            continue;
        bool unknown = sum.unknown || !cell_is_known(all);
        if (unknown || money_share(sum.number, all.amount, &part))
            table->rows.items[i].cells[over->count + 1] = cell_share(unknown ? 0 : part, unknown, NULL);
    }
}

void side_contents(struct doc *doc, const struct plan *plan, enum side side)
{
    const struct periods over = periods_new(plan, BY_YEAR);
    bool financing = side == SIDE_FINANCING;
    const char *caption = financing ? tr(N_("Financing")) : tr(N_("Cost"));
    struct doc_table *table = period_table(doc, &over, caption, "", financing ? tr(N_("Share")) : NULL);
    add_flow_rows(doc, table, &over, false);
    bool of_financing = false;
    for (int i = 0; i < table->rows.count; i++) {
        struct doc_row *row = &table->rows.items[i];
        of_financing = of_financing || (row->is_heading && i > 0);
        row->hidden = row->hidden || row->is_heading || of_financing != financing;
        row->indent = 0;
    }
    if (financing)
        add_parts(table, &over);
}

static void add_lines(struct doc *doc, const struct periods *over)
{
    const item_list lines = line_items(doc, over->plan, FORM_TOTAL);
    const struct item total = { tr(N_("Total cost")), NULL, all_cost, NULL, "cost.total" };
    struct doc_table *table = period_table(doc, over, tr(N_("Cost line by line")), "", NULL);
    add_side(doc, table, over, &lines, &total, false);
}

static void add_value(struct doc *doc, const struct periods *over, int column, const struct item *item)
{
    doc_value(doc, period_cell(doc, over, &item->of, column, period_key(over, column, item->key, doc->arena)));
}

/* A program that asks for a category by name gets its zero. */
static item_list empty_categories(struct doc *doc, const struct plan *plan)
{
    item_list items = { 0 };
    const struct section_list *categories = &plan->project->of[SECTION_CATEGORY];
    for (int i = 0; i < categories->count; i++) {
        const struct figure figure = { .row = figure_row("cost.by_category.*"), .subject = categories->items[i] };
        const struct item item = item_of(doc, "", &figure);
        if (!has_rows(plan, &item.of))
            *list_add(&items, doc->arena) = item;
    }
    return items;
}

/* Both sides in cash and in kind, and what each payer pays in all. */
static item_list form_items(struct doc *doc, const struct plan *plan)
{
    static const char *const sides[] = { "cost", "financing" };
    item_list items = { 0 };
    for (int side = 0; side < 2; side++)
        for (enum figure_form form = FORM_CASH; form <= FORM_IN_KIND; form++) {
            const struct figure figure = { .row = figure_row(sides[side]), .form = form };
            *list_add(&items, doc->arena) = item_of(doc, "", &figure);
        }
    for (int i = 0; i < plan->project->payers.count; i++) {
        const struct figure figure = { .row = figure_row("financing.by_funder.*"),
                                       .subject = plan->project->payers.items[i] };
        *list_add(&items, doc->arena) = item_of(doc, "", &figure);
    }
    return items;
}

/* All posts together. */
static void add_posts(struct doc *doc, const struct periods *over, int column)
{
    static const enum figure_time times[] = {
        [BY_YEAR] = TIME_YEAR, [BY_QUARTER] = TIME_QUARTER, [BY_MONTH] = TIME_MONTH
    };
    const struct figure figure = { .row = figure_row("fte"),
                                   .time = column < over->count ? times[over->by] : TIME_TOTAL,
                                   .first = period_first(over, column) };
    doc_value(doc, cell_of_row(figure.row, figure_cell(over->plan, &figure), figure_path(doc->arena, &figure)));
}

/* For programs alone: sums that no row of these tables shows, and the years when the
   tables show quarters or months. */
static void add_values(struct doc *doc, const struct periods *over, bool with_items)
{
    const struct plan *plan = over->plan;
    if (doc->for_people)
        return;
    const item_list shown[] = { cost_items(doc, plan), financing_items(doc, plan), line_items(doc, plan, FORM_TOTAL) };
    const item_list more[] = { form_items(doc, plan), empty_categories(doc, plan),
                               line_items(doc, plan, FORM_IN_KIND) };
    const struct item totals[] = { { NULL, "cost.total", all_cost, NULL, NULL },
                                   { NULL, "financing.total", all_financing, NULL, NULL } };
    int columns = over->count + !with_items;
    for (int column = 0; column < columns; column++) {
        for (int l = 0; with_items && l < 3; l++)
            for (int i = 0; i < shown[l].count; i++)
                add_value(doc, over, column, &shown[l].items[i]);
        for (int i = 0; with_items && i < 2; i++)
            add_value(doc, over, column, &totals[i]);
        for (int l = 0; l < 3; l++)
            for (int i = 0; i < more[l].count; i++)
                add_value(doc, over, column, &more[l].items[i]);
        doc_value(doc, gap_in(doc, over, column, period_key(over, column, "gap", doc->arena)));
        if (figure_applies(figure_row("fte"), plan->project))
            add_posts(doc, over, column);
        doc_value(doc, cell_plan(plan_equity(plan, period_last(over, column)),
                                 period_key(over, column, "equity", doc->arena)));
    }
}

/* One of the post's figures by year; the cost has its key among the lines. */
static void add_post_figure(struct doc *doc, struct doc_table *table, const struct periods *years, const char *label,
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
        add_post_figure(doc, table, years, tr(figure.row->label), figure);
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

void money_contents(struct doc *doc, const struct plan *plan, enum report_by by)
{
    const struct periods over = periods_new(plan, by);
    title_contents(doc, plan->project, tr(N_("Budget")));
    add_flow(doc, &over);
    add_lines(doc, &over);
    add_values(doc, &over, false);
    owed_back_contents(doc, plan);
    if (by != BY_YEAR) {
        const struct periods years = periods_new(plan, BY_YEAR);
        add_values(doc, &years, true);
    }
    shares_contents(doc, plan);
    sectors_contents(doc, plan);
    leverage_contents(doc, plan);
}

void budget_contents(struct doc *doc, const struct plan *plan, enum report_by by)
{
    money_contents(doc, plan, by);
    staff_contents(doc, plan);
    notes_contents(doc, plan);
}

/* The budget: cost and financing over years, as one flow that adds up on both sides. */

#include <medfin/report/contents.h>

#include <medfin/base/language.h>

/* Columns are the plan's years and last their total. */
struct years {
    const struct plan *plan;
    int first, count;
};

static month column_first(const struct years *years, int column)
{
    return column < years->count ? month_of(years->first + column, 1) : years->plan->first;
}

static month column_last(const struct years *years, int column)
{
    return column < years->count ? month_of(years->first + column, 12) : plan_last(years->plan);
}

/* "years.2021." or "total.", the head of every key of a column. */
static const char *column_key(struct doc *doc, const struct years *years, int column, const char *rest)
{
    return column < years->count ? arena_text(doc->arena, "years.%d.%s", years->first + column, rest)
                                 : arena_text(doc->arena, "total.%s", rest);
}

struct doc_cell cell_plan(struct cell figure, const char *key)
{
    return cell_money(figure.amount, !cell_is_known(figure), key);
}

static struct cell column_sum(const struct years *years, const struct selection *selection, int column)
{
    return plan_sum(years->plan, selection, column_first(years, column), column_last(years, column));
}

static void fill(struct doc *doc, struct doc_row *row, const struct years *years,
                 const struct selection *selection, const char *key)
{
    for (int column = 0; column <= years->count; column++)
        row->cells[column] = cell_plan(column_sum(years, selection, column),
                                       key ? column_key(doc, years, column, key) : NULL);
}

/* "Region Jämtland Härjedalen, in kind": a row's label. */
static const char *row_label(struct doc *doc, const struct row *row)
{
    if (row->side == SIDE_COST)
        return section_title(row->line);
    const char *title = section_title(&row->funder->section);
    return row->in_kind ? arena_text(doc->arena, "%s, %s", title, tr(N_("in kind"))) : title;
}

static const char *status_word(const struct doc *doc, const struct funder *funder)
{
    const struct word *word = word_of_code(words_status, (int)funder->status.value.number);
    return doc->language == LANGUAGE_SV ? word->swedish : word->english;
}

static const char *line_key(struct doc *doc, const struct row *row)
{
    if (row->in_kind && row->side == SIDE_FINANCING)
        return NULL;
    const char *id = key_name(doc->arena, row->line->id);
    return row->side == SIDE_COST ? arena_text(doc->arena, "cost.by_line.%s\\.%s",
                                               section_rows[row->line->kind].name, id)
                                  : arena_text(doc->arena, "financing.cash_by_funder.%s", id);
}

/* One row a line, then its total; the numbers of the first row and of the total are set. */
static void add_side(struct doc *doc, struct doc_table *table, const struct years *years, enum side side,
                     int *first, int *total)
{
    const struct plan *plan = years->plan;
    doc_row(doc, table, side == SIDE_COST ? tr(N_("Cost")) : tr(N_("Financing")), 0)->is_heading = true;
    *first = table->rows.count;
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side != side)
            continue;
        struct doc_row *shown = doc_row(doc, table, row_label(doc, row), 1);
        const struct years *over = years;
        const char *key = line_key(doc, row);
        for (int column = 0; column <= over->count; column++)
            shown->cells[column] =
                cell_plan(row_sum(plan, row, column_first(over, column), column_last(over, column)),
                          key ? column_key(doc, over, column, key) : NULL);
        if (side == SIDE_FINANCING)
            shown->cells[years->count + 1] = cell_text(status_word(doc, row->funder), NULL);
    }
    *total = table->rows.count;
    const struct selection all = { .side = side == SIDE_COST ? COST_SIDE : FINANCING_SIDE };
    struct doc_row *sum =
        doc_row(doc, table, side == SIDE_COST ? tr(N_("Total cost")) : tr(N_("Total financing")), 0);
    sum->is_total = true;
    fill(doc, sum, years, &all, side == SIDE_COST ? "cost.total" : "financing.total");
    for (int i = *first; i < *total; i++)
        table->rows.items[i].part_of = *total;
}

static struct cell gap_in(const struct years *years, int column)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    return cell_minus(years->plan->arena, column_sum(years, &financing, column),
                      column_sum(years, &cost, column));
}

/* What is left over (sign 1) or missing (sign −1) in each year, and those years' sum. */
static void gap_cells(const struct years *years, int sign, struct cell *cells)
{
    struct cell *sum = &cells[years->count];
    *sum = (struct cell){ 0 };
    for (int column = 0; column < years->count; column++) {
        cells[column] = gap_in(years, column);
        cells[column].amount *= sign;
        if (cells[column].amount < 0)
            cells[column].amount = 0;
        *sum = cell_plus(years->plan->arena, *sum, cells[column]);
    }
}

static int add_gap(struct doc *doc, struct doc_table *table, const struct years *years, int sign,
                   const char *label)
{
    struct cell *cells = arena_take(doc->arena, (size_t)years->count + 1, sizeof *cells);
    gap_cells(years, sign, cells);
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->optional = true;
    for (int column = 0; column <= years->count; column++)
        row->cells[column] = cell_plan(cells[column], NULL);
    return table->rows.count - 1;
}

static void tie(struct doc_table *table, int row, int knot, int sign)
{
    table->rows.items[row].part_of = knot;
    table->rows.items[row].sign = sign;
}

static struct doc_table *add_table(struct doc *doc, const struct years *years)
{
    int count = years->count + 2;
    struct doc_column *columns = arena_take(doc->arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < years->count; i++)
        columns[i] = (struct doc_column){ .title = arena_text(doc->arena, "%d", years->first + i),
                                          .part_of = years->count };
    columns[years->count] = (struct doc_column){ .title = tr(N_("Total")), .part_of = -1 };
    columns[years->count + 1] = (struct doc_column){ .title = tr(N_("Status")), .part_of = -1 };
    struct doc_table *table = doc_table(doc, tr(N_("Cost and financing by year")), "", columns, count);
    table->labels_wrap = true;
    return table;
}

/* For programs alone: sums that no row of the table shows. */
static void add_values(struct doc *doc, const struct years *years)
{
    const struct project *project = years->plan->project;
    for (int column = 0; column <= years->count; column++) {
        for (int i = 0; i < project->of[SECTION_CATEGORY].count; i++) {
            const struct section *category = project->of[SECTION_CATEGORY].items[i];
            const struct selection of = { .side = COST_SIDE, .category = (const struct category *)category };
            const char *key = arena_text(doc->arena, "cost.by_category.%s", key_name(doc->arena, category->id));
            doc_value(doc, cell_plan(column_sum(years, &of, column), column_key(doc, years, column, key)));
        }
        for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
            const struct section *funder = project->of[SECTION_FUNDER].items[i];
            const struct selection of = { .side = FINANCING_SIDE, .funder = (const struct funder *)funder };
            const char *key = arena_text(doc->arena, "financing.by_funder.%s", key_name(doc->arena, funder->id));
            doc_value(doc, cell_plan(column_sum(years, &of, column), column_key(doc, years, column, key)));
        }
        doc_value(doc, cell_plan(gap_in(years, column), column_key(doc, years, column, "gap")));
        doc_value(doc, cell_plan(plan_equity(years->plan, column_last(years, column)),
                                 column_key(doc, years, column, "equity")));
    }
}

static void add_notes(struct doc *doc, const struct project *project)
{
    if (project->vat.value.number == VAT_EXCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts exclude VAT.")));
    if (project->vat.value.number == VAT_INCLUDED)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Amounts include VAT.")));
    for (int i = 0; i < project->unknown_count; i++)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("Unknown: %s (%s)")),
                            statement_path(doc->arena, project->unknowns[i]),
                            place_short(doc->arena, project->unknowns[i]->place)));
}

void budget_contents(struct doc *doc, const struct plan *plan)
{
    struct years years = { plan, month_year(plan->first), 0 };
    years.count = month_year(plan_last(plan)) - years.first + 1;
    title_contents(doc, plan->project, tr(N_("Budget")));

    struct doc_table *table = add_table(doc, &years);
    int first, cost, financing;
    add_side(doc, table, &years, SIDE_COST, &first, &cost);
    int surplus = add_gap(doc, table, &years, 1, tr(N_("Surplus, repaid")));
    add_side(doc, table, &years, SIDE_FINANCING, &first, &financing);
    int deficit = add_gap(doc, table, &years, -1, tr(N_("Deficit, not financed")));
    doc_row(doc, table, "", 0)->hidden = true;
    int knot = table->rows.count - 1;
    tie(table, cost, knot, 1);
    tie(table, surplus, knot, 1);
    tie(table, financing, knot, -1);
    tie(table, deficit, knot, -1);

    add_values(doc, &years);
    add_notes(doc, plan->project);
}

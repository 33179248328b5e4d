/* Every member's fee, the steps that made it, and what the members are together. */

#include "fees.h"

#include <stdlib.h>

#include <medfin/base/text.h>

static const char *year_text(const struct doc *doc, int year)
{
    return arena_text(doc->arena, "%d", year);
}

/* The sum of the lines of one tariff, or with NULL of all. */
static struct cell sum_of(const struct fee_sheet *sheet, const struct tariff *tariff, int year)
{
    struct cell sum = { 0 };
    for (int i = 0; i < sheet->line_count; i++)
        if (!tariff || sheet->lines[i].tariff == tariff)
            sum = cell_plus(sheet->plan->arena, sum, fee_line_sum(sheet, &sheet->lines[i], year));
    return sum;
}

static void add_year_row(struct doc *doc, struct doc_table *table, const struct fee_sheet *sheet,
                         const struct fee_line *line)
{
    const char *key = fee_line_key(doc, line);
    struct doc_row *row = doc_row(doc, table, fee_line_title(doc, sheet, line, sheet->first), 1);
    for (int i = 0; i < sheet->count; i++)
        if (fee_line_pays(sheet, line, sheet->first + i))
            row->cells[i] = cell_exact(fee_line_sum(sheet, line, sheet->first + i),
                                  arena_text(doc->arena, "%s.years.%d", key, sheet->first + i));
}

static void add_year_total(struct doc *doc, struct doc_table *table, const struct fee_sheet *sheet,
                           const struct tariff *tariff)
{
    struct doc_row *row = doc_row(doc, table, tariff ? section_title(&tariff->section) : tr(N_("Total fees")), 0);
    row->is_total = true;
    for (int i = 0; i < sheet->count; i++)
        row->cells[i] = cell_exact(sum_of(sheet, tariff, sheet->first + i),
                              arena_text(doc->arena, "%s.years.%d",
                                         tariff ? arena_text(doc->arena, "fees.%s", key_name(doc->arena, tariff->section.id))
                                                : "total",
                                         sheet->first + i));
}

/* A row for each payer, a column for each year. */
static void add_years(struct doc *doc, const struct fee_sheet *sheet)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)sheet->count, sizeof *columns);
    for (int i = 0; i < sheet->count; i++)
        columns[i] = (struct doc_column){ year_text(doc, sheet->first + i), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Fees by year")), tr(N_("Member")), columns, sheet->count);
    table->labels_wrap = true;
    for (int i = 0; i < sheet->line_count; i++) {
        const struct tariff *tariff = sheet->lines[i].tariff;
        add_year_row(doc, table, sheet, &sheet->lines[i]);
        bool is_last = i + 1 == sheet->line_count || sheet->lines[i + 1].tariff != tariff;
        if (is_last)
            add_year_total(doc, table, sheet, tariff);
    }
    add_year_total(doc, table, sheet, NULL);
}

/* The steps of a fee: each a column where it says something that the one before does not. */
enum step { STEP_INHABITANTS, STEP_COUNTED, STEP_COMPONENTS, STEP_LIMITED, STEP_INDEXED, STEP_FIRST_YEAR, STEP_FEE, STEP_EACH, STEPS };

static const struct {
    const char *key, *title;
} step_rows[STEPS] = {
    [STEP_INHABITANTS] = { "inhabitants", N_("Inhabitants") },
    [STEP_COUNTED] = { "counted", N_("Counted") },
    [STEP_COMPONENTS] = { "components", N_("Components") },
    [STEP_LIMITED] = { "limited", N_("Within limits") },
    [STEP_INDEXED] = { "indexed", N_("Indexed") },
    [STEP_FIRST_YEAR] = { "first_year", N_("First year") },
    [STEP_FEE] = { "fee", N_("Fee") },
    [STEP_EACH] = { "per_inhabitant", N_("Per inhabitant") },
};

static struct doc_cell fine(const struct fee *fee, int64_t number)
{
    return (struct doc_cell){ .kind = CELL_FINE, .number = number, .unknown = !cell_is_known(fee->amount) };
}

static struct doc_cell step_cell(const struct fee *fee, enum step step)
{
    switch (step) {
    case STEP_INHABITANTS:
        return fee->inhabitants ? cell_count(fee->inhabitants->value.number, NULL) : (struct doc_cell){ 0 };
    case STEP_COUNTED:
        return fee->inhabitants ? cell_count(fee->counted, NULL) : (struct doc_cell){ 0 };
    case STEP_COMPONENTS:
        return fine(fee, fee->components);
    case STEP_LIMITED:
        return fine(fee, fee->limited);
    case STEP_INDEXED:
        return fine(fee, fee->indexed);
    case STEP_FIRST_YEAR:
        return fine(fee, fee->of_year);
    case STEP_FEE:
        return cell_exact(fee->amount, NULL);
    default:
        if (!fee->inhabitants || !fee->inhabitants->value.number)
            return (struct doc_cell){ 0 };
        return cell_exact((struct cell){ round_quotient(fee->amount.amount, fee->inhabitants->value.number), fee->amount.needs }, NULL);
    }
}

/* Whether the step changes what the one before it says. */
static bool step_says(const struct fee *fee, enum step step)
{
    switch (step) {
    case STEP_INHABITANTS:
    case STEP_EACH:
        return fee->inhabitants;
    case STEP_COUNTED:
        return fee->inhabitants && fact_is_stated(&fee->tariff->inhabitants_cap);
    case STEP_COMPONENTS:
        return fee->components != fee->amount.amount * ORE_FINE;
    case STEP_LIMITED:
        return fact_is_stated(&fee->tariff->minimum) || fact_is_stated(&fee->tariff->maximum);
    case STEP_INDEXED:
        return fee->indexed != fee->limited;
    case STEP_FIRST_YEAR:
        return fee->of_year != fee->indexed;
    default:
        return true;
    }
}

/* The fees of a year: of each line that of its usual members, and beside it that of new ones. */
typedef LIST(const struct fee *) fees_of_year;

static fees_of_year fees_in(const struct fee_sheet *sheet, int year, struct arena *arena)
{
    fees_of_year fees = { 0 };
    for (int i = 0; i < sheet->line_count; i++) {
        const struct fee_line *line = &sheet->lines[i];
        if (!fee_line_pays(sheet, line, year))
            continue;
        *list_add(&fees, arena) = line->years[year - sheet->first];
        if (line->joining && line->joining[year - sheet->first])
            *list_add(&fees, arena) = line->joining[year - sheet->first];
    }
    return fees;
}

static const char *fee_title(struct doc *doc, const struct fee *fee)
{
    if (fee->member)
        return member_title(fee->member);
    return arena_text(doc->arena, fee->months_paid == 12 ? tr(N_("each of %s equal members")) : tr(N_("each of %s new equal members")),
                      count_text(doc->arena, fee->payers));
}

static void add_step_values(struct doc *doc, const struct fee *fee, int number)
{
    const char *path = arena_text(doc->arena, "steps[%d]", number);
    doc_value(doc, cell_text(fee->tariff->section.id, arena_text(doc->arena, "%s.tariff", path)));
    doc_value(doc, cell_text(fee->member ? fee->member->section.id : "", arena_text(doc->arena, "%s.member", path)));
    doc_value(doc, cell_count(fee->payers, arena_text(doc->arena, "%s.payers", path)));
    if (fee->basis_year)
        doc_value(doc, cell_count(fee->basis_year, arena_text(doc->arena, "%s.basis_year", path)));
    for (int step = 0; step < STEPS; step++) {
        struct doc_cell cell = step_cell(fee, (enum step)step);
        cell.key = arena_text(doc->arena, "%s.%s", path, step_rows[step].key);
        if (cell.kind != CELL_EMPTY)
            doc_value(doc, cell);
    }
}

static void add_steps(struct doc *doc, const struct fee_sheet *sheet, int year)
{
    const fees_of_year fees = fees_in(sheet, year, doc->arena);
    struct doc_column columns[STEPS];
    enum step shown[STEPS];
    int count = 0;
    for (int step = 0; step < STEPS; step++) {
        bool says = false;
        for (int i = 0; i < fees.count; i++)
            says = says || step_says(fees.items[i], (enum step)step);
        if (says) {
            columns[count] = (struct doc_column){ tr(step_rows[step].title), -1, false };
            shown[count++] = (enum step)step;
        }
    }
    for (int i = 0; i < fees.count; i++)
        add_step_values(doc, fees.items[i], i);
    struct doc_table *table = doc_table(doc, arena_text(doc->arena, "%s %d", tr(N_("How the fees are made,")), year),
                                        tr(N_("Member")), columns, count);
    table->labels_wrap = true;
    for (int i = 0; i < fees.count; i++) {
        struct doc_row *row = doc_row(doc, table, fee_title(doc, fees.items[i]), 0);
        for (int c = 0; c < count; c++)
            row->cells[c] = step_cell(fees.items[i], shown[c]);
    }
}

/* What the payers of one tariff, or of all, are together in a year. */
struct summary {
    int64_t members, inhabitants;
    struct cell sum;
    money median, largest;
};

static int by_amount(const void *left, const void *right)
{
    const struct fee *const *a = left, *const *b = right;
    return (*a)->amount.amount < (*b)->amount.amount ? -1 : (*a)->amount.amount > (*b)->amount.amount;
}

/* The fee that payer number `at` pays, of sorted fees. */
static money fee_at(const fees_of_year *fees, int64_t at)
{
    int i = 0;
    for (; at >= fees->items[i]->payers; i++)
        at -= fees->items[i]->payers;
    return fees->items[i]->amount.amount;
}

static struct summary summarise(const struct fee_sheet *sheet, const struct tariff *tariff, int year, struct arena *arena)
{
    const fees_of_year all = fees_in(sheet, year, arena);
    fees_of_year fees = { 0 };
    struct summary summary = { .sum = sum_of(sheet, tariff, year) };
    for (int i = 0; i < all.count; i++) {
        const struct fee *fee = all.items[i];
        if (tariff && fee->tariff != tariff)
            continue;
        *list_add(&fees, arena) = fee;
        summary.members += fee->payers;
        summary.inhabitants += fee->inhabitants ? fee->inhabitants->value.number * fee->payers : 0;
    }
    if (!fees.count)
        return summary;
    qsort(fees.items, (size_t)fees.count, sizeof *fees.items, by_amount);
    money low = fee_at(&fees, (summary.members - 1) / 2), high = fee_at(&fees, summary.members / 2);
    summary.median = round_quotient((wide)low + high, 2);
    summary.largest = fees.items[fees.count - 1]->amount.amount;
    return summary;
}

static void add_summary_row(struct doc *doc, struct doc_table *table, const struct fee_sheet *sheet,
                            const struct tariff *tariff, int year)
{
    const struct summary of = summarise(sheet, tariff, year, doc->arena);
    const char *key = arena_text(doc->arena, "summary.%s", tariff ? key_name(doc->arena, payer_id(doc->arena, &tariff->section)) : "total");
    struct doc_row *row = doc_row(doc, table, tariff ? section_title(&tariff->section) : tr(N_("Total fees")), 0);
    const struct needs *needs = of.sum.needs;
    share part;
    row->is_total = !tariff;
    row->cells[0] = cell_count(of.members, arena_text(doc->arena, "%s.members", key));
    row->cells[1] = cell_exact(of.sum, arena_text(doc->arena, "%s.sum", key));
    if (!of.members)
        return;
    row->cells[2] = cell_exact((struct cell){ of.median, needs }, arena_text(doc->arena, "%s.median", key));
    row->cells[3] = cell_exact((struct cell){ of.largest, needs }, arena_text(doc->arena, "%s.largest", key));
    if (needs || money_share(of.largest, of.sum.amount, &part))
        row->cells[4] = cell_share(needs ? 0 : part, needs != NULL, arena_text(doc->arena, "%s.largest_share", key));
    /* Where some pay without regard to inhabitants, all fees are no fee per inhabitant. */
    if (of.inhabitants && tariff)
        row->cells[5] = cell_exact((struct cell){ round_quotient(of.sum.amount, of.inhabitants), needs },
                              arena_text(doc->arena, "%s.per_inhabitant", key));
}

static void add_summary(struct doc *doc, const struct fee_sheet *sheet, int year)
{
    const struct section_list *tariffs = &sheet->plan->project->of[SECTION_TARIFF];
    const struct doc_column columns[] = { { tr(N_("Members")), -1, false },  { tr(N_("Sum")), -1, false },
                                          { tr(N_("Median")), -1, false },   { tr(N_("Largest")), -1, false },
                                          { tr(N_("of the sum")), -1, true }, { tr(N_("Per inhabitant")), -1, true } };
    struct doc_table *table = doc_table(doc, arena_text(doc->arena, "%s %d", tr(N_("The fees of")), year), "", columns, 6);
    table->labels_wrap = true;
    doc_value(doc, cell_count(year, "year"));
    for (int i = 0; i < tariffs->count; i++)
        add_summary_row(doc, table, sheet, (const struct tariff *)tariffs->items[i], year);
    if (tariffs->count > 1)
        add_summary_row(doc, table, sheet, NULL, year);
}

void fees_contents(struct doc *doc, const struct plan *plan, int year)
{
    const struct fee_sheet sheet = fee_sheet_new(plan, doc->arena);
    title_contents(doc, plan->project, tr(N_("Fees")));
    if (!plan->project->of[SECTION_TARIFF].count) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("The project has no tariff, so nobody pays a fee.")));
        return;
    }
    add_summary(doc, &sheet, year);
    add_steps(doc, &sheet, year);
    add_years(doc, &sheet);
}

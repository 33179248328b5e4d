/* Every member's fee, the steps that made it, and what the members are together. */

#include <medfin/contents/fees.h>

#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/fee_sheet.h>
#include <medfin/contents/heading.h>
#include <medfin/model/payer.h>

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
                         const struct fee_line *line, const char *const *years)
{
    struct doc_row *row = doc_row(doc, table, fee_line_title(doc, sheet, line, sheet->first), 1);
    const char *name = fee_line_key(doc, line);
    for (int i = 0; i < sheet->count; i++)
        if (fee_line_pays(sheet, line, sheet->first + i))
            row->cells[i] = cell_exact(fee_line_sum(sheet, line, sheet->first + i),
                                       arena_text(doc->arena, "%s.%s", years[i], name));
}

static void add_year_total(struct doc *doc, struct doc_table *table, const struct fee_sheet *sheet,
                           const struct tariff *tariff, const char *const *years)
{
    struct doc_row *row = doc_row(doc, table, tariff ? section_title(&tariff->section) : tr(N_("Total fees")), 0);
    row->is_total = true;
    const struct figure figure = { .row = figure_row(tariff ? "fees.by_tariff.*" : "fees"),
                                   .subject = tariff ? &tariff->section : NULL };
    const char *name = figure_name(doc->arena, &figure);
    for (int i = 0; i < sheet->count; i++)
        row->cells[i] =
            cell_exact(sum_of(sheet, tariff, sheet->first + i), arena_text(doc->arena, "%s.%s", years[i], name));
}

/* A row for each payer, a column for each year. */
static void add_years(struct doc *doc, const struct fee_sheet *sheet)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)sheet->count, sizeof *columns);
    const char **keys = arena_take(doc->arena, (size_t)sheet->count, sizeof *keys);
    for (int i = 0; i < sheet->count; i++) {
        columns[i] = (struct doc_column){ arena_text(doc->arena, "%d", sheet->first + i), -1, false };
        keys[i] = key_below(doc->arena, "years", columns[i].title);
    }
    struct doc_table *table = doc_table(doc, tr(N_("Fees by year")), tr(N_("Member")), columns, sheet->count);
    table->labels_wrap = table->in_kronor = true;
    doc_table_room(doc, table, sheet->line_count + sheet->plan->project->of[SECTION_TARIFF].count + 1);
    for (int i = 0; i < sheet->line_count; i++) {
        const struct tariff *tariff = sheet->lines[i].tariff;
        add_year_row(doc, table, sheet, &sheet->lines[i], keys);
        bool is_last = i + 1 == sheet->line_count || sheet->lines[i + 1].tariff != tariff;
        if (is_last)
            add_year_total(doc, table, sheet, tariff, keys);
    }
    add_year_total(doc, table, sheet, NULL, keys);
}

/* The steps of a fee: each a column where it says something that the one before does not. */
enum step {
    STEP_INHABITANTS,
    STEP_COUNTED,
    STEP_COMPONENTS,
    STEP_LIMITED,
    STEP_INDEXED,
    STEP_FIRST_YEAR,
    STEP_FEE,
    STEP_EACH,
    STEPS
};

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
    return (struct doc_cell){
        .kind = CELL_FIGURE, .of = KIND_FINE, .number = number, .unknown = !cell_is_known(fee->amount)
    };
}

/* To the öre; what would be a single digit then, to a hundredth of one. */
static struct doc_cell per_inhabitant(struct cell amount, int64_t inhabitants, const char *key)
{
    const int64_t hundredth = ORE_FINE / 100;
    money ore = round_quotient(amount.amount, inhabitants);
    if (!cell_is_known(amount) || ore >= 10 || !amount.amount)
        return cell_exact((struct cell){ ore, amount.needs }, key);
    int64_t hundredths = round_quotient((wide)amount.amount * 100, inhabitants);
    return cell_number(KIND_FINE, hundredths * hundredth, false, key);
}

static struct doc_cell step_cell(const struct fee *fee, enum step step)
{
    switch (step) {
    case STEP_INHABITANTS:
        return fee->inhabitants >= 0 ? cell_count(fee->inhabitants, NULL) : (struct doc_cell){ 0 };
    case STEP_COUNTED:
        return fee->inhabitants >= 0 ? cell_count(fee->counted, NULL) : (struct doc_cell){ 0 };
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
        if (fee->inhabitants <= 0)
            return (struct doc_cell){ 0 };
        return per_inhabitant(fee->amount, fee->inhabitants, NULL);
    }
}

/* Whether the step changes what the one before it says. */
/* Of a fee that is unknown no step is known to say nothing. */
static bool step_says(const struct fee *fee, enum step step)
{
    bool is_open = !cell_is_known(fee->amount);
    switch (step) {
    case STEP_INHABITANTS:
    case STEP_EACH:
        return fee->inhabitants >= 0;
    case STEP_COUNTED:
        return fee->inhabitants >= 0 && fact_is_stated(fee->tariff->inhabitants_cap);
    case STEP_COMPONENTS:
        return is_open || fee->components != fee->amount.amount * ORE_FINE;
    case STEP_LIMITED:
        return fact_is_stated(fee->tariff->minimum) || fact_is_stated(fee->tariff->maximum);
    case STEP_INDEXED:
        return fee->indexed != fee->limited;
    case STEP_FIRST_YEAR:
        return fee->of_year != fee->indexed || (is_open && fee->months_paid != MONTHS_OF_A_YEAR);
    default:
        return true;
    }
}

/* The fees of a year, tariff by tariff. */
static const fee_list *fees_in(const struct plan *plan, int year, struct arena *arena)
{
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    fee_list *fees = arena_take(arena, 1, sizeof *fees);
    for (int i = 0; i < tariffs->count; i++) {
        const fee_list *of = tariff_fees_in(plan, (const struct tariff *)tariffs->items[i], year);
        for (int f = 0; f < of->count && !payer_is_rejected(tariffs->items[i]); f++)
            if (of->items[f].payers)
                *list_add(fees, arena) = of->items[f];
    }
    return fees;
}

static const char *fee_title(struct doc *doc, const struct fee *fee)
{
    if (fee->member)
        return member_title(fee->member);
    return arena_text(doc->arena,
                      fee->months_paid == 12 ? tr(N_("each of %s equal members"))
                                             : tr(N_("each of %s new equal members")),
                      count_text(doc->arena, fee->payers));
}

/* All steps of every fee, and whose it is. */
enum record {
    RECORD_TARIFF,
    RECORD_MEMBER,
    RECORD_PAYERS,
    RECORD_BASIS_YEAR,
    RECORD_STEPS,
    RECORD_COUNT = RECORD_STEPS + STEPS
};

static void fill_records(struct doc *doc, struct doc_table *table, const void *given)
{
    const fee_list *fees = given;
    doc_table_room(doc, table, fees->count);
    for (int i = 0; i < fees->count; i++) {
        const struct fee *fee = &fees->items[i];
        struct doc_row *row = doc_row(doc, table, NULL, 0);
        row->path = arena_text(doc->arena, "steps[%d]", i);
        row->cells[RECORD_TARIFF] = cell_text(fee->tariff->section.id, "tariff");
        row->cells[RECORD_MEMBER] = cell_text(fee->member ? fee->member->section.id : "", "member");
        row->cells[RECORD_PAYERS] = cell_count(fee->payers, "payers");
        if (fee->basis_year)
            row->cells[RECORD_BASIS_YEAR] = cell_count(fee->basis_year, "basis_year");
        for (int step = 0; step < STEPS; step++) {
            struct doc_cell *cell = &row->cells[RECORD_STEPS + step];
            *cell = step_cell(fee, (enum step)step);
            cell->key = cell->kind != CELL_EMPTY ? step_rows[step].key : NULL;
        }
    }
}

static bool any_says(const fee_list *fees, enum step step)
{
    for (int i = 0; i < fees->count; i++)
        if (step_says(&fees->items[i], step))
            return true;
    return false;
}

static void add_steps(struct doc *doc, const fee_list *fees, int year)
{
    struct doc_column columns[STEPS];
    enum step shown[STEPS];
    int count = 0;
    for (int step = 0; step < STEPS; step++)
        if (any_says(fees, (enum step)step)) {
            columns[count] = (struct doc_column){ tr(step_rows[step].title), -1, false };
            shown[count++] = (enum step)step;
        }
    doc_records(doc, (struct doc_records){ RECORD_COUNT, fill_records, fees });
    struct doc_table *table = doc_table(doc, arena_text(doc->arena, "%s %d", tr(N_("How the fees are made,")), year),
                                        tr(N_("Member")), columns, count);
    table->labels_wrap = table->in_kronor = true;
    doc_table_room(doc, table, fees->count);
    for (int i = 0; i < fees->count; i++) {
        struct doc_row *row = doc_row(doc, table, fee_title(doc, &fees->items[i]), 0);
        for (int c = 0; c < count; c++)
            row->cells[c] = step_cell(&fees->items[i], shown[c]);
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
static money fee_at(const struct fee *const *fees, int64_t at)
{
    for (; at >= (*fees)->payers; fees++)
        at -= (*fees)->payers;
    return (*fees)->amount.amount;
}

static struct summary summarise(const struct fee_sheet *sheet, const fee_list *all, const struct tariff *tariff,
                                int year, struct arena *arena)
{
    const struct fee **fees = arena_take(arena, (size_t)all->count, sizeof *fees);
    struct summary summary = { .sum = sum_of(sheet, tariff, year) };
    int count = 0;
    for (int i = 0; i < all->count; i++) {
        const struct fee *fee = &all->items[i];
        if (tariff && fee->tariff != tariff)
            continue;
        fees[count++] = fee;
        summary.members += fee->payers;
        summary.inhabitants += fee->inhabitants >= 0 ? fee->inhabitants * fee->payers : 0;
    }
    if (!count)
        return summary;
    sort_array(fees, count, by_amount, arena);
    money low = fee_at(fees, (summary.members - 1) / 2), high = fee_at(fees, summary.members / 2);
    summary.median = round_quotient((wide)low + high, 2);
    summary.largest = fees[count - 1]->amount.amount;
    return summary;
}

static void add_summary_row(struct doc *doc, struct doc_table *table, const struct fee_sheet *sheet,
                            const fee_list *fees, const struct tariff *tariff, int year)
{
    const struct summary of = summarise(sheet, fees, tariff, year, doc->arena);
    struct doc_row *row = doc_row(doc, table, tariff ? section_title(&tariff->section) : tr(N_("Total fees")), 0);
    const struct needs *needs = of.sum.needs;
    share part;
    row->is_total = !tariff;
    row->path = tariff ? key_below(doc->arena, "summary.by_tariff", tariff->section.id) : "summary.total";
    row->cells[0] = cell_count(of.members, "members");
    row->cells[1] = cell_exact(of.sum, "sum");
    if (!of.members)
        return;
    row->cells[2] = cell_exact((struct cell){ of.median, needs }, "median");
    row->cells[3] = cell_exact((struct cell){ of.largest, needs }, "largest");
    if (needs || money_share(of.largest, of.sum.amount, &part))
        row->cells[4] = cell_share(needs ? 0 : part, needs != NULL, "largest_share");
    /* Where some pay without regard to inhabitants, all fees are no fee per inhabitant. */
    if (of.inhabitants && tariff)
        row->cells[5] = per_inhabitant(of.sum, of.inhabitants, "per_inhabitant");
}

static void add_summary(struct doc *doc, const struct fee_sheet *sheet, const fee_list *fees, int year)
{
    const struct section_list *tariffs = &sheet->plan->project->of[SECTION_TARIFF];
    const struct doc_column columns[] = { { tr(N_("Members")), -1, false },   { tr(N_("Sum")), -1, true },
                                          { tr(N_("Median")), -1, true },     { tr(N_("Largest")), -1, true },
                                          { tr(N_("of the sum")), -1, true }, { tr(N_("Per inhabitant")), -1, true } };
    struct doc_table *table =
        doc_table(doc, arena_text(doc->arena, "%s %d", tr(N_("The fees of")), year), "", columns, 6);
    table->labels_wrap = table->in_kronor = true;
    doc_value(doc, cell_count(year, "year"));
    for (int i = 0; i < tariffs->count; i++)
        add_summary_row(doc, table, sheet, fees, (const struct tariff *)tariffs->items[i], year);
    if (tariffs->count > 1)
        add_summary_row(doc, table, sheet, fees, NULL, year);
}

void fees_contents(struct doc *doc, const struct plan *plan, int year)
{
    const struct fee_sheet sheet = fee_sheet_new(plan, doc->arena);
    title_contents(doc, plan->project, tr(N_("Fees")));
    if (!plan->project->of[SECTION_TARIFF].count) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("The project has no tariff, so nobody pays a fee.")));
        return;
    }
    const fee_list *fees = fees_in(plan, year, doc->arena);
    add_summary(doc, &sheet, fees, year);
    add_steps(doc, fees, year);
    add_years(doc, &sheet);
    if (!doc->depth)
        tables_contents(doc, plan->project);
}

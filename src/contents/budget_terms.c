/* Shares, each with its denominator; what is to be paid back; where money comes from; leverage. */

#include <medfin/contents/budget_terms.h>

#include <medfin/base/controlled.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/plan/repaid.h>
#include <medfin/plan/sums.h>

static const char *const basis_titles[] = { [BASIS_ALL] = N_("of eligible cost"),
                                            [BASIS_CASH] = N_("of eligible cash cost"),
                                            [BASIS_FINANCING] = N_("of all financing"),
                                            [BASIS_PUBLIC] = N_("of public financing") };
static const char *const basis_keys[] = { "of_eligible_cost", "of_booked_cost", "of_financing", "of_public_financing" };
enum { BASES = BASIS_PUBLIC + 1 };

static struct cell whole(const struct plan *plan, const struct selection *selection)
{
    return plan_sum(plan, selection, plan->first, plan_last(plan));
}

/* Part ÷ whole; an empty cell where that is no number. */
static struct doc_cell share_cell(struct doc *doc, struct cell part, struct cell of, const char *key)
{
    bool unknown = needs_union(doc->arena, part.needs, of.needs) != NULL;
    share quotient = 0;
    /* Nothing is no part of anything, whatever that is. */
    bool is_none = cell_is_known(of) && of.amount <= 0;
    if (!is_none && cell_is_known(part) && !part.amount)
        return cell_share(0, false, key);
    if (is_none || (!unknown && !money_share(part.amount, of.amount, &quotient)))
        return (struct doc_cell){ .kind = CELL_EMPTY };
    return cell_share(quotient, unknown, key);
}

static bool is_public(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    if (!funder)
        return false;
    int64_t sector = funder->sector->value.number;
    return fact_is_stated(funder->sector) &&
           (sector == SECTOR_STATE || sector == SECTOR_REGION || sector == SECTOR_MUNICIPALITY || sector == SECTOR_EU);
}

static const char *kind_title(const struct section *payer)
{
    static const char *const titles[] = { [FUNDER_FIXED] = N_("fixed"),
                                          [FUNDER_SHARE] = N_("share"),
                                          [FUNDER_MATCH] = N_("match"),
                                          [FUNDER_REMAINDER] = N_("remainder") };
    const struct funder *funder = payer_funder(payer);
    return funder ? titles[funder_kind(funder)] : N_("fees");
}

/* A row that is the sum of all above it, in columns from..end − 1. */
static void add_total(struct doc_table *table, int from, int end, const char *label, struct doc *doc)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    int at = table->rows.count - 1;
    row->is_total = true;
    for (int column = from; column < end; column++) {
        struct doc_cell *sum = &table->rows.items[at].cells[column];
        *sum = cell_money(0, false, NULL);
        for (int i = 0; i < at; i++) {
            sum->number += table->rows.items[i].cells[column].number;
            sum->whole += table->rows.items[i].cells[column].whole;
            sum->is_set = true;
            sum->unknown = sum->unknown || table->rows.items[i].cells[column].unknown;
        }
    }
    for (int i = 0; i < at; i++)
        table->rows.items[i].part_of = at;
}

/* The bases that mean something here: public financing only where a sector is stated. */
static int base_count(const struct project *project)
{
    for (int i = 0; i < project->payers.count; i++)
        if (is_public(project->payers.items[i]))
            return BASES;
    return BASIS_PUBLIC;
}

/* Each payer's money as a percent of all financing, in hundredths of a percent: with what is in kind they make 100 %,
   as the table of financing shows them. */
static const int64_t *financing_percents(const struct doc *doc, const struct plan *plan)
{
    const struct selection all = { .side = FINANCING_SIDE };
    const struct section_list *payers = &plan->project->payers;
    const struct cell of_all = whole(plan, &all);
    struct controlled *network = controlled_new(SHARE_ONE / 10000, doc->arena);
    int sum = controlled_sum(network);
    int *figures = arena_take(doc->arena, (size_t)payers->count, sizeof *figures);
    int64_t *percents = arena_take(doc->arena, (size_t)payers->count, sizeof *percents);
    controlled_figure(network, sum, CONTROLLED_GROUND, SHARE_ONE, RANK_WHOLE);
    for (int i = 0; i < 2 * payers->count; i++) {
        const struct selection of = { .side = FINANCING_SIDE,
                                      .form = i % 2 ? IN_KIND : IN_CASH,
                                      .payer = payers->items[i / 2] };
        share part = 0;
        money_share(whole(plan, &of).amount, of_all.amount, &part);
        int figure = controlled_figure(network, CONTROLLED_GROUND, sum, part, RANK_CELL);
        figures[i / 2] = i % 2 ? figures[i / 2] : figure;
    }
    controlled_round(network);
    for (int i = 0; i < payers->count; i++)
        percents[i] = controlled_whole(network, figures[i]);
    return percents;
}

static void add_funder(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct section *payer,
                       int bases, int64_t percent)
{
    const struct selection cash = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    const char *path = key_below(doc->arena, "total.funders", payer_id(doc->arena, payer));
    struct doc_row *row = doc_row(doc, table, payer_title(doc, payer), 0);
    for (int basis = 0; basis < bases; basis++) {
        struct cell of = basis_sum(plan, (enum share_basis)basis, NULL, plan->first, plan_last(plan));
        if (basis != BASIS_PUBLIC || is_public(payer))
            row->cells[basis] =
                share_cell(doc, whole(plan, &cash), of, arena_text(doc->arena, "%s.%s", path, basis_keys[basis]));
        if (basis == BASIS_FINANCING && row->cells[basis].kind == CELL_FIGURE && cell_is_known(of))
            row->cells[basis] = cell_showing(row->cells[basis], percent);
    }
}

static void add_terms(struct doc *doc, const struct plan *plan)
{
    const struct section_list *payers = &plan->project->payers;
    const struct doc_column columns[] = { { tr(N_("Kind")), -1, false },
                                          { tr(N_("Status")), -1, true },
                                          { tr(N_("In cash")), 4, false },
                                          { tr(N_("In kind")), 4, false },
                                          { tr(N_("Total")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Funders")), "", columns, 5);
    table->labels_wrap = true;
    for (int i = 0; i < payers->count; i++) {
        const struct section *payer = payers->items[i];
        const struct selection cash = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
        const struct selection in_kind = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = payer };
        const struct selection all = { .side = FINANCING_SIDE, .payer = payer };
        const char *path = arena_text(doc->arena, "funders.%s", key_name(doc->arena, payer_id(doc->arena, payer)));
        struct doc_row *row = doc_row(doc, table, payer_title(doc, payer), 0);
        row->cells[0] = cell_text(tr(kind_title(payer)), arena_text(doc->arena, "%s.kind", path));
        row->cells[0].id = kind_title(payer);
        row->cells[1] = cell_text(payer_status_text(doc, plan, payer), arena_text(doc->arena, "%s.status", path));
        row->cells[1].id = word_of_code(words_status, (int)payer_status(payer)->value.number)->english;
        row->cells[2] = cell_sum(doc, plan, &cash, plan_months(plan), NULL);
        row->cells[3] = cell_sum(doc, plan, &in_kind, plan_months(plan), NULL);
        row->cells[4] = cell_sum(doc, plan, &all, plan_months(plan), NULL);
    }
    add_total(table, 2, 5, tr(N_("Total financing")), doc);
}

void shares_contents(struct doc *doc, const struct plan *plan)
{
    const struct section_list *payers = &plan->project->payers;
    if (!payers->count)
        return;
    add_terms(doc, plan);
    int bases = base_count(plan->project);
    struct doc_column columns[BASES];
    for (int basis = 0; basis < bases; basis++)
        columns[basis] = (struct doc_column){ tr(basis_titles[basis]), -1, true };
    struct doc_table *table = doc_table(doc, tr(N_("Each funder's share")), "", columns, bases);
    table->labels_wrap = table->unit_in_label = true;
    const int64_t *percents = financing_percents(doc, plan);
    for (int i = 0; i < payers->count; i++)
        add_funder(doc, table, plan, payers->items[i], bases, percents[i]);
    struct doc_row *row = doc_row(doc, table, arena_text(doc->arena, tr(N_("100 %% is, %s")), doc->unit->name), 0);
    for (int basis = 0; basis < bases; basis++) {
        const struct counted_basis of = { (enum share_basis)basis, NULL };
        row->cells[basis] = cell_rows(doc, plan, basis_takes, &of, plan_months(plan),
                                      arena_text(doc->arena, "total.denominators.%s", basis_keys[basis]));
    }
}

enum owed_column { OWED_OF, OWED_COUNTS, OWED_BACK, OWED_COLUMNS };

static bool is_owed(const struct doc_cell *owed)
{
    return !owed->unknown && owed->whole != 0;
}

static struct doc_cell owed_cell(struct doc *doc, const struct plan *plan, const char *path,
                                 const struct section *payer)
{
    const struct figure figure = { .row = figure_row(path), .subject = payer };
    return cell_figure(doc, plan, &figure, figure_path(doc->arena, &figure));
}

/* Its money; of none, what counts of each. */
static struct doc_cell owed_of(struct doc *doc, const struct plan *plan, const struct section *payer)
{
    const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    if (payer)
        return cell_sum(doc, plan, &paid, plan_months(plan), NULL);
    const struct doc_cell counted = cell_plan(node_cell(plan, counted_node(plan)), NULL);
    return counted.unknown ? counted : cell_showing(counted, shown_node(shown_of(doc, plan), counted_node(plan)));
}

static void add_owed(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct section *payer,
                     struct doc_cell owed)
{
    const char *label = payer ? payer_title(doc, payer) : tr(N_("All together, at most the eligible cash cost"));
    struct doc_row *row = doc_row(doc, table, label, 0);
    const struct doc_cell of = owed_of(doc, plan, payer);
    const struct doc_cell counts = cell_money(of.number - owed.number, of.unknown || owed.unknown, NULL);
    row->cells[OWED_OF] = of;
    row->cells[OWED_COUNTS] = counts.unknown ? counts : cell_showing(counts, of.whole - owed.whole);
    row->cells[OWED_BACK] = owed;
}

static bool is_repaid(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder && !funder_keeps_surplus(funder);
}

static struct doc_table *owed_table(struct doc *doc)
{
    const struct doc_column columns[] = { [OWED_OF] = { tr(N_("Money")), -1, false },
                                          [OWED_COUNTS] = { tr(N_("Counts")), -1, false },
                                          [OWED_BACK] = { tr(N_("To be paid back")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("To be paid back")), "", columns, OWED_COLUMNS);
    table->labels_wrap = true;
    return table;
}

void owed_back_contents(struct doc *doc, const struct plan *plan)
{
    const struct section_list *payers = &plan->project->payers;
    struct doc_cell *owed = arena_take(doc->arena, (size_t)payers->count + 1, sizeof *owed);
    const struct section **of = arena_take(doc->arena, (size_t)payers->count + 1, sizeof *of);
    int count = 0;
    for (int i = 0; i < payers->count; i++)
        if (is_repaid(payers->items[i]))
            of[count++] = payers->items[i];
    if (!count)
        return;
    bool any = false;
    for (int i = 0; i <= count; i++) {
        owed[i] = owed_cell(doc, plan, of[i] ? "owed_back.by_funder.*" : "owed_back.together", of[i]);
        any = any || is_owed(&owed[i]);
    }
    struct doc_table *table = any ? owed_table(doc) : NULL;
    for (int i = 0; i <= count; i++)
        if (any && (owed[i].unknown || is_owed(&owed[i])))
            add_owed(doc, table, plan, of[i], owed[i]);
        else
            doc_value(doc, owed[i]);
    const struct doc_cell all = owed_cell(doc, plan, "owed_back", NULL);
    if (!any) {
        doc_value(doc, all);
        return;
    }
    add_total(table, OWED_BACK, OWED_COLUMNS, tr(N_("Total")), doc);
    table->rows.items[table->rows.count - 1].cells[OWED_BACK] = all;
}

/* Rows of one sector, of what states none, or of fees. */
struct sector_rows {
    int sector;
    bool cash, in_kind;
};

static bool is_of_sector(const void *context, const struct row *row)
{
    const struct sector_rows *of = context;
    return row->side == SIDE_FINANCING && row_sector(row) == of->sector && (row->in_kind ? of->in_kind : of->cash);
}

static const char *sector_id(int sector)
{
    if (sector < 0)
        return sector == SECTOR_FEES ? "fees" : "unstated";
    return word_of_code(words_sector, sector)->english;
}

void sectors_contents(struct doc *doc, const struct plan *plan)
{
    static const struct {
        bool cash, in_kind;
        const char *key;
    } forms[] = { { true, false, "cash" }, { false, true, "in_kind" }, { true, true, "total" } };
    const struct doc_column columns[] = { { tr(N_("In cash")), 2, false },
                                          { tr(N_("In kind")), 2, false },
                                          { tr(N_("Total")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Financing by sector")), "", columns, 3);
    for (int sector = SECTOR_FEES; sector <= SECTOR_ASSOCIATION; sector++) {
        struct doc_cell cells[3];
        for (int f = 0; f < 3; f++) {
            const struct sector_rows of = { sector, forms[f].cash, forms[f].in_kind };
            cells[f] = cell_rows(doc, plan, is_of_sector, &of, plan_months(plan),
                                 arena_text(doc->arena, "total.sectors.%s.%s", sector_id(sector), forms[f].key));
        }
        if (!cells[2].unknown && !cells[0].number && !cells[1].number)
            continue;
        struct doc_row *row = doc_row(doc, table, sector_title(doc, sector), 1);
        for (int f = 0; f < 3; f++)
            row->cells[f] = cells[f];
    }
    add_total(table, 0, 3, tr(N_("Total financing")), doc);
}

/* Other money ÷ own money. Without own money it is undefined, never 100 %. */
void leverage_contents(struct doc *doc, const struct plan *plan)
{
    struct cell own = { 0 }, other = { 0 }, in_kind = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side != SIDE_FINANCING)
            continue;
        bool is_own = row->funder && row->funder->own->value.number;
        struct cell *sum = row->in_kind ? &in_kind : is_own ? &own : &other;
        *sum = cell_plus(plan->arena, *sum, row_sum(plan, row, plan->first, plan_last(plan)));
    }
    struct doc_cell money_by_money = share_cell(doc, other, own, "total.leverage.money");
    struct doc_cell kind_by_money = share_cell(doc, in_kind, own, "total.leverage.in_kind");
    /* So much for a krona, no percent. */
    money_by_money.of = kind_by_money.of = KIND_DECIMAL;
    if (money_by_money.kind != CELL_EMPTY)
        doc_value(doc, money_by_money);
    if (kind_by_money.kind != CELL_EMPTY)
        doc_value(doc, kind_by_money);
    if (money_by_money.kind == CELL_EMPTY) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("Leverage: undefined without own money.")));
        return;
    }
    const share hundredth = SHARE_ONE / 100;
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(
            doc->arena,
            tr(N_("Leverage: %s kr of others' money for each krona of the owner's, and %s kr in kind "
                  "(others' money ÷ own money; in kind ÷ own money).")),
            money_by_money.unknown
                ? "?"
                : number_text(doc->arena, round_quotient(money_by_money.number, hundredth) * hundredth, doc->language),
            kind_by_money.unknown
                ? "?"
                : number_text(doc->arena, round_quotient(kind_by_money.number, hundredth) * hundredth, doc->language)));
}

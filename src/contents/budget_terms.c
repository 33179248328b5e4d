/* Shares, each with its denominator; where money comes from; leverage. */

#include <medfin/contents/budget_terms.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>

static const char *const basis_titles[] = { [BASIS_ALL] = N_("of eligible cost"),
                                            [BASIS_CASH] = N_("of booked eligible cost"),
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
    int64_t sector = funder->sector.value.number;
    return fact_is_stated(&funder->sector) &&
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

/* "decided", or year by year where years have statuses of their own: "2021 granted, 2022 estimated". */
static const char *status_text(struct doc *doc, const struct plan *plan, const struct section *payer)
{
    int64_t usual = payer_status(payer)->value.number;
    struct text out = text_new(doc->arena);
    bool own = false;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        enum status status = payer_status_in(payer, year);
        own = own || (int64_t)status != usual;
        text_addf(&out, "%s%d %s", out.size ? ", " : "", year, doc_word(doc, words_status, status));
    }
    return own ? out.bytes : doc_word(doc, words_status, usual);
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

static void add_funder(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct section *payer,
                       int bases)
{
    const struct selection cash = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    const char *path = key_below(doc->arena, "total.funders", payer_id(doc->arena, payer));
    struct doc_row *row = doc_row(doc, table, payer_title(doc, payer), 0);
    for (int basis = 0; basis < bases; basis++) {
        struct cell of = basis_sum(plan, (enum share_basis)basis, NULL, plan->first, plan_last(plan));
        if (basis != BASIS_PUBLIC || is_public(payer))
            row->cells[basis] =
                share_cell(doc, whole(plan, &cash), of, arena_text(doc->arena, "%s.%s", path, basis_keys[basis]));
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
        row->cells[1] = cell_text(status_text(doc, plan, payer), arena_text(doc->arena, "%s.status", path));
        row->cells[1].id = word_of_code(words_status, (int)payer_status(payer)->value.number)->english;
        row->cells[2] = cell_plan(whole(plan, &cash), NULL);
        row->cells[3] = cell_plan(whole(plan, &in_kind), NULL);
        row->cells[4] = cell_plan(whole(plan, &all), NULL);
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
    struct doc_table *table = doc_table(doc, tr(N_("What each funder's money is a percent of")), "", columns, bases);
    table->labels_wrap = true;
    for (int i = 0; i < payers->count; i++)
        add_funder(doc, table, plan, payers->items[i], bases);
    struct doc_row *row = doc_row(doc, table, tr(N_("The denominators")), 0);
    for (int basis = 0; basis < bases; basis++)
        row->cells[basis] = cell_plan(basis_sum(plan, (enum share_basis)basis, NULL, plan->first, plan_last(plan)),
                                      arena_text(doc->arena, "total.denominators.%s", basis_keys[basis]));
}

struct by_sector {
    struct cell cash, in_kind;
};

/* Sums of one sector, of what states none, or of fees. */
static struct by_sector sector_sums(const struct plan *plan, int sector)
{
    struct by_sector sums = { { 0 }, { 0 } };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        struct cell *sum = row->in_kind ? &sums.in_kind : &sums.cash;
        if (row->side == SIDE_FINANCING && row_sector(row) == sector)
            *sum = cell_plus(plan->arena, *sum, row_sum(plan, row, plan->first, plan_last(plan)));
    }
    return sums;
}

static const char *sector_id(int sector)
{
    if (sector < 0)
        return sector == SECTOR_FEES ? "fees" : "unstated";
    return word_of_code(words_sector, sector)->english;
}

static bool is_nothing(struct cell cell)
{
    return cell_is_known(cell) && cell.amount == 0;
}

void sectors_contents(struct doc *doc, const struct plan *plan)
{
    const struct doc_column columns[] = { { tr(N_("In cash")), 2, false },
                                          { tr(N_("In kind")), 2, false },
                                          { tr(N_("Total")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Financing by sector")), "", columns, 3);
    for (int sector = SECTOR_FEES; sector <= SECTOR_ASSOCIATION; sector++) {
        const struct by_sector sums = sector_sums(plan, sector);
        if (is_nothing(sums.cash) && is_nothing(sums.in_kind))
            continue;
        const char *id = sector_id(sector);
        struct doc_row *row = doc_row(doc, table, sector_title(doc, sector), 1);
        row->cells[0] = cell_plan(sums.cash, arena_text(doc->arena, "total.sectors.%s.cash", id));
        row->cells[1] = cell_plan(sums.in_kind, arena_text(doc->arena, "total.sectors.%s.in_kind", id));
        row->cells[2] = cell_plan(cell_plus(plan->arena, sums.cash, sums.in_kind),
                                  arena_text(doc->arena, "total.sectors.%s.total", id));
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
        bool is_own = row->funder && row->funder->own.value.number;
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

#include <medfin/figures/figure_rows.h>

#include <assert.h>
#include <string.h>

#include <medfin/figures/figure.h>
#include <medfin/model/payer.h>
#include <medfin/plan/fee_nodes.h>
#include <medfin/plan/membership.h>
#include <medfin/plan/repaid.h>
#include <medfin/plan/reserve.h>
#include <medfin/plan/tally.h>

#include "cash_figures.h"

static bool keeps_reserve(const struct project *project)
{
    return project->keeps_reserve;
}

static bool has_equity(const struct project *project)
{
    return project->keeps_reserve || fact_is_stated(project->opening_equity);
}

static bool has_posts(const struct project *project)
{
    return project->of[SECTION_STAFF].count > 0;
}

static bool is_member(const struct project *project)
{
    return project_membership(project) != NULL;
}

static bool has_fees(const struct project *project)
{
    return project->of[SECTION_TARIFF].count > 0;
}

/* A member's decision may have no plan of its own. */
static bool has_lines(const struct project *project)
{
    return project->costs.count || project->of[SECTION_FUNDER].count || !is_member(project);
}

/* Sums of rows. */

static node make_side(const struct plan *plan, const struct figure *figure, int side, const char *label,
                      struct months over)
{
    struct selection of = figure_rows_of(figure);
    of.side = side;
    return rows_over(plan, selection_test, &of, label, over.first, over.last);
}

static node make_gap(const struct plan *plan, const struct figure *figure, struct months over)
{
    return less_node(plan, N_("financing minus cost"), make_side(plan, figure, FINANCING_SIDE, N_("financing"), over),
                     make_side(plan, figure, COST_SIDE, N_("cost"), over));
}

/* Equity and reserve. */

static node make_equity(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    return equity_node(plan, over.last);
}

static node make_free_equity(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    return reserve_at(plan, over.last)->free_equity;
}

/* Free equity less what the reading that decides requires, in the last month. */
static node make_reserve(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    const struct reserve_state *reserve = reserve_at(plan, over.last);
    return less_node(plan, N_("reserve margin at the end"), reserve->free_equity,
                     reserve->required[plan->project->reserve->basis->value.number]);
}

static node make_owed_back(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)over;
    const struct funder *funder = figure->subject ? payer_funder(figure->subject) : NULL;
    return funder ? funder_owed_node(plan, funder) : figure->subject ? 0 : owed_back_node(plan);
}

static node make_owed_together(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    return owed_together_node(plan);
}

/* Posts. */

static const share hundredth = SHARE_ONE / 100;

/* Rounded while it is the months' sum, so that it is rounded once. */
static node make_full_time(const struct plan *plan, const struct figure *figure, struct months over)
{
    int64_t months = months_between(over.first, over.last);
    node shares = shares_node(plan, (const struct staff *)figure->subject, over.first, over.last);
    if (!shares)
        return 0;
    node hundredths = graph_of(plan->graph, OP_NEAREST, KIND_SHARE, N_("to whole hundredths"), shares,
                               graph_number(plan->graph, months * hundredth, KIND_SHARE, N_("a hundredth of a post")));
    return graph_of(plan->graph, OP_PRODUCT, KIND_DECIMAL, N_("full-time equivalents"), hundredths,
                    against(count_number(plan, months, N_("months"))));
}

/* The share in the last month of the post. */
static node make_share(const struct plan *plan, const struct figure *figure, struct months over)
{
    const struct staff *staff = (const struct staff *)figure->subject;
    month last = month_earlier(over.last, line_last(plan->project, &staff->line));
    return last < over.first ? 0 : shares_node(plan, staff, last, last);
}

/* A member's side of a network: of the calendar years that the months touch, each whole. */

static node over_years(const struct plan *plan, struct months over, const char *label, size_t part)
{
    const struct years years = years_of(over);
    node sum = 0;
    for (int year = years.first; is_member(plan->project) && year <= years.last; year++) {
        const struct membership_year of = membership_in(plan, year);
        sum = graph_of(plan->graph, OP_SUM, KIND_MONEY, label, sum, *(const node *)((const char *)&of + part));
    }
    return sum;
}

#define OF_MEMBERSHIP(name, label, field)                                                                              \
    static node name(const struct plan *plan, const struct figure *figure, struct months over)                         \
    {                                                                                                                  \
        (void)figure;                                                                                                  \
        return over_years(plan, over, label, offsetof(struct membership_year, field));                                 \
    }
OF_MEMBERSHIP(make_effort, N_("own effort"), effort)
OF_MEMBERSHIP(make_effort_fee, N_("fee"), fee)
OF_MEMBERSHIP(make_own_travel, N_("own travel"), own_travel)
OF_MEMBERSHIP(make_own_work, N_("own hours"), own_work)
OF_MEMBERSHIP(make_benefit, N_("benefit"), benefit)
OF_MEMBERSHIP(make_work_saved, N_("hours saved"), work_saved)
OF_MEMBERSHIP(make_avoided, N_("avoided purchases"), avoided)
OF_MEMBERSHIP(make_net_benefit, N_("benefit minus effort"), net)

/* A payment's parts. */

#define OF_PAYMENT(name, field)                                                                                        \
    static node name(const struct plan *plan, const struct figure *figure, struct months over)                         \
    {                                                                                                                  \
        (void)over;                                                                                                    \
        return payment_of(plan, figure)->field;                                                                        \
    }
OF_PAYMENT(make_claimed, claimed)
OF_PAYMENT(make_refused, refused)
OF_PAYMENT(make_held_back, held_back)
OF_PAYMENT(make_released, released)
OF_PAYMENT(make_set_off, set_off)
OF_PAYMENT(make_set_off_to_date, set_off_to_date)
OF_PAYMENT(make_amount, amount)

/* A network's fees, of the same years. */

static node fees_in(const struct plan *plan, const struct figure *figure, const struct tariff *tariff, int year,
                    bool only_equal)
{
    const fee_list *fees = tariff_fees_in(plan, tariff, year);
    const struct member *member = figure->number ? tariff->members[figure->number - 1] : NULL;
    operand *parts = arena_take(plan->arena, (size_t)fees->count + 1, sizeof *parts);
    int count = 0;
    for (int i = 0; i < fees->count; i++) {
        const struct fee *fee = &fees->items[i];
        bool is_asked = only_equal ? !fee->member : !member || fee->member == member;
        if (is_asked && fee->all)
            parts[count++] = fee->all;
    }
    return sum_node(plan, N_("fees of the year"), parts, count);
}

static node fees_over(const struct plan *plan, const struct figure *figure, struct months over, bool only_equal)
{
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    const struct years years = years_of(over);
    LIST(operand) parts = { 0 };
    for (int i = 0; i < tariffs->count; i++)
        for (int year = years.first; year <= years.last; year++) {
            const struct section *tariff = tariffs->items[i];
            bool is_asked = !figure->subject || figure->subject == tariff;
            node of = is_asked ? fees_in(plan, figure, (const struct tariff *)tariff, year, only_equal) : 0;
            if (of)
                *list_add(&parts, plan->arena) = while_granted(plan, tariff, of);
        }
    return sum_node(plan, N_("fees"), parts.items, parts.count);
}

static node make_fees(const struct plan *plan, const struct figure *figure, struct months over)
{
    return fees_over(plan, figure, over, false);
}

static node make_equal_fees(const struct plan *plan, const struct figure *figure, struct months over)
{
    return fees_over(plan, figure, over, true);
}

/* What money is a percent of, and where it comes from. */

static node make_basis(const struct plan *plan, enum share_basis basis)
{
    const struct counted_basis of = { basis, NULL };
    return rows_over(plan, basis_takes, &of, N_("what a percent is a percent of"), plan->first, plan_last(plan));
}

static node make_part_of(const struct plan *plan, const struct figure *figure, enum share_basis basis)
{
    const struct figure paid = { .row = figure_row("financing.by_funder.*"),
                                 .subject = figure->subject,
                                 .form = FORM_CASH };
    return quotient_node(plan, KIND_SHARE, N_("a part of the whole"),
                         make_side(plan, &paid, FINANCING_SIDE, N_("financing"), plan_months(plan)),
                         make_basis(plan, basis));
}

#define OF_BASIS(part_name, whole_name, basis)                                                                         \
    static node part_name(const struct plan *plan, const struct figure *figure, struct months over)                    \
    {                                                                                                                  \
        (void)over;                                                                                                    \
        return make_part_of(plan, figure, basis);                                                                      \
    }                                                                                                                  \
    static node whole_name(const struct plan *plan, const struct figure *figure, struct months over)                   \
    {                                                                                                                  \
        (void)figure;                                                                                                  \
        (void)over;                                                                                                    \
        return make_basis(plan, basis);                                                                                \
    }
OF_BASIS(make_of_eligible, make_eligible, BASIS_ALL)
OF_BASIS(make_of_booked, make_booked, BASIS_CASH)
OF_BASIS(make_of_financing, make_all_financing, BASIS_FINANCING)
OF_BASIS(make_of_public, make_public, BASIS_PUBLIC)

static bool is_of_sector(const void *context, const struct row *row)
{
    const struct figure *figure = context;
    bool is_in_form = figure->form == FORM_TOTAL || row->in_kind == (figure->form == FORM_IN_KIND);
    return row->side == SIDE_FINANCING && is_in_form && row_sector(row) == figure->number;
}

static node make_sector(const struct plan *plan, const struct figure *figure, struct months over)
{
    return rows_over(plan, is_of_sector, figure, N_("financing"), over.first, over.last);
}

/* The owner's own money, others' money, and work in kind of anybody. */
static bool is_own_money(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && row->funder->own->value.number;
}

static bool is_others_money(const void *none, const struct row *row)
{
    return row->side == SIDE_FINANCING && !row->in_kind && !is_own_money(none, row);
}

static bool is_all_in_kind(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_FINANCING && row->in_kind;
}

static node make_own_money(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    return rows_over(plan, is_own_money, NULL, N_("the owner's own money"), over.first, over.last);
}

static node make_leverage(const struct plan *plan, const char *label, row_test *test)
{
    month first = plan->first, last = plan_last(plan);
    return quotient_node(plan, KIND_DECIMAL, label, rows_over(plan, test, NULL, N_("financing"), first, last),
                         make_own_money(plan, NULL, plan_months(plan)));
}

static node make_leverage_of_money(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    return make_leverage(plan, N_("others' money for each krona of the owner's"), is_others_money);
}

static node make_leverage_in_kind(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    return make_leverage(plan, N_("in kind for each krona of the owner's"), is_all_in_kind);
}

/* clang-format off */
const struct figure_row figure_rows[] = {
    { "cost", "kostnad", N_("cost"), KIND_MONEY, COST_SIDE, NULL, .is_whole = true, .has_forms = true, .adds_up = true,
      .applies = has_lines, .is_compared = true, .is_split = true, .part_of = "gap", .against = true },
    { "financing", "finansiering", N_("financing"), KIND_MONEY, FINANCING_SIDE, NULL, .is_whole = true, .has_forms = true,
      .adds_up = true, .applies = has_lines, .is_compared = true, .is_split = true, .part_of = "gap" },
    { "gap", "resultat", N_("financing minus cost"), KIND_MONEY, 0, make_gap, .adds_up = true, .applies = has_lines,
      .is_compared = true, .is_split = true },
    { "fte", "årsarbetskrafter", N_("full-time equivalents"), KIND_DECIMAL, 0, make_full_time, .is_of_calendar = true, .applies = has_posts,
      .is_compared = true },
    { "equity", "eget_kapital", N_("equity at the end"), KIND_MONEY, 0, make_equity, .applies = has_equity,
      .is_compared = true },
    { "reserve", "reserv", N_("reserve margin at the end"), KIND_MONEY, 0, make_reserve, .applies = keeps_reserve,
      .is_compared = true },
    { "lowest_cash", "lägsta_kassa", N_("lowest cash"), KIND_MONEY, 0, make_lowest_cash, .goes_beyond = true,
      .applies = has_lines, .is_compared = true, .is_split = true },
    { "effort", "insats", N_("own effort"), KIND_MONEY, 0, make_effort, .is_whole = true, .only_years = true,
      .adds_up = true, .applies = is_member, .is_compared = true, .is_split = true, .part_of = "net_benefit",
      .against = true },
    { "benefit", "nytta", N_("benefit"), KIND_MONEY, 0, make_benefit, .is_whole = true, .only_years = true,
      .adds_up = true, .applies = is_member, .is_compared = true, .is_split = true, .part_of = "net_benefit" },
    { "net_benefit", "nettonytta", N_("benefit minus effort"), KIND_MONEY, 0, make_net_benefit, .only_years = true,
      .adds_up = true, .applies = is_member, .is_compared = true, .is_split = true },

    { "cost.by_category.*", "kostnad.per_kostnadsslag.*", N_("cost"), KIND_MONEY, COST_SIDE, NULL, .of = OF_CATEGORY, .is_whole = true,
      .has_forms = true, .adds_up = true },
    { "cost.by_line.*", "kostnad.per_rad.*", N_("cost"), KIND_MONEY, COST_SIDE, NULL, .of = OF_LINE, .is_whole = true,
      .has_forms = true, .adds_up = true },
    { "financing.by_funder.*", "finansiering.per_finansiär.*", N_("financing"), KIND_MONEY, FINANCING_SIDE, NULL, .of = OF_PAYER,
      .is_whole = true, .has_forms = true, .adds_up = true },
    { "staff.*.share", "personal.*.andel", N_("share of full time at the end"), KIND_SHARE, 0, make_share, .of = OF_POST },
    { "staff.*.fte", "personal.*.årsarbetskrafter", N_("full-time equivalents"), KIND_DECIMAL, 0, make_full_time, .is_of_calendar = true, .of = OF_POST },
    { "free_equity", "fritt_eget_kapital", N_("free equity at the end"), KIND_MONEY, 0, make_free_equity,
      .applies = has_equity },
    { "cash", "kassa", N_("cash at the end"), KIND_MONEY, 0, make_cash, .goes_beyond = true, .applies = has_lines },
    { "received", "inbetalt", N_("received"), KIND_MONEY, 0, make_received, .goes_beyond = true, .adds_up = true,
      .applies = has_lines },
    { "paid_out", "utbetalt", N_("paid out"), KIND_MONEY, 0, make_paid_out, .goes_beyond = true, .adds_up = true,
      .applies = has_lines },
    { "opening_cash", "ingående_kassa", N_("cash before the first month"), KIND_MONEY, 0, make_opening_cash,
      .only_total = true },
    { "prefinanced", "förskotterat", N_("pre-financed at most"), KIND_MONEY, 0, make_prefinanced, .only_total = true },
    { "not_financed", "ej_finansierat", N_("pre-financed, of which no funder pays"), KIND_MONEY, 0, make_not_financed,
      .only_total = true },
    { "receivable", "fordran", N_("receivable from funders at the project's end"), KIND_MONEY, 0, make_receivable,
      .is_whole = true, .only_total = true },
    { "receivable.by_funder.*", "fordran.per_finansiär.*", N_("owed at the project's end"), KIND_MONEY, 0, make_receivable,
      .of = OF_PAYER, .only_total = true },
    { "owed_back", "att_betala_tillbaka", N_("to be paid back"), KIND_MONEY, 0, make_owed_back, .is_whole = true,
      .only_total = true, .applies = has_lines },
    { "owed_back.by_funder.*", "att_betala_tillbaka.per_finansiär.*", N_("to be paid back"), KIND_MONEY, 0,
      make_owed_back, .of = OF_PAYER, .only_total = true },
    { "owed_back.together", "att_betala_tillbaka.tillsammans", N_("to be paid back of what counts of each"),
      KIND_MONEY, 0, make_owed_together, .only_total = true },
    { "payments.*.#.claimed", "betalningar.*.#.rekvirerat", N_("claimed"), KIND_MONEY, 0, make_claimed, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.refused", "betalningar.*.#.ej_godkänt", N_("not approved"), KIND_MONEY, 0, make_refused, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.held_back", "betalningar.*.#.innehållet", N_("held back"), KIND_MONEY, 0, make_held_back, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.released", "betalningar.*.#.frigjort", N_("released"), KIND_MONEY, 0, make_released, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.set_off", "betalningar.*.#.avräknat", N_("set off"), KIND_MONEY, 0, make_set_off, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.set_off_to_date", "betalningar.*.#.avräknat_hittills", N_("set off to date"), KIND_MONEY, 0,
      make_set_off_to_date, .of = OF_PAYER, .number = NUMBER_PAYMENT, .only_total = true },
    { "payments.*.#.amount", "betalningar.*.#.belopp", N_("amount paid"), KIND_MONEY, 0, make_amount, .of = OF_PAYER,
      .number = NUMBER_PAYMENT, .only_total = true },
    { "effort.fee", "insats.avgift", N_("fee"), KIND_MONEY, 0, make_effort_fee, .only_years = true, .adds_up = true,
      .applies = is_member },
    { "effort.own_travel", "insats.egna_resor", N_("own travel"), KIND_MONEY, 0, make_own_travel, .only_years = true,
      .adds_up = true, .applies = is_member },
    { "effort.own_work", "insats.eget_arbete", N_("own hours"), KIND_MONEY, 0, make_own_work, .only_years = true,
      .adds_up = true, .applies = is_member },
    { "benefit.work_saved", "nytta.sparat_arbete", N_("hours saved"), KIND_MONEY, 0, make_work_saved, .only_years = true,
      .adds_up = true, .applies = is_member },
    { "benefit.avoided", "nytta.undvikna_köp", N_("avoided purchases"), KIND_MONEY, 0, make_avoided, .only_years = true,
      .adds_up = true, .applies = is_member },
    { "fees", "avgifter", N_("fees"), KIND_MONEY, 0, make_fees, .is_whole = true, .only_years = true, .adds_up = true,
      .applies = has_fees },
    { "fees.by_tariff.*", "avgifter.per_taxa.*", N_("fees"), KIND_MONEY, 0, make_fees, .of = OF_TARIFF, .is_whole = true,
      .only_years = true, .adds_up = true },
    { "fees.by_tariff.*.equal", "avgifter.per_taxa.*.lika", N_("fees of equal members"), KIND_MONEY, 0, make_equal_fees,
      .of = OF_TARIFF, .only_years = true, .adds_up = true },
    { "fees.by_tariff.*.by_member.#", "avgifter.per_taxa.*.per_medlem.#", N_("fees"), KIND_MONEY, 0, make_fees, .of = OF_TARIFF,
      .number = NUMBER_MEMBER, .is_whole = true, .only_years = true, .adds_up = true },
    { "funders.*.of_eligible_cost", "finansiärer.*.av_stödberättigande_kostnad", N_("of eligible cost"), KIND_SHARE, 0,
      make_of_eligible, .of = OF_PAYER, .only_total = true, .whole = make_eligible },
    { "funders.*.of_booked_cost", "finansiärer.*.av_bokförd_kostnad", N_("of eligible cash cost"), KIND_SHARE, 0,
      make_of_booked, .of = OF_PAYER, .only_total = true, .whole = make_booked },
    { "funders.*.of_financing", "finansiärer.*.av_finansiering", N_("of all financing"), KIND_SHARE, 0,
      make_of_financing, .of = OF_PAYER, .only_total = true, .whole = make_all_financing },
    { "funders.*.of_public_financing", "finansiärer.*.av_offentlig_finansiering", N_("of public financing"),
      KIND_SHARE, 0, make_of_public, .of = OF_PAYER, .only_total = true, .whole = make_public },
    { "denominators.of_eligible_cost", "nämnare.av_stödberättigande_kostnad", N_("eligible cost"), KIND_MONEY, 0,
      make_eligible, .only_total = true },
    { "denominators.of_booked_cost", "nämnare.av_bokförd_kostnad", N_("eligible cash cost"), KIND_MONEY, 0, make_booked,
      .only_total = true },
    { "denominators.of_financing", "nämnare.av_finansiering", N_("all financing"), KIND_MONEY, 0, make_all_financing,
      .only_total = true },
    { "denominators.of_public_financing", "nämnare.av_offentlig_finansiering", N_("public financing"), KIND_MONEY, 0,
      make_public, .only_total = true },
    { "sectors.*", "sektorer.*", N_("financing"), KIND_MONEY, 0, make_sector, .of = OF_SECTOR, .is_whole = true,
      .has_forms = true, .adds_up = true },
    { "leverage.money", "uppväxling.pengar", N_("others' money for each krona of the owner's"), KIND_DECIMAL, 0,
      make_leverage_of_money, .only_total = true, .whole = make_own_money },
    { "leverage.in_kind", "uppväxling.annat_än_pengar", N_("in kind for each krona of the owner's"), KIND_DECIMAL, 0,
      make_leverage_in_kind, .only_total = true, .whole = make_own_money },
};
/* clang-format on */

const int figure_row_count = sizeof figure_rows / sizeof *figure_rows;

const struct figure_row *figure_row(const char *path)
{
    const struct figure_row *row = figure_rows;
    while (strcmp(row->path, path) != 0) {
        row++;
        assert(row < figure_rows + figure_row_count);
    }
    return row;
}

bool figure_applies(const struct figure_row *row, const struct project *project)
{
    return !row->applies || row->applies(project);
}

bool figure_exists(const struct figure_row *row, const struct project *project)
{
    bool is_everywhere = row->applies == has_lines || row->applies == has_equity;
    return is_everywhere || figure_applies(row, project);
}

/* Cash month by month, every claim, and what the owner has to pre-finance. */

#include <medfin/contents/liquidity.h>

#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/check.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/figures/figure_path.h>
#include <medfin/model/actuals.h>
#include <medfin/model/funder.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>
#include <medfin/rules/rules.h>

static month lowest_month(const struct plan *plan)
{
    const struct figure cash = { .row = figure_row("lowest_cash") };
    return lowest_cash_month(plan, &cash);
}

/* Cash of one month, or what came or went in it. */
static struct doc_cell of_month(struct doc *doc, const struct plan *plan, const char *path, month at)
{
    const struct figure figure = { .row = figure_row(path), .time = TIME_MONTH, .first = at };
    return cell_figure(doc, plan, &figure, figure_path(doc->arena, &figure));
}

/* The balance before the first month, then a month a row. */
static void add_chart(struct doc *doc, const struct cash *cash)
{
    struct doc_chart *chart = doc_chart(doc, CHART_LINES, tr(N_("Cash at the end of each month")), cash->count + 1);
    struct chart_series *balance = chart_series(doc, chart, tr(N_("Cash")));
    chart->categories[0] = tr(N_("Before"));
    balance->values[0] = (struct chart_value){ cash->opening.amount, !cell_is_known(cash->opening) };
    for (int i = 0; i < cash->count; i++) {
        chart->categories[i + 1] = month_text(doc->arena, cash->plan->first + i);
        const struct doc_cell cell = of_month(doc, cash->plan, "cash", cash->plan->first + i);
        balance->values[i + 1] = chart_value_of(doc, &cell);
    }
    chart->by_row = true;
    month lowest = lowest_month(cash->plan);
    if (lowest < 0)
        return;
    const struct doc_cell least = of_month(doc, cash->plan, "cash", lowest);
    const char *mark = arena_text(doc->arena, tr(N_("lowest: %s")), amount_shown(doc, &least));
    chart->description = arena_text(doc->arena, "%s, %s", mark, month_text(doc->arena, lowest));
    chart_mark(doc, chart, 0, lowest - cash->plan->first + 1, mark);
}

static void add_months(struct doc *doc, const struct cash *cash)
{
    /* The balance goes on from that of the row above: what is shown has been made to add up so. */
    const struct doc_column columns[] = { { tr(N_("Paid out")), -1, false },
                                          { tr(N_("Received")), -1, false },
                                          { tr(N_("Cash")), -1, false } };
    struct doc_table *table = doc_chart_table(doc, tr(N_("Cash by month")), tr(N_("Month")), columns, 3);
    doc_row(doc, table, tr(N_("Before")), 0)->cells[2] = cell_plan(cash->opening, NULL);
    for (int i = 0; i < cash->count; i++) {
        month at = cash->plan->first + i;
        struct doc_row *row = doc_row(doc, table, month_text(doc->arena, at), 0);
        row->cells[0] = of_month(doc, cash->plan, "paid_out", at);
        row->cells[1] = of_month(doc, cash->plan, "received", at);
        row->cells[2] = of_month(doc, cash->plan, "cash", at);
    }
}

/* What stands in closed months is the ledger's, not what the terms would have had come. */
static void ledger_text(struct doc *doc, const struct plan *plan)
{
    const struct ledger_balances *balances = project_balances(plan->project);
    const struct dated *last = balances ? balance_upto(plan->project, &balances->cash, plan_last(plan)) : NULL;
    const month through = actuals_through(plan->project);
    if (!last && through >= plan->first)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(doc->arena,
                       tr(N_("Through %s what is paid out is what was booked; what funders pay comes by their terms, "
                             "whatever was booked of it. [balance] has cash as the ledger has it.")),
                       month_text(doc->arena, through)));
    if (last)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("Through %s cash is the ledger's; what is paid out is then all that went, less what "
                                  "came in besides the funders' payments. Debts and claims outside cash are settled in "
                                  "the month behind it.")),
                            month_text(doc->arena, last->at)));
}

static bool pays(const struct cash *cash, const struct section *payer)
{
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (payment->payer == payer && (!cell_is_known(payment->amount) || payment->amount.amount))
            return true;
    }
    return false;
}

/* Others whose way of payment nobody has said: the cash holds only if they pay at once. */
static void assumed_text(struct doc *doc, const struct cash *cash)
{
    const struct section_list *funders = &cash->plan->project->of[SECTION_FUNDER];
    struct text names = text_new(doc->arena);
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (!fact_is_stated(funder->paid) && !funder->own->value.number && pays(cash, &funder->section))
            text_addf(&names, "%s%s", names.size ? ", " : "", section_title(&funder->section));
    }
    if (names.size)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(doc->arena,
                       tr(N_("Nothing is stated of when the money is paid by %s: that of a month is counted as paid in "
                             "that month. Claims in arrears would leave less cash.")),
                       names.bytes));
}

/* Each payment of any kind, for programs. */
static void add_payment_values(struct doc *doc, const struct payment *payment)
{
    const struct {
        const char *name;
        struct cell figure;
    } figures[] = { { "claimed", payment->claimed },
                    { "held_back", payment->held_back },
                    { "released", payment->released },
                    { "set_off", payment->set_off },
                    { "amount", payment->amount } };
    const char *path =
        arena_text(doc->arena, "%s.%d", key_below(doc->arena, "total.payments", payer_id(doc->arena, payment->payer)),
                   payment->number);
    doc_value(doc, cell_month(payment->lodged, arena_text(doc->arena, "%s.lodged", path)));
    doc_value(doc, cell_month(payment->paid, arena_text(doc->arena, "%s.paid", path)));
    if (payment->is_stated)
        doc_value(doc, cell_plan(payment->refused, arena_text(doc->arena, "%s.refused", path)));
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        doc_value(doc, cell_plan(figures[i].figure, arena_text(doc->arena, "%s.%s", path, figures[i].name)));
    doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE,
                                      .of = KIND_STATUS,
                                      .number = payment->is_advance,
                                      .key = arena_text(doc->arena, "%s.is_advance", path) });
}

static bool is_claim(const struct payment *payment)
{
    return payment->is_advance || payment->is_claim;
}

/* The figures of a claim, which add up to what is paid: what is kept is less than nothing. */
enum part { CLAIMED, REFUSED, HELD_BACK, ADVANCE, AMOUNT, PARTS };

static struct cell part_of(const struct payment *payment, enum part part, struct arena *arena)
{
    switch (part) {
    case CLAIMED:
        return payment->claimed;
    case REFUSED:
        return cell_minus(arena, cell_known(0), payment->refused);
    case HELD_BACK:
        return cell_minus(arena, payment->released, payment->held_back);
    case ADVANCE:
        return payment->is_advance ? payment->amount : cell_minus(arena, cell_known(0), payment->set_off);
    default:
        return payment->amount;
    }
}

/* A column that would hold nothing is left out; what is paid never is. */
static bool is_used(const struct cash *cash, enum part part, struct arena *arena)
{
    bool used = false;
    for (int i = 0; i < cash->payments.count; i++) {
        struct cell figure = part_of(&cash->payments.items[i], part, arena);
        used = used || (is_claim(&cash->payments.items[i]) && (!cell_is_known(figure) || figure.amount));
    }
    return used || part == AMOUNT;
}

static struct doc_cell amount_cell(struct doc *doc, const struct plan *plan, const struct payment *payment)
{
    const struct figure figure = { .row = figure_row("payments.*.#.amount"),
                                   .subject = payment->payer,
                                   .number = payment->number };
    return cell_figure(doc, plan, &figure, NULL);
}

static void add_claim(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct payment *payment,
                      const enum part *parts)
{
    const char *title = payer_title(doc, payment->payer);
    struct doc_row *row = doc_row(
        doc, table, payment->is_advance ? arena_text(doc->arena, "%s, %s", title, tr(N_("advance"))) : title, 0);
    row->cells[0] = cell_month(payment->lodged, NULL);
    row->cells[1] = cell_month(payment->paid, NULL);
    for (int i = 2; i < table->column_count; i++)
        row->cells[i] = parts[i - 2] == AMOUNT ? amount_cell(doc, plan, payment)
                                               : cell_plan(part_of(payment, parts[i - 2], doc->arena), NULL);
}

static void add_claims(struct doc *doc, const struct cash *cash)
{
    const char *titles[PARTS] = { tr(N_("Claimed")), tr(N_("Not approved")), tr(N_("Held back")), tr(N_("Advance")),
                                  tr(N_("Amount paid")) };
    struct doc_column columns[2 + PARTS] = { { tr(N_("Lodged")), -1, false }, { tr(N_("Paid")), -1, false } };
    enum part parts[PARTS];
    int count = 2, claims = 0;
    for (int part = CLAIMED; part < PARTS; part++)
        if (is_used(cash, (enum part)part, doc->arena)) {
            parts[count - 2] = (enum part)part;
            columns[count++] = (struct doc_column){ titles[part], -1, true };
        }
    for (int i = 2; i + 1 < count; i++)
        columns[i].part_of = count - 1;
    for (int i = 0; i < cash->payments.count; i++)
        claims += is_claim(&cash->payments.items[i]);
    if (!claims)
        return;
    struct doc_table *table = doc_table(doc, tr(N_("Claims and advances")), tr(N_("Funder")), columns, count);
    table->labels_wrap = true;
    for (int i = 0; i < cash->payments.count; i++)
        if (is_claim(&cash->payments.items[i]))
            add_claim(doc, table, cash->plan, &cash->payments.items[i], parts);
}

/* One of the plan's figures in all. */
static struct doc_cell in_all(struct doc *doc, const struct plan *plan, const struct figure *figure)
{
    return cell_figure(doc, plan, figure, figure_path(doc->arena, figure));
}

static struct doc_row *add_figure(struct doc *doc, struct doc_table *table, const struct plan *plan, const char *path,
                                  const char *label)
{
    const struct figure figure = { .row = figure_row(path) };
    struct doc_row *row = doc_row(doc, table, tr(label ? label : figure.row->label), label ? 1 : 0);
    row->cells[0] = in_all(doc, plan, &figure);
    return row;
}

/* What each funder owes when the project ends, where there are several. */
static void add_receivables(struct doc *doc, struct doc_table *table, const struct plan *plan)
{
    const struct section_list *payers = &plan->project->payers;
    for (int i = 0; i < payers->count; i++) {
        const struct figure owed = { .row = figure_row("receivable.by_funder.*"), .subject = payers->items[i] };
        const struct doc_cell cell = in_all(doc, plan, &owed);
        if (cell.unknown || cell.number)
            doc_row(doc, table, payer_title(doc, payers->items[i]), 1)->cells[0] = cell;
    }
}

static void add_lowest(struct doc *doc, struct doc_table *table, const struct plan *plan)
{
    const struct figure lost = { .row = figure_row("not_financed") };
    struct doc_cell when = cell_month(lowest_month(plan), "total.lowest_cash_month");
    when.unknown = when.number < 0;
    struct doc_row *row = add_figure(doc, table, plan, "lowest_cash", NULL);
    if (when.unknown)
        doc_value(doc, when);
    else
        row->cells[1] = when;
    row = add_figure(doc, table, plan, "prefinanced", NULL);
    if (!when.unknown && row->cells[0].number)
        row->cells[1] = cell_month((month)when.number, NULL);
    const struct doc_cell not_financed = in_all(doc, plan, &lost);
    if (!not_financed.unknown && not_financed.number)
        add_figure(doc, table, plan, "not_financed", N_("of which no funder pays"));
}

static void add_in_short(struct doc *doc, const struct cash *cash)
{
    const struct plan *plan = cash->plan;
    const struct doc_column columns[] = { { "", -1, false }, { tr(N_("Month")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("In short")), "", columns, 2);
    table->labels_wrap = true;
    add_figure(doc, table, plan, "opening_cash", NULL);
    add_lowest(doc, table, plan);
    add_figure(doc, table, plan, "receivable", NULL)->cells[1] = cell_month(plan_last(plan), NULL);
    add_receivables(doc, table, plan);
    const struct figure closing = { .row = figure_row("cash") };
    struct doc_row *row = doc_row(doc, table, tr(N_("cash when all is paid")), 0);
    row->cells[0] = in_all(doc, plan, &closing);
    row->cells[1] = cell_month(plan->first + cash->count - 1, "total.cash_month");
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("Pre-financed is what has been paid out above what all funders have paid in, the owner's own "
                   "money included.")));
}

static const char *margin_shown(struct doc *doc, struct doc_cell margin)
{
    return margin.exact ? money_text(doc->arena, margin.number, doc->language) : amount_shown(doc, &margin);
}

/* What the rule says, in a line. */
static void add_verdict(struct doc *doc, const struct plan *plan)
{
    static const char id[] = "liquidity";
    const struct rule *rule = rule_named(id, sizeof id - 1);
    finding_list findings = { 0 };
    rule_run(plan, rule, &findings, doc->arena);
    const struct finding *finding = &findings.items[0];
    const struct doc_cell verdict = cell_verdict(finding->verdict, NULL);
    finding_values(doc, finding, rule_path(doc->arena, rule, NULL));
    const char *says = arena_text(doc->arena, "%s: %s.", tr(rule->title), verdict.text);
    struct doc_cell margin = finding->has_margin ? cell_margin(doc, plan, finding, NULL) : (struct doc_cell){ 0 };
    if (finding->has_margin && margin.number < 0) {
        margin.number = -margin.number;
        margin.whole = -margin.whole;
        says = arena_text(doc->arena, tr(N_("Cash does not suffice: %s is missing (%s).")), margin_shown(doc, margin),
                          month_text(doc->arena, finding->at));
    } else if (finding->has_margin) {
        says = arena_text(doc->arena, tr(N_("Cash suffices: %s to spare (%s).")), margin_shown(doc, margin),
                          month_text(doc->arena, finding->at));
    }
    doc_text(doc, (enum doc_tone)verdict.number, says);
    if (finding->because)
        doc_text(doc, TONE_NEUTRAL, tr(finding->because));
    if (finding->needs)
        unknowns_contents(doc, plan->project);
}

void liquidity_contents(struct doc *doc, const struct plan *plan)
{
    const struct cash *cash = cash_build(plan, doc->arena);
    title_contents(doc, plan->project, tr(N_("Liquidity")));
    add_verdict(doc, plan);
    add_in_short(doc, cash);
    add_chart(doc, cash);
    add_months(doc, cash);
    ledger_text(doc, plan);
    add_claims(doc, cash);
    assumed_text(doc, cash);
    if (!doc->depth)
        tables_contents(doc, plan->project);
    for (int i = 0; i < cash->payments.count; i++)
        add_payment_values(doc, &cash->payments.items[i]);
}

/* Cash month by month, every claim, and what the owner has to pre-finance. */

#include "budget.h"

#include <medfin/base/text.h>
#include <medfin/plan/cash.h>

static void add_chart(struct doc *doc, const struct cash *cash)
{
    struct doc_chart *chart =
        doc_chart(doc, CHART_LINES, tr(N_("Cash at the end of each month")), cash->count);
    struct chart_series *balance = chart_series(doc, chart, tr(N_("Cash")));
    for (int i = 0; i < cash->count; i++) {
        chart->categories[i] = month_text(doc->arena, cash->plan->first + i);
        balance->values[i] =
            (struct chart_value){ cash->balance[i].amount, !cell_is_known(cash->balance[i]) };
    }
    chart->by_row = true;
    month lowest = cash_lowest(cash);
    if (lowest < 0)
        return;
    const char *mark = arena_text(doc->arena, tr(N_("lowest: %s")),
                                  money_text(doc->arena, cash_at(cash, lowest).amount, doc->language));
    chart->description = arena_text(doc->arena, "%s, %s", mark, month_text(doc->arena, lowest));
    chart_mark(doc, chart, 0, lowest - cash->plan->first, mark);
}

static void add_months(struct doc *doc, const struct cash *cash)
{
    const struct doc_column columns[] = { { tr(N_("Paid out")), -1, false },
                                          { tr(N_("Received")), -1, false },
                                          { tr(N_("Cash")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Cash by month")), tr(N_("Month")), columns, 3);
    for (int i = 0; i < cash->count; i++) {
        const char *name = month_text(doc->arena, cash->plan->first + i);
        struct doc_row *row = doc_row(doc, table, name, 0);
        const char *path = arena_text(doc->arena, "months.%s", name);
        row->cells[0] = cell_plan(cash->paid_out[i], arena_text(doc->arena, "%s.paid_out", path));
        row->cells[1] = cell_plan(cash->received[i], arena_text(doc->arena, "%s.received", path));
        row->cells[2] = cell_plan(cash->balance[i], arena_text(doc->arena, "%s.cash", path));
    }
}

static void add_payment_values(struct doc *doc, const struct payment *payment, int number)
{
    const char *path = arena_text(doc->arena, "payments[%d]", number);
    doc_value(doc, cell_text(payment->funder->section.id, arena_text(doc->arena, "%s.funder", path)));
    doc_value(doc, cell_month(payment->lodged, arena_text(doc->arena, "%s.lodged", path)));
    doc_value(doc, cell_month(payment->paid, arena_text(doc->arena, "%s.paid", path)));
    doc_value(doc, cell_plan(payment->claimed, arena_text(doc->arena, "%s.claimed", path)));
    doc_value(doc, cell_plan(payment->held_back, arena_text(doc->arena, "%s.held_back", path)));
    doc_value(doc, cell_plan(payment->set_off, arena_text(doc->arena, "%s.set_off", path)));
    doc_value(doc, cell_plan(payment->amount, arena_text(doc->arena, "%s.amount", path)));
}

static bool is_claim(const struct payment *payment)
{
    return payment->is_advance || payment->funder->paid.value.number == PAID_CLAIMS;
}

static void add_claims(struct doc *doc, const struct cash *cash)
{
    int claims = 0;
    for (int i = 0; i < cash->payments.count; i++) {
        add_payment_values(doc, &cash->payments.items[i], i);
        claims += is_claim(&cash->payments.items[i]);
    }
    if (!claims)
        return;
    const struct doc_column columns[] = {
        { tr(N_("Lodged")), -1, false },    { tr(N_("Claimed")), -1, false },
        { tr(N_("Held back")), -1, false }, { tr(N_("Set off")), -1, false },
        { tr(N_("Paid")), -1, false },      { tr(N_("Amount")), -1, false }
    };
    struct doc_table *table = doc_table(doc, tr(N_("Claims and advances")), tr(N_("Funder")), columns, 6);
    table->labels_wrap = true;
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (!is_claim(payment))
            continue;
        const char *title = section_title(&payment->funder->section);
        struct doc_row *row = doc_row(
            doc, table,
            payment->is_advance ? arena_text(doc->arena, "%s, %s", title, tr(N_("advance"))) : title, 0);
        row->cells[0] = cell_month(payment->lodged, NULL);
        row->cells[1] = cell_plan(payment->claimed, NULL);
        row->cells[2] = cell_plan(payment->held_back, NULL);
        row->cells[3] = cell_plan(payment->set_off, NULL);
        row->cells[4] = cell_month(payment->paid, NULL);
        row->cells[5] = cell_plan(payment->amount, NULL);
    }
}

static void add_summary(struct doc *doc, const struct cash *cash)
{
    month lowest = cash_lowest(cash);
    doc_value(doc, cell_plan(cash->opening, "opening"));
    doc_value(doc, cell_plan(cash->receivable, "receivable"));
    if (lowest < 0) {
        doc_text(doc, TONE_OPEN, tr(N_("The lowest cash is unknown: something that cash needs is unknown.")));
        unknowns_contents(doc, cash->plan->project);
        return;
    }
    struct cell least = cash_at(cash, lowest), need = cell_minus(cash->plan->arena, cash->opening, least);
    doc_value(doc, cell_plan(least, "lowest.cash"));
    doc_value(doc, cell_month(lowest, "lowest.month"));
    doc_text(doc, least.amount < 0 ? TONE_BAD : TONE_GOOD,
             arena_text(doc->arena, tr(N_("Lowest cash: %s, in %s.")),
                        money_text(doc->arena, least.amount, doc->language), month_text(doc->arena, lowest)));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena,
                        tr(N_("The owner pre-finances at most %s; at the project's end funders owe %s.")),
                        money_text(doc->arena, need.amount > 0 ? need.amount : 0, doc->language),
                        cell_is_known(cash->receivable)
                            ? money_text(doc->arena, cash->receivable.amount, doc->language)
                            : "?"));
}

void liquidity_contents(struct doc *doc, const struct plan *plan)
{
    const struct cash *cash = cash_build(plan, doc->arena);
    title_contents(doc, plan->project, tr(N_("Liquidity")));
    add_summary(doc, cash);
    add_chart(doc, cash);
    add_months(doc, cash);
    add_claims(doc, cash);
}

#include "identities.h"

#include <medfin/contents/cells.h>
#include <medfin/ledger/book.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>

/* One of them: what is held against what. */
struct identity {
    const char *id, *says; /* marked for translation */
    struct cell left, right;
};

static struct cell sum_of(const struct follow *follow, const followed_list *all, bool of_budget, struct months over)
{
    struct cell sum = { 0 };
    for (int i = 0; i < all->count; i++)
        sum = cell_plus(follow->arena, sum,
                        of_budget ? budget_sum(follow, &all->items[i], over)
                                  : forecast_sum(follow, &all->items[i], over));
    return sum;
}

/* What every row of the cost comes to, month by month. */
static struct cell months_of(const struct follow *follow, month first, month last)
{
    const struct followed cost = followed_side(SIDE_COST);
    struct cell sum = { 0 };
    for (month at = first; at <= last; at++)
        sum = cell_plus(follow->arena, sum, forecast_sum(follow, &cost, (struct months){ at, at }));
    return sum;
}

/* Lodged to date and not yet lodged, of all funders that are paid on claims, and what they were drawn to date. */
static void claims_to_date(const struct follow *follow, struct identity *of)
{
    const struct cash *cash = cash_build(follow->forecast, follow->arena);
    struct arena *arena = follow->arena;
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payment->payer };
        if (!payment->is_claim || payment->is_stated)
            continue;
        month last = month_earlier(payment->last, follow->through);
        struct cell drawn = plan_sum(follow->forecast, &own, payment->first, last);
        of->right = cell_plus(arena, of->right, drawn);
        of->left = cell_plus(arena, of->left, payment->last <= follow->through ? payment->claimed : drawn);
    }
}

static struct cell ledger_sum(const struct follow *follow)
{
    const struct book *book = follow->forecast->project->book;
    money sum = 0;
    for (int l = 0; book && l < book->ledger_count; l++)
        for (int i = 0; i < book->ledgers[l]->posting_count; i++)
            sum += book->ledgers[l]->postings[i].amount;
    return cell_known(sum);
}

static bool are_whole(const struct follow *follow)
{
    const struct book *book = follow->forecast->project->book;
    for (int l = 0; book && l < book->ledger_count; l++)
        if (book->ledgers[l]->is_extract || !book->ledgers[l]->voucher_count)
            return false;
    return book && book->ledger_count;
}

void identities_table(struct doc *doc, const struct follow *follow)
{
    const followed_list lines = followed_all(follow, FOLLOW_LINE), categories = followed_all(follow, FOLLOW_CATEGORY);
    const struct followed cost = followed_side(SIDE_COST);
    const struct months whole = plan_months(follow->forecast);
    struct identity all[] = {
        { "categories", N_("categories of the budget = its cost"), sum_of(follow, &categories, true, whole),
          budget_sum(follow, &cost, whole) },
        { "categories_forecast", N_("categories of the forecast = its cost"), sum_of(follow, &categories, false, whole),
          forecast_sum(follow, &cost, whole) },
        { "outcome_and_left", N_("outcome + what is left = forecast"),
          cell_plus(follow->arena, months_of(follow, whole.first, follow->through),
                    months_of(follow, month_later(follow->through + 1, whole.first), whole.last)),
          forecast_sum(follow, &cost, whole) },
        { "claims", N_("claims + not yet claimed = drawn to date"), { 0 }, { 0 } },
        { "vouchers", N_("debit = credit of all vouchers"), ledger_sum(follow), { 0 } },
    };
    (void)lines;
    claims_to_date(follow, &all[3]);
    const struct doc_column columns[] = { { "", -1, false }, { "", -1, false }, { tr(N_("Verdict")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("What must add up")), "", columns, 3);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool is_it = all[i].left.amount == all[i].right.amount;
        if (&all[i] == &all[4] && !are_whole(follow))
            continue;
        struct doc_row *row = doc_row(doc, table, tr(all[i].says), 0);
        row->path = arena_text(doc->arena, "follow_up.identities.%s", all[i].id);
        row->cells[0] = cell_exact(all[i].left, "left");
        row->cells[1] = cell_exact(all[i].right, "right");
        row->cells[2] = cell_verdict(is_it ? VERDICT_PASS : VERDICT_FAIL, "holds");
    }
}

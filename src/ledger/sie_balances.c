#include "sie_balances.h"

#include <string.h>

#include <medfin/base/sort.h>

static struct place balance_place(const struct ledger_draft *draft, const struct balance *balance)
{
    const struct posting line = { .offset = balance->offset };
    return posting_place(&draft->ledger, &line);
}

static void tell(const struct ledger_draft *draft, const struct balance *balance, const char *label, money stated,
                 money rows)
{
    if (stated != rows)
        diag_add(draft->diags, DIAG_SIE_BALANCE, balance_place(draft, balance),
                 ARGS(arg_text(label), arg_text(draft->accounts.items[balance->account].id), arg_money(stated),
                      arg_money(rows)));
}

/* Of whole accounts: #UB is #IB and the rows, #RES the rows. */
static void check_years(const struct ledger_draft *draft, const balance_list *balances)
{
    money *sums = arena_take(draft->arena, (size_t)draft->accounts.count + 1, sizeof *sums);
    for (int i = 0; i < draft->postings.count; i++)
        sums[draft->postings.items[i].account] += draft->postings.items[i].amount;
    money *opening = arena_take(draft->arena, (size_t)draft->accounts.count + 1, sizeof *opening);
    for (int i = 0; i < balances->count; i++)
        if (balances->items[i].kind == BALANCE_OPENING)
            opening[balances->items[i].account] = balances->items[i].amount;
    for (int i = 0; i < balances->count; i++) {
        const struct balance *balance = &balances->items[i];
        if (balance->kind == BALANCE_CLOSING)
            tell(draft, balance, "#UB", balance->amount, opening[balance->account] + sums[balance->account]);
        else if (balance->kind == BALANCE_RESULT)
            tell(draft, balance, "#RES", balance->amount, sums[balance->account]);
    }
}

/* What the rows of an account come to in a month. */
struct month_of_account {
    int account;
    month at;
    money sum;
};

static int by_account_and_month(const void *left, const void *right)
{
    const struct month_of_account *a = left, *b = right;
    return a->account != b->account ? (a->account < b->account ? -1 : 1) : a->at < b->at ? -1 : a->at > b->at;
}

/* The periods of whole accounts; with objects they repeat parts of the same. */
static void check_periods(const struct ledger_draft *draft, const balance_list *balances)
{
    LIST(struct month_of_account) stated = { 0 };
    struct ledger ledger = draft->ledger;
    ledger.vouchers = draft->vouchers.items;
    for (int i = 0; i < balances->count; i++)
        if (balances->items[i].kind == BALANCE_PERIOD && !balances->items[i].objects)
            *list_add(&stated, draft->arena) =
                (struct month_of_account){ balances->items[i].account, balances->items[i].period, 0 };
    sort_list(&stated, by_account_and_month, draft->arena);
    for (int i = 0; i < draft->postings.count; i++) {
        const struct posting *posting = &draft->postings.items[i];
        const struct month_of_account key = { posting->account, posting_month(&ledger, posting), 0 };
        struct month_of_account *found = sort_find(&key, stated.items, stated.count, sizeof key, by_account_and_month);
        if (found)
            found->sum += posting->amount;
    }
    for (int i = 0; i < balances->count; i++) {
        const struct balance *balance = &balances->items[i];
        const struct month_of_account key = { balance->account, balance->period, 0 };
        if (balance->kind != BALANCE_PERIOD || balance->objects)
            continue;
        const struct month_of_account *found =
            sort_find(&key, stated.items, stated.count, sizeof key, by_account_and_month);
        tell(draft, balance, "#PSALDO", balance->amount, found ? found->sum : 0);
    }
}

void balances_keep(struct ledger_draft *draft, const balance_list *balances)
{
    struct ledger_opening *openings = arena_take(draft->arena, (size_t)balances->count + 1, sizeof *openings);
    int count = 0;
    for (int i = 0; i < balances->count; i++)
        if (balances->items[i].kind == BALANCE_OPENING && !balances->items[i].objects)
            openings[count++] = (struct ledger_opening){ balances->items[i].account, balances->items[i].amount };
    draft->ledger.openings = openings;
    draft->ledger.opening_count = count;
}

void balances_check(const struct ledger_draft *draft, const balance_list *balances)
{
    check_years(draft, balances);
    check_periods(draft, balances);
}

void balances_post(struct ledger_draft *draft, const balance_list *balances)
{
    draft->ledger.is_by_period = true;
    for (int i = 0; i < balances->count; i++) {
        const struct balance *balance = &balances->items[i];
        const int32_t day = month_year(balance->period) * 10000 + month_number(balance->period) * 100;
        const struct posting posting = { .amount = balance->amount,
                                         .day = day,
                                         .offset = balance->offset,
                                         .account = balance->account,
                                         .objects = balance->objects,
                                         .voucher = -1 };
        if (balance->kind == BALANCE_PERIOD && !draft_post(draft, posting))
            return;
    }
}

#include <medfin/plan/journal.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>

struct keeping {
    struct journal *journal;
    const struct cash *cash;
    struct arena *arena;
};

/* Its number; new ones are added. */
static int account(struct keeping *keeping, const char *name, const char *title)
{
    struct journal *journal = keeping->journal;
    for (int i = 0; i < journal->accounts.count; i++)
        if (strcmp(journal->accounts.items[i].name, name) == 0)
            return i;
    *list_add(&journal->accounts, keeping->arena) = (struct account){ name, title };
    return journal->accounts.count - 1;
}

static int account_of_payer(struct keeping *keeping, const char *kind, const struct section *payer, const char *more)
{
    const char *id = payer_id(keeping->arena, payer);
    return account(keeping, arena_text(keeping->arena, "%s:%s%s", kind, id, more), section_title(payer));
}

static bool is_nothing(struct cell amount)
{
    return cell_is_known(amount) && !amount.amount;
}

/* Where the money comes to, and where it comes from. */
static void enter(struct keeping *keeping, month at, const struct section *of, struct cell amount, int to, int from)
{
    const struct cell opposite = { -amount.amount, amount.needs };
    *list_add(&keeping->journal->entries, keeping->arena) =
        (struct journal_entry){ .at = at,
                                .what = of ? section_path(keeping->arena, of, LANGUAGE_EN) : "",
                                .title = of ? section_title(of) : "",
                                .to = { to, amount },
                                .from = { from, opposite } };
}

static void enter_row(struct keeping *keeping, const struct row *row, month at)
{
    const struct plan *plan = keeping->journal->plan;
    const struct cell amount = node_cell(plan, *row_month(plan, row, at));
    if (is_nothing(amount))
        return;
    if (row->side == SIDE_COST) {
        const struct section *line = row->line;
        const int cost = account(keeping,
                                 arena_text(keeping->arena, "expenses:%s:%s", row->category->section.id,
                                            section_path(keeping->arena, line, LANGUAGE_EN)),
                                 section_title(line));
        const int from =
            row->in_kind ? account_of_payer(keeping, "income", row_payer(row), ":in kind") : keeping->journal->cash;
        enter(keeping, at, line, amount, cost, from);
    } else if (!row_is_mirror(row)) {
        const struct section *payer = row_payer(row);
        const int owed = account_of_payer(keeping, "assets:receivable", payer, "");
        enter(keeping, at, payer, amount, owed, account_of_payer(keeping, "income", payer, ""));
    }
}

static void enter_payments(struct keeping *keeping, month at)
{
    for (int i = 0; i < keeping->cash->payments.count; i++) {
        const struct payment *payment = &keeping->cash->payments.items[i];
        if (payment->paid == at && !is_nothing(payment->amount))
            enter(keeping, at, payment->payer, payment->amount, keeping->journal->cash,
                  account_of_payer(keeping, "assets:receivable", payment->payer, ""));
    }
}

/* What makes cash another than all that stands above: a ledger's balance, or what is paid back. */
static void enter_rest(struct keeping *keeping, month at, struct cell before, int first)
{
    struct journal *journal = keeping->journal;
    struct cell balance = before;
    for (int i = first; i < journal->entries.count; i++) {
        const struct journal_entry *entry = &journal->entries.items[i];
        if (entry->to.account == journal->cash)
            balance = cell_plus(keeping->arena, balance, entry->to.amount);
        if (entry->from.account == journal->cash)
            balance = cell_plus(keeping->arena, balance, entry->from.amount);
    }
    const struct cell is = journal->balance[at - journal->plan->first];
    if (cell_is_known(is) && cell_is_known(balance) && is.amount != balance.amount)
        enter(keeping, at, NULL, cell_minus(keeping->arena, is, balance), journal->cash,
              account(keeping, "equity:settled", ""));
}

const struct journal *journal_of(const struct plan *plan, struct arena *arena)
{
    struct journal *journal = arena_take(arena, 1, sizeof *journal);
    struct keeping keeping = { journal, cash_build(plan, arena), arena };
    journal->plan = plan;
    journal->count = keeping.cash->count;
    journal->balance = keeping.cash->balance;
    journal->cash = account(&keeping, "assets:cash", "");
    enter(&keeping, plan->first - 1, NULL, keeping.cash->opening, journal->cash,
          account(&keeping, "equity:opening", ""));
    struct cell before = { 0 };
    for (int i = 0; i < journal->count; i++) {
        const month at = plan->first + i;
        const int first = i ? journal->entries.count : 0;
        for (int r = 0; r < plan->row_count && i < plan->count; r++)
            if (!row_falls_away(&plan->rows[r]))
                enter_row(&keeping, &plan->rows[r], at);
        enter_payments(&keeping, at);
        enter_rest(&keeping, at, before, first);
        before = journal->balance[i];
    }
    return journal;
}

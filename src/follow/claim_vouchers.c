#include <medfin/follow/claim_vouchers.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/ledger/book.h>

/* The line of cost that a row of the ledger is booked on in the period; NULL: none. */
static const struct line *line_of(const struct follow *follow, const struct book_finder *finder,
                                  const struct posting *posting, struct months period)
{
    const struct project *project = follow->forecast->project;
    if (book_destination(finder, posting, period.first, period.last) != TO_LINE)
        return NULL;
    const struct book_target *target = &project->book->targets[book_target_of(finder, posting)];
    if (!section_rows[target->kind].costs)
        return NULL;
    return (const struct line *)project_find(project, (enum section_id)target->kind, target->id);
}

/* What an account comes to in a category, and whether funders count it. */
struct booked_account {
    int account;
    const struct section *category;
    bool is_eligible;
    money sum;
};

typedef LIST(struct booked_account) booked_account_list;

static void add(booked_account_list *all, int account, const struct line *line, money amount, struct arena *arena)
{
    const struct section *category = *line->category->sections;
    const bool is_eligible = line->eligible->value.number;
    for (int i = 0; i < all->count; i++) {
        struct booked_account *of = &all->items[i];
        if (of->account == account && of->category == category && of->is_eligible == is_eligible) {
            of->sum += amount;
            return;
        }
    }
    *list_add(all, arena) = (struct booked_account){ account, category, is_eligible, amount };
}

void claim_accounts(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct book *book = follow->forecast->project->book;
    const struct doc_column columns[] = { { tr(N_("Category")), -1, true },
                                          { tr(N_("Eligible")), -1, false },
                                          { tr(N_("Amount")), -1, false } };
    if (!book)
        return;
    struct doc_table *table =
        doc_table(doc, tr(N_("Accounts and categories, the period")), tr(N_("Account")), columns, 3);
    money sum = 0;
    int listed = 0;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, follow->arena);
        booked_account_list all = { 0 };
        for (int i = 0; i < ledger->posting_count; i++) {
            const struct line *line = line_of(follow, finder, &ledger->postings[i], asked->period);
            if (line)
                add(&all, ledger->postings[i].account, line, ledger->postings[i].amount, follow->arena);
        }
        for (int i = 0; i < all.count; i++) {
            const struct ledger_account *account = &ledger->accounts[all.items[i].account];
            struct doc_row *row = doc_row(doc, table, arena_text(doc->arena, "%s %s", account->id, account->name), 0);
            row->path = arena_text(doc->arena, "claim.accounts[%d]", listed++);
            row->cells[0] = cell_text(category_title(doc, all.items[i].category), "category");
            row->cells[0].id = all.items[i].category->id;
            row->cells[1] = cell_text(doc_word(doc, words_yes_no, all.items[i].is_eligible), "eligible");
            row->cells[1].id = all.items[i].is_eligible ? "yes" : "no";
            row->cells[2] = cell_exact(cell_known(all.items[i].sum), "amount");
            sum += all.items[i].sum;
            doc_value(doc, cell_text(account->id, arena_text(doc->arena, "%s.account", row->path)));
        }
    }
    struct doc_row *total = doc_row(doc, table, tr(N_("Booked in the period")), 0);
    total->is_total = true;
    total->cells[2] = cell_exact(cell_known(sum), "claim.booked");
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("What is computed on these, as overhead, and what is stated without a voucher stands in the first "
                   "table alone.")));
}

static const char *day_text(struct arena *arena, int32_t day)
{
    if (day % 100 == 0)
        return arena_text(arena, "%04d-%02d", day / 10000, day / 100 % 100);
    return arena_text(arena, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

static void add_row(struct doc *doc, struct doc_table *table, const struct ledger *ledger,
                    const struct posting *posting, const struct line *line, int number)
{
    enum { IN_SIGHT = 30 };
    struct doc_row *row = doc_row(doc, table, voucher_name(ledger, posting->voucher, doc->arena), 0);
    row->path = arena_text(doc->arena, "claim.vouchers[%d]", number);
    row->readers = number < IN_SIGHT ? FOR_ALL : FOR_DATA;
    row->cells[0] = cell_text(day_text(doc->arena, posting_day(ledger, posting)), "date");
    row->cells[1] = cell_text(voucher_text(ledger, posting->voucher, doc->arena), "text");
    row->cells[2] = cell_text(ledger->accounts[posting->account].id, "account");
    row->cells[3] = cell_text(category_title(doc, *line->category->sections), "category");
    row->cells[3].id = (*line->category->sections)->id;
    row->cells[4] = cell_exact(cell_known(posting->amount), "amount");
    row->cells[5] = cell_text(place_short(doc->arena, posting_place(ledger, posting)), "place");
    doc_value(doc, cell_text(row->label, arena_text(doc->arena, "%s.voucher", row->path)));
    if (number == IN_SIGHT)
        doc_row(doc, table, "…", 0)->readers = FOR_PAGES;
}

void claim_vouchers(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct book *book = follow->forecast->project->book;
    const struct doc_column columns[] = { { tr(N_("Date")), -1, false },    { tr(N_("Text")), -1, true },
                                          { tr(N_("Account")), -1, false }, { tr(N_("Category")), -1, true },
                                          { tr(N_("Amount")), -1, false },  { tr(N_("Place")), -1, false } };
    if (!book)
        return;
    struct doc_table *table = doc_table(doc, tr(N_("Vouchers behind it")), tr(N_("Voucher")), columns, 6);
    int number = 0;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, follow->arena);
        for (int i = 0; i < ledger->posting_count; i++) {
            const struct line *line = line_of(follow, finder, &ledger->postings[i], asked->period);
            if (line)
                add_row(doc, table, ledger, &ledger->postings[i], line, number++);
        }
    }
}

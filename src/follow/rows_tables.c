#include "rows_tables.h"

#include <string.h>

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/ledger/book.h>
#include <medfin/system/path.h>

static const struct {
    const char *id, *title; /* marked for translation */
} destinations[DESTINATION_COUNT] = {
    [TO_IGNORED] = { "ignored", N_("accounts that the mapping ignores") },
    [TO_BEFORE] = { "before", N_("before the project begins") },
    [TO_LATER] = { "later", N_("after the last closed month") },
    [TO_REPEATED] = { "repeated", N_("the same money by other objects") },
    [TO_OTHER] = { "other_project", N_("of another project") },
    [TO_NO_PROJECT] = { "no_project", N_("of no project") },
    [TO_LINE] = { "lines", N_("on lines and funders") },
    [TO_UNMAPPED] = { "unmapped", N_("of accounts that nothing maps") },
};

struct went {
    int rows;
    money sum;
};

/* What goes where, of all ledgers. */
static void went_where(const struct follow *follow, struct went *went)
{
    const struct book *book = follow->forecast->project->book;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, follow->arena);
        for (int i = 0; i < ledger->posting_count; i++) {
            const struct posting *posting = &ledger->postings[i];
            struct went *to = &went[book_destination(finder, posting, follow->forecast->first, follow->through)];
            to->rows++;
            to->sum += posting->amount;
        }
    }
}

/* Its voucher, and what that is about; of a row without one its account and amount. */
static const char *posting_told(const struct ledger *ledger, const struct posting *posting, enum language language,
                                struct arena *arena)
{
    if (posting->voucher >= 0)
        return arena_text(arena, "%s %s", voucher_name(ledger, posting->voucher, arena),
                          voucher_text(ledger, posting->voucher, arena));
    return arena_text(arena, "%s, %s", ledger->accounts[posting->account].id,
                      money_text(arena, posting->amount, language));
}

/* Rows of an account that nothing maps. */
struct unmapped {
    int rows;
    money sum;
    struct text vouchers;
    int last, listed;
};

static void note_unmapped(struct arena *arena, const struct ledger *ledger, const struct posting *posting,
                          struct unmapped *of)
{
    enum { MOST = 8 };
    if (!of->rows++)
        of->vouchers = text_new(arena);
    of->sum += posting->amount;
    if (of->rows > 1 && of->last == posting->voucher)
        return;
    of->last = posting->voucher;
    if (of->listed++ < MOST && posting->voucher >= 0)
        text_addf(&of->vouchers, "%s%s %s", of->listed > 1 ? "; " : "", voucher_name(ledger, posting->voucher, arena),
                  voucher_text(ledger, posting->voucher, arena));
    else if (of->listed == MOST + 1)
        text_add(&of->vouchers, "; …");
}

/* Each with its vouchers, so that somebody can say what they are. */
static void unmapped_table(struct doc *doc, const struct follow *follow)
{
    const struct book *book = follow->forecast->project->book;
    const struct doc_column columns[] = { { tr(N_("Rows")), -1, false },
                                          { tr(N_("Amount")), -1, false },
                                          { tr(N_("Vouchers")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Accounts that nothing maps")), tr(N_("Account")), columns, 3);
    int listed = 0;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, follow->arena);
        struct unmapped *all = arena_take(follow->arena, (size_t)ledger->account_count + 1, sizeof *all);
        for (int i = 0; i < ledger->posting_count; i++)
            if (book_destination(finder, &ledger->postings[i], follow->forecast->first, follow->through) == TO_UNMAPPED)
                note_unmapped(follow->arena, ledger, &ledger->postings[i], &all[ledger->postings[i].account]);
        for (int a = 0; a < ledger->account_count; a++) {
            if (!all[a].rows)
                continue;
            struct doc_row *row = doc_row(
                doc, table, arena_text(doc->arena, "%s %s", ledger->accounts[a].id, ledger->accounts[a].name), 0);
            row->path = arena_text(doc->arena, "follow_up.unmapped[%d]", listed++);
            row->cells[0] = cell_count(all[a].rows, "rows");
            row->cells[1] = cell_exact(cell_known(all[a].sum), "amount");
            row->cells[2] = cell_text(all[a].vouchers.bytes, "vouchers");
            doc_value(doc, cell_text(ledger->accounts[a].id, arena_text(doc->arena, "%s.account", row->path)));
        }
    }
    doc_text(doc, TONE_WARNING,
             tr(N_("Write each of these accounts into the map of [accounts], on a line, a funder, a category or "
                   "`ignore`: until then their rows are in no figure.")));
}

/* Vouchers whose rows some account of the project takes, and that are none of its own: the first ones by name. */
static void aside_text(struct doc *doc, const struct follow *follow, enum destination to, const char *sentence)
{
    enum { MOST = 5 };
    const struct book *book = follow->forecast->project->book;
    struct text named = text_new(doc->arena);
    int count = 0;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, follow->arena);
        for (int i = 0, last = -1; i < ledger->posting_count; i++) {
            const struct posting *posting = &ledger->postings[i];
            bool is_it = book_target_of(finder, posting) >= 0 &&
                         book_destination(finder, posting, follow->forecast->first, follow->through) == to;
            if (!is_it || (posting->voucher >= 0 && posting->voucher == last))
                continue;
            last = posting->voucher;
            if (count++ < MOST)
                text_addf(&named, "%s%s", count > 1 ? "; " : "",
                          posting_told(ledger, posting, doc->language, doc->arena));
        }
    }
    const char *more =
        count > MOST ? arena_text(doc->arena, tr(N_("; and %s more")), count_text(doc->arena, count - MOST)) : "";
    if (count)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, "%s %s%s.", sentence, named.bytes, more));
}

int rows_table(struct doc *doc, const struct follow *follow)
{
    struct went went[DESTINATION_COUNT] = { 0 }, all = { 0 };
    if (!follow->forecast->project->book)
        return 0;
    went_where(follow, went);
    const struct doc_column columns[] = { { tr(N_("Rows")), -1, false }, { tr(N_("Debit less credit")), -1, false } };
    struct doc_table *table =
        doc_table(doc, tr(N_("Where the rows of the ledgers went, each to the first that fits")), "", columns, 2);
    for (int i = 0; i < DESTINATION_COUNT; i++) {
        all.rows += went[i].rows;
        all.sum += went[i].sum;
        if (!went[i].rows)
            continue;
        struct doc_row *row = doc_row(doc, table, tr(destinations[i].title), 0);
        row->path = key_below(doc->arena, "follow_up.rows", destinations[i].id);
        row->cells[0] = cell_count(went[i].rows, "count");
        row->cells[1] = cell_exact(cell_known(went[i].sum), "amount");
    }
    struct doc_row *row = doc_row(doc, table, tr(N_("All rows read")), 0);
    row->is_total = true;
    row->path = "follow_up.rows.total";
    row->cells[0] = cell_count(all.rows, "count");
    row->cells[1] = cell_exact(cell_known(all.sum), "amount");
    aside_text(doc, follow, TO_NO_PROJECT, tr(N_("On accounts of lines, and of no project:")));
    aside_text(doc, follow, TO_OTHER, tr(N_("On accounts of lines, and of another project:")));
    if (went[TO_UNMAPPED].rows)
        unmapped_table(doc, follow);
    return went[TO_UNMAPPED].rows;
}

static void add_left(struct doc *doc, struct text *out, int count, const char *what)
{
    if (count)
        text_addf(out, "%s%s %s", out->size ? ", " : "", count_text(doc->arena, count), what);
}

static const char *left_out(struct doc *doc, const struct ledger *ledger)
{
    struct text out = text_new(doc->arena);
    add_left(doc, &out, ledger->changed, tr(N_("added later (#BTRANS)")));
    add_left(doc, &out, ledger->removed, tr(N_("removed (#RTRANS)")));
    add_left(doc, &out, ledger->other_years, tr(N_("balances of other years")));
    if (ledger->unknown_labels)
        add_left(doc, &out, ledger->unknown_labels,
                 arena_text(doc->arena, "%s (%s)", tr(N_("lines of other labels")), ledger->labels_left_out));
    add_left(doc, &out, ledger->aside, tr(N_("rows without date and account")));
    return out.bytes;
}

static const char *form_of(struct doc *doc, const struct ledger *ledger)
{
    const char *what = ledger->is_by_period ? tr(N_("months of accounts, no vouchers"))
                       : ledger->is_extract ? tr(N_("an extract: its vouchers are not whole"))
                                            : "";
    return arena_text(doc->arena, "%s%s%s%s%s", ledger->type ? arena_text(doc->arena, "SIE %d, ", ledger->type) : "",
                      ledger->encoding, *what ? "; " : "", what, "");
}

void files_table(struct doc *doc, const struct follow *follow)
{
    const struct book *book = follow->forecast->project->book;
    if (!book)
        return;
    const struct doc_column columns[] = { { tr(N_("Of")), -1, true },
                                          { tr(N_("Read as")), -1, true },
                                          { tr(N_("Rows")), -1, false },
                                          { tr(N_("Vouchers")), -1, false },
                                          { tr(N_("Left out")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The ledgers as they were read")), tr(N_("File")), columns, 5);
    for (int i = 0; i < book->ledger_count; i++) {
        const struct ledger *ledger = book->ledgers[i];
        struct doc_row *row = doc_row(doc, table, path_name(ledger->source->name), 0);
        row->path = arena_text(doc->arena, "follow_up.files[%d]", i);
        row->cells[0] = cell_text(arena_text(doc->arena, "%s%s%s", ledger->company,
                                             *ledger->company && *ledger->number ? ", " : "", ledger->number),
                                  "company");
        row->cells[1] = cell_text(form_of(doc, ledger), "read_as");
        row->cells[2] = cell_count(ledger->posting_count, "rows");
        row->cells[3] = cell_count(ledger->voucher_count, "vouchers");
        row->cells[4] = cell_text(left_out(doc, ledger), "left_out");
        doc_value(doc, cell_text(row->label, arena_text(doc->arena, "%s.file", row->path)));
    }
}

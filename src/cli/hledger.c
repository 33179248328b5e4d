#include "hledger.h"

#include <inttypes.h>
#include <string.h>

#include <medfin/base/text.h>

/* What a description of a journal can hold: one line, and no sign that begins another part. */
static void add_words(struct text *out, const char *words)
{
    const char *tidy = text_tidy(out->arena, words);
    struct text safe = text_new(out->arena);
    text_add_safely(&safe, tidy, strlen(tidy));
    for (const char *at = safe.bytes; at && *at; at++)
        text_add_bytes(out, *at == ';' || *at == '|' ? "," : at, 1);
}

static void add_amount(struct text *out, money ore)
{
    const int64_t size = ore < 0 ? -ore : ore;
    text_addf(out, "%s%" PRId64 ".%02" PRId64 " SEK", ore < 0 ? "-" : "", size / 100, size % 100);
}

static void add_date(struct text *out, month at)
{
    text_addf(out, "%s-%02d", month_text(out->arena, at), month_days(at));
}

static void add_posting(struct text *out, const char *before, const struct journal *journal,
                        const struct journal_posting *posting)
{
    text_addf(out, "%s    %s  ", before, journal->accounts.items[posting->account].name);
    if (cell_is_known(posting->amount))
        add_amount(out, posting->amount.amount);
    else
        text_add(out, "?");
    text_add(out, "\n");
}

static void add_entry(struct text *out, const struct journal *journal, const struct journal_entry *entry)
{
    const char *before = cell_is_known(entry->to.amount) ? "" : "; ";
    text_add(out, "\n");
    text_add(out, before);
    add_date(out, entry->at);
    text_add(out, " ");
    add_words(out, *entry->title ? entry->title : "-");
    text_addf(out, "%s%s\n", *entry->what ? "  ; " : "", entry->what);
    add_posting(out, before, journal, &entry->to);
    add_posting(out, before, journal, &entry->from);
}

static void assert_balance(struct text *out, const struct journal *journal, month at)
{
    const struct cell balance = journal->balance[at - journal->plan->first];
    if (!cell_is_known(balance))
        return;
    text_add(out, "\n");
    add_date(out, at);
    text_addf(out, " -\n    %s  0.00 SEK = ", journal->accounts.items[journal->cash].name);
    add_amount(out, balance.amount);
    text_add(out, "\n");
}

void hledger_write(const struct journal *journal, struct text *out)
{
    text_add(out, "decimal-mark .\ncommodity 1000.00 SEK\n\n");
    for (int i = 0; i < journal->accounts.count; i++) {
        const struct account *account = &journal->accounts.items[i];
        text_addf(out, "account %s%s", account->name, *account->title ? "  ; " : "");
        add_words(out, account->title);
        text_add(out, "\n");
    }
    const month first = journal->plan->first;
    int next = 0;
    for (month at = first - 1; at < first + journal->count; at++) {
        for (; next < journal->entries.count && journal->entries.items[next].at == at; next++)
            add_entry(out, journal, &journal->entries.items[next]);
        if (at >= first)
            assert_balance(out, journal, at);
    }
}

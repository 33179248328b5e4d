#include <medfin/books/book_checks.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/ledger/book.h>
#include <medfin/ledger/draft.h>
#include <medfin/model/actuals.h>

/* What nothing maps, of the closed months of the project. */
struct unmapped {
    int rows;
    money sum;
    struct text accounts;
    struct spellings seen;
};

static void note_unmapped(struct unmapped *of, const struct ledger_account *account, money amount, struct arena *arena)
{
    enum { MOST = 8 };
    of->rows++;
    of->sum += amount;
    struct spelling *spelling = spelling_find(&of->seen, account->id, strlen(account->id), arena);
    if (spelling->number)
        return;
    spelling->number = ++of->seen.count;
    if (spelling->number <= MOST)
        text_addf(&of->accounts, "%s%s", spelling->number > 1 ? ", " : "", account->id);
    else if (spelling->number == MOST + 1)
        text_add(&of->accounts, ", …");
}

void books_unmapped_check(const struct project *project, struct arena *arena, struct diags *diags)
{
    const struct book *book = project->book;
    struct unmapped unmapped = { .accounts = text_new(arena) };
    for (int l = 0; book && l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        const struct book_finder *finder = book_finder_new(book, ledger, arena);
        for (int i = 0; i < ledger->posting_count; i++) {
            const struct posting *posting = &ledger->postings[i];
            if (book_destination(finder, posting, project->first, actuals_through(project)) == TO_UNMAPPED)
                note_unmapped(&unmapped, &ledger->accounts[posting->account], posting->amount, arena);
        }
    }
    const struct actuals *actuals = project_actuals(project);
    if (unmapped.rows && actuals)
        diag_add(diags, DIAG_LEDGER_UNMAPPED, fact_place(&actuals->section, actuals->accounts),
                 ARGS(arg_count(unmapped.rows), arg_money(unmapped.sum), arg_text(unmapped.accounts.bytes)));
}

/* Months that count as closed behind the last row. */
static void check_end(const struct project *project, const struct actuals *actuals, struct diags *diags)
{
    const struct book *book = project->book;
    month last = INT32_MIN;
    for (int l = 0; l < book->ledger_count; l++)
        for (int i = 0; i < book->ledgers[l]->posting_count; i++)
            last = month_later(last, book_month(book, book->ledgers[l], &book->ledgers[l]->postings[i]));
    if (last != INT32_MIN && last < actuals_through(project) && last >= project->first)
        diag_add(diags, DIAG_LEDGER_ENDS, fact_place(&actuals->section, actuals->through),
                 ARGS(arg_month(last), arg_month(actuals_through(project))));
}

typedef LIST(const char *) word_list;

/* What many bodies are called, and none by it. */
static bool names_nobody(const char *word)
{
    static const char *const common[] = {
        "kommun",        "kommunen",     "kommuner",    "kommunforbund", "kommunalforbundet", "region", "regionen",
        "lansstyrelsen", "lan",          "landstinget", "forening",      "foreningen",        "ideell", "ekonomisk",
        "stiftelsen",    "forbundet",    "natverket",   "stad",          "aktiebolag",        "och",    "for",
        "the",           "municipality", "county",      "association"
    };
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (text_begins(word, common[i]) && strlen(word) <= strlen(common[i]) + 1)
            return true;
    return false;
}

/* Words of letters, as names of places are compared: without rings and dots, in lower case. */
static word_list words_of(const char *name, struct arena *arena)
{
    enum { LEAST = 3 }; /* letters: "AB" and "i" are shared by chance */
    word_list words = { 0 };
    const char *end = name + strlen(name);
    while (name < end) {
        struct text word = text_new(arena);
        bool goes_on = true;
        for (size_t step; name < end && goes_on; name += step) {
            const size_t size = word.size;
            step = text_step(name, (size_t)(end - name));
            text_add_plain_letter(&word, name, step);
            goes_on = word.size > size || !word.size;
        }
        const char *lower = text_lower(arena, word.bytes);
        if (word.size >= LEAST && !names_nobody(lower))
            *list_add(&words, arena) = lower;
    }
    return words;
}

/* One begins as the other: "Sundsvalls" and "Sundsvall". */
static bool shares_word(const char *a, const char *b, struct arena *arena)
{
    const word_list one = words_of(a, arena), other = words_of(b, arena);
    for (int i = 0; i < one.count; i++)
        for (int k = 0; k < other.count; k++)
            if (text_begins(one.items[i], other.items[k]) || text_begins(other.items[k], one.items[i]))
                return true;
    return !one.count || !other.count;
}

/* Whose the ledgers are: told where none is the owner's. */
static void check_owner(const struct project *project, const struct actuals *actuals, struct arena *arena,
                        struct diags *diags)
{
    const struct book *book = project->book;
    const char *owner = fact_is_stated(project->owner) ? project->owner->value.text : "", *company = NULL;
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        bool has_number = *ledger->number && strstr(owner, ledger->number);
        if (!*ledger->company || has_number || shares_word(owner, ledger->company, arena))
            return;
        company = company ? company : ledger->company;
    }
    if (company)
        diag_add(diags, DIAG_LEDGER_OTHER, fact_place(&actuals->section, actuals->files),
                 ARGS(arg_text(company), arg_text(owner)));
}

void books_check(const struct project *project, struct arena *arena, struct diags *diags)
{
    const struct actuals *actuals = project_actuals(project);
    if (!project->book || !actuals)
        return;
    check_end(project, actuals, diags);
    check_owner(project, actuals, arena, diags);
}

#include <medfin/ledger/book.h>

#include <string.h>

#include <medfin/base/text.h>

/* The rules that an account may be of, those that win first. */
struct candidates {
    const struct book_rule **items;
    int count;
};

struct book_finder {
    const struct book *book;
    const struct ledger *ledger;
    struct candidates *by_account;
    signed char *by_set; /* whether a set of objects is of the project: 1, of another: -1, of none: 0 */
};

static bool wins(const struct book_rule *rule, const struct book_rule *other)
{
    size_t size = strlen(rule->prefix), others = strlen(other->prefix);
    return size != others ? size > others : rule->object && !other->object;
}

static bool may_be_of(const struct book_rule *rule, const char *account)
{
    return strncmp(account, rule->prefix, strlen(rule->prefix)) == 0;
}

static struct candidates candidates_of(const struct book *book, const char *account, struct arena *arena)
{
    struct candidates all = { .items = arena_take(arena, (size_t)book->rule_count + 1, sizeof *all.items) };
    for (int i = 0; i < book->rule_count; i++) {
        if (!may_be_of(&book->rules[i], account))
            continue;
        int at = all.count++;
        for (; at && wins(&book->rules[i], all.items[at - 1]); at--)
            all.items[at] = all.items[at - 1];
        all.items[at] = &book->rules[i];
    }
    return all;
}

static signed char whose(const struct book *book, const struct ledger *ledger, int set)
{
    const struct posting row = { .objects = set };
    signed char of = 0;
    for (int i = 0; i < book->project_count; i++) {
        const struct ledger_object *project = &book->projects[i];
        if (posting_has(ledger, &row, project->dimension, project->id))
            return 1;
        if (posting_has(ledger, &row, project->dimension, NULL))
            of = -1;
    }
    return of;
}

struct book_finder *book_finder_new(const struct book *book, const struct ledger *ledger, struct arena *arena)
{
    struct book_finder *finder = arena_take(arena, 1, sizeof *finder);
    *finder = (struct book_finder){ .book = book, .ledger = ledger };
    finder->by_account = arena_take(arena, (size_t)ledger->account_count + 1, sizeof *finder->by_account);
    for (int i = 0; i < ledger->account_count; i++)
        finder->by_account[i] = candidates_of(book, ledger->accounts[i].id, arena);
    finder->by_set = arena_take(arena, (size_t)ledger->set_count + 1, 1);
    for (int i = 0; i < ledger->set_count; i++)
        finder->by_set[i] = whose(book, ledger, i);
    return finder;
}

static int path_target(const struct book *book, const char *path)
{
    for (int i = 0; i < book->target_count; i++)
        if (strcmp(book->targets[i].path, path) == 0)
            return i;
    return BOOK_UNMAPPED;
}

int book_target_of(const struct book_finder *finder, const struct posting *posting)
{
    const struct ledger_account *account = &finder->ledger->accounts[posting->account];
    const struct candidates *rules = &finder->by_account[posting->account];
    if (account->is_path)
        return path_target(finder->book, account->id);
    for (int i = 0; i < rules->count; i++) {
        const struct book_rule *rule = rules->items[i];
        if (!rule->object || posting_has(finder->ledger, posting, rule->dimension, rule->object))
            return rule->target;
    }
    return BOOK_UNMAPPED;
}

month book_month(const struct book *book, const struct ledger *ledger, const struct posting *posting)
{
    bool is_voucher = posting->voucher >= 0 && !book->by_row && ledger->type;
    return is_voucher ? day_month(ledger->vouchers[posting->voucher].day) : posting_month(ledger, posting);
}

/* Of months of accounts, a row with objects repeats a part of one without, and so do rows with other objects. */
static bool is_repeated(const struct book_finder *finder, const struct posting *posting)
{
    if (!finder->ledger->is_by_period)
        return false;
    return finder->book->is_all ? posting->objects != 0 : finder->by_set[posting->objects] == 0;
}

enum destination book_destination(const struct book_finder *finder, const struct posting *posting, month first,
                                  month through)
{
    const struct book *book = finder->book;
    int target = book_target_of(finder, posting);
    month at = book_month(book, finder->ledger, posting);
    if (target == BOOK_IGNORED)
        return TO_IGNORED;
    if (at < first || at > through)
        return at < first ? TO_BEFORE : TO_LATER;
    if (is_repeated(finder, posting))
        return TO_REPEATED;
    bool is_path = finder->ledger->accounts[posting->account].is_path;
    int whose = book->is_all || is_path ? 1 : finder->by_set[posting->objects];
    if (whose <= 0)
        return whose < 0 ? TO_OTHER : TO_NO_PROJECT;
    return target >= 0 ? TO_LINE : TO_UNMAPPED;
}

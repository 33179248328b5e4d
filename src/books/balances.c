#include "balances.h"

#include <string.h>

#include <medfin/base/calendar.h>
#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "ledger_checks.h"

/* One of the two, which are worked alike: cash is what stands on its accounts, equity the opposite, the result with
   it. */
struct side_of_balance {
    const char *key;
    bool is_equity;
};

static const struct side_of_balance sides[] = { { "cash", false }, { "equity", true } };

struct saying {
    const struct mapping *mapping;
    const struct book *book;
    const struct side_of_balance *side;
    const struct statement *accounts; /* how they begin */
    struct months months;             /* of the ledgers, the one before the first with them */
    money *sums;                      /* at the end of each */
    struct table_rows *rows;
};

static bool is_of_balance(const struct statement *statement, const char *key, int layer)
{
    return statement->section == SECTION_BALANCE && statement->key && strcmp(statement->key->name, key) == 0 &&
           statement->layer <= layer && !statement->broken && statement->operation == OPERATION_SET;
}

/* The last that is said of accounts, or of a month; NULL: nothing. */
static const struct statement *said_of(const struct mapping *mapping, const char *key, bool of_month, month at)
{
    const struct statement *last = NULL;
    for (int i = 0; i < mapping->statements->count; i++) {
        const struct statement *statement = &mapping->statements->items[i];
        bool is_month = statement->key && statement->key->date != DATE_NONE;
        if (is_of_balance(statement, key, mapping->layer) && is_month == of_month && (!of_month || statement->at == at))
            last = statement;
    }
    return last;
}

static bool begins_so(const struct saying *of, const char *account)
{
    for (int i = 0; i < of->accounts->value.count; i++)
        if (strncmp(account, of->accounts->value.names[i], strlen(of->accounts->value.names[i])) == 0)
            return true;
    return false;
}

/* Income and cost are classes 3 to 8 in BAS, and in the plans of municipalities and regions. */
static bool is_result(const char *account)
{
    return *account >= '3' && *account <= '8';
}

/* By account: 1, −1 or 0 times what is booked on it. */
static int *signs_of(const struct saying *of, const struct ledger *ledger)
{
    int *signs = arena_take(of->mapping->arena, (size_t)ledger->account_count + 1, sizeof *signs);
    for (int i = 0; i < ledger->account_count; i++) {
        const struct ledger_account *account = &ledger->accounts[i];
        bool counts =
            !account->is_path && (begins_so(of, account->id) || (of->side->is_equity && is_result(account->id)));
        signs[i] = !counts ? 0 : of->side->is_equity ? -1 : 1;
    }
    return signs;
}

static bool is_counted(const struct ledger *ledger, const struct posting *posting)
{
    return !ledger->is_by_period || !posting->objects;
}

static struct months months_of(const struct book *book)
{
    struct months months = { INT32_MAX, INT32_MIN };
    for (int l = 0; l < book->ledger_count; l++) {
        const struct ledger *ledger = book->ledgers[l];
        if (ledger->first_day) {
            months.first = month_earlier(months.first, day_month(ledger->first_day));
            months.last = month_later(months.last, day_month(ledger->last_day));
        }
        for (int i = 0; i < ledger->posting_count; i++) {
            month at = book_month(book, ledger, &ledger->postings[i]);
            months.first = month_earlier(months.first, at);
            months.last = month_later(months.last, at);
        }
    }
    months.first--;
    return months;
}

static money opening_of(const struct saying *of, const struct ledger *ledger)
{
    const int *signs = signs_of(of, ledger);
    money sum = 0;
    for (int i = 0; i < ledger->opening_count; i++)
        sum += signs[ledger->openings[i].account] * ledger->openings[i].amount;
    return sum;
}

static bool are_of_one_company(const struct saying *of, int one, int other)
{
    enum kinship kinship = ledgers_kinship(of->book->ledgers[one], of->book->ledgers[other], of->mapping->arena);
    return kinship == KIN_ONE_COMPANY || kinship == KIN_UNKNOWN;
}

/* It has an opening that no other ledger of its company accounts for: none of an earlier year, and none of the same
   year before it, for two exports of a year have the same. */
static bool opens(const struct saying *of, int ledger)
{
    const struct ledger *const *all = of->book->ledgers;
    for (int l = 0; l < of->book->ledger_count; l++) {
        bool is_earlier = all[l]->first_day && all[l]->first_day < all[ledger]->first_day;
        bool is_same = all[l]->first_day == all[ledger]->first_day && l < ledger && all[l]->opening_count;
        if ((is_earlier || is_same) && are_of_one_company(of, l, ledger))
            return false;
    }
    return all[ledger]->opening_count;
}

/* The month of a ledger's first day; of one that does not say, the first of all. */
static month begins_in(const struct saying *of, const struct ledger *ledger)
{
    return ledger->first_day ? day_month(ledger->first_day) : of->months.first + 1;
}

/* What was there before: as it is stated, else as the ledgers of the first year have it. */
static bool find_opening(const struct saying *of, money *opening)
{
    const month before = of->months.first;
    const struct statement *stated = said_of(of->mapping, of->side->key, true, before);
    bool is_known = stated != NULL;
    *opening = stated ? stated->value.number : 0;
    for (int l = 0; l < of->book->ledger_count && !stated; l++) {
        const struct ledger *ledger = of->book->ledgers[l];
        if (!opens(of, l) || begins_in(of, ledger) > of->months.first + 1)
            continue;
        is_known = true;
        *opening += opening_of(of, ledger);
    }
    if (!is_known)
        diag_add(of->mapping->diags, DIAG_BALANCE_NO_OPENING, of->accounts->place,
                 ARGS(arg_key(of->accounts->key), arg_month(before)));
    return is_known;
}

static void add_rows(struct saying *of)
{
    for (int l = 0; l < of->book->ledger_count; l++) {
        const struct ledger *ledger = of->book->ledgers[l];
        const int *signs = signs_of(of, ledger);
        for (int i = 0; i < ledger->posting_count; i++) {
            const struct posting *posting = &ledger->postings[i];
            if (is_counted(ledger, posting))
                of->sums[book_month(of->book, ledger, posting) - of->months.first] +=
                    signs[posting->account] * posting->amount;
        }
        /* A company whose ledgers begin later brings with it what it had. */
        if (opens(of, l) && begins_in(of, ledger) > of->months.first + 1)
            of->sums[begins_in(of, ledger) - of->months.first] += opening_of(of, ledger);
    }
}

/* What the ledgers of its company come to before it begins. */
static money carried_to(const struct saying *of, int ledger)
{
    const month begins = begins_in(of, of->book->ledgers[ledger]);
    money sum = 0;
    if (said_of(of->mapping, of->side->key, true, of->months.first))
        return of->sums[begins - 1 - of->months.first]; /* by what is stated, of all together */
    for (int l = 0; l < of->book->ledger_count; l++) {
        const struct ledger *other = of->book->ledgers[l];
        const int *signs = signs_of(of, other);
        if (!are_of_one_company(of, l, ledger))
            continue;
        sum += opens(of, l) ? opening_of(of, other) : 0;
        for (int i = 0; i < other->posting_count; i++)
            if (is_counted(other, &other->postings[i]) && book_month(of->book, other, &other->postings[i]) < begins)
                sum += signs[other->postings[i].account] * other->postings[i].amount;
    }
    return sum;
}

/* A later year begins with what the year before ends on. Of equity it may not: the result is booked on it by and by. */
static void check_carried(const struct saying *of)
{
    for (int l = 0; l < of->book->ledger_count && !of->side->is_equity; l++) {
        const struct ledger *ledger = of->book->ledgers[l];
        if (opens(of, l) || !ledger->opening_count || begins_in(of, ledger) == of->months.first + 1)
            continue;
        const money opening = opening_of(of, ledger), carried = carried_to(of, l);
        if (opening != carried)
            diag_add(of->mapping->diags, DIAG_BALANCE_CARRIED, of->accounts->place,
                     ARGS(arg_text(ledger->source->name), arg_money(opening), arg_money(carried)));
    }
}

static void say_month(const struct saying *of, month at)
{
    struct arena *arena = of->mapping->arena;
    if (said_of(of->mapping, of->side->key, true, at))
        return;
    struct statement *statement = list_add(&of->rows->said, arena);
    *statement = (struct statement){ .layer = of->mapping->layer,
                                     .section = SECTION_BALANCE,
                                     .id = "",
                                     .place = of->accounts->place,
                                     .key_place = of->accounts->key_place,
                                     .from_table = true,
                                     .source = "bokföring" };
    statement->key =
        key_find(SECTION_BALANCE, arena_text(arena, "%s.%s", of->side->key, month_text(arena, at)), &statement->at);
    statement->value.kind = statement->key->kind;
    statement->value.number = of->sums[at - of->months.first];
}

static bool accounts_are_right(const struct saying *of)
{
    bool are = true;
    for (int i = 0; i < of->accounts->value.count; i++) {
        const char *name = of->accounts->value.names[i];
        if (*name && !name[strspn(name, "0123456789")])
            continue;
        are = false;
        diag_add(of->mapping->diags, DIAG_BALANCE_FORM, of->accounts->place, ARGS(arg_text(name)));
    }
    return are;
}

static void say_side(struct saying *of)
{
    of->accounts = said_of(of->mapping, of->side->key, false, 0);
    if (!of->accounts || !accounts_are_right(of) || !find_opening(of, &of->sums[0]))
        return;
    add_rows(of);
    for (month at = of->months.first + 1; at <= of->months.last; at++)
        of->sums[at - of->months.first] += of->sums[at - of->months.first - 1];
    check_carried(of);
    for (month at = of->months.first; at <= of->months.last; at++)
        say_month(of, at);
}

static bool is_part(const struct book *book)
{
    bool is = !book->is_all;
    for (int l = 0; l < book->ledger_count; l++)
        is = is || book->ledgers[l]->is_extract;
    return is;
}

void balances_say(const struct mapping *mapping, const struct book *book, struct place place, struct table_rows *rows)
{
    if (!said_of(mapping, "cash", false, 0) && !said_of(mapping, "equity", false, 0))
        return;
    const struct months months = months_of(book);
    if (months.last < months.first)
        return;
    if (is_part(book)) {
        diag_add(mapping->diags, DIAG_BALANCE_PART, place, NULL);
        return;
    }
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct saying saying = { .mapping = mapping, .book = book, .side = &sides[i], .months = months, .rows = rows };
        saying.sums = arena_take(mapping->arena, (size_t)months_between(months.first, months.last), sizeof(money));
        say_side(&saying);
    }
}

#include "ledger_repeats.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/ledger/draft.h>

/* "A 0012", "A12" and "a-12" are one; a table may leave the series out. */
struct voucher_id {
    const char *series, *number; /* letters in lower case, digits; both "": the voucher has no name */
};

/* Things by a key, those of one from the last to the first: `before` says of each which one that is, from 1. */
struct chains {
    struct spellings keys;
    int *before;
};

struct indexed {
    const struct ledger *ledger;
    struct voucher_id *ids;
    int *first;             /* row of each voucher; −1: it has none */
    struct chains rows;     /* by account and amount */
    struct chains vouchers; /* by number */
};

/* Rows of a ledger that another has too, and the first of them in both. */
struct repeats {
    int rows;
    const struct posting *first, *other;
};

struct pair {
    struct indexed *one, *other;
    struct repeats named, unnamed;
    struct arena *arena;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
}

static struct voucher_id id_of(const char *name, struct arena *arena)
{
    struct text series = text_new(arena);
    const char *digits = name + strlen(name);
    while (digits > name && is_digit(digits[-1]))
        digits--;
    for (const char *at = name; at < digits; at++)
        if (is_letter(*at))
            text_add_bytes(&series, at, 1);
    while (digits[0] == '0' && digits[1])
        digits++;
    return (struct voucher_id){ text_lower(arena, series.bytes), digits };
}

static void chain_add(struct chains *chains, const char *key, int number, struct arena *arena)
{
    struct spelling *spelling = spelling_find(&chains->keys, key, strlen(key), arena);
    chains->before[number] = spelling->number;
    chains->keys.count += !spelling->number;
    spelling->number = number + 1;
}

static int chain_find(struct chains *chains, const char *key, struct arena *arena)
{
    return spelling_find(&chains->keys, key, strlen(key), arena)->number;
}

static const char *row_key(const struct ledger *ledger, const struct posting *posting, struct arena *arena)
{
    return arena_text(arena, "%s\n%lld", ledger->accounts[posting->account].id, (long long)posting->amount);
}

static void index_make(struct indexed *indexed, const struct ledger *ledger, struct arena *arena)
{
    indexed->ledger = ledger;
    indexed->ids = arena_take(arena, (size_t)ledger->voucher_count + 1, sizeof *indexed->ids);
    indexed->first = arena_take(arena, (size_t)ledger->voucher_count + 1, sizeof *indexed->first);
    indexed->vouchers.before = arena_take(arena, (size_t)ledger->voucher_count + 1, sizeof(int));
    indexed->rows.before = arena_take(arena, (size_t)ledger->posting_count + 1, sizeof(int));
    for (int i = 0; i < ledger->voucher_count; i++) {
        indexed->ids[i] = id_of(voucher_name(ledger, i, arena), arena);
        chain_add(&indexed->vouchers, indexed->ids[i].number, i, arena);
        indexed->first[i] = -1;
    }
    for (int i = ledger->posting_count - 1; i >= 0; i--) {
        chain_add(&indexed->rows, row_key(ledger, &ledger->postings[i], arena), i, arena);
        if (ledger->postings[i].voucher >= 0)
            indexed->first[ledger->postings[i].voucher] = i;
    }
}

static struct voucher_id posting_id(const struct indexed *of, const struct posting *posting)
{
    return posting->voucher >= 0 ? of->ids[posting->voucher] : (struct voucher_id){ "", "" };
}

static bool is_named(struct voucher_id id)
{
    return *id.series || *id.number;
}

static bool ids_alike(struct voucher_id a, struct voucher_id b)
{
    bool may_lack = *a.number && (!*a.series || !*b.series);
    return strcmp(a.number, b.number) == 0 && (may_lack || strcmp(a.series, b.series) == 0);
}

static bool days_alike(int32_t a, int32_t b)
{
    return a == b || (a / 100 == b / 100 && (a % 100 == 0 || b % 100 == 0));
}

/* A table may have either date of a row of SIE. */
static bool dates_alike(const struct ledger *one, const struct posting *row, const struct ledger *other,
                        const struct posting *there)
{
    const int32_t here[] = { posting_day(one, row), row->voucher < 0 ? 0 : one->vouchers[row->voucher].day };
    const int32_t others[] = { posting_day(other, there),
                               there->voucher < 0 ? 0 : other->vouchers[there->voucher].day };
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (here[i] && others[k] && days_alike(here[i], others[k]))
                return true;
    return false;
}

/* Both carry an object of a dimension, and not the same: an export of one project beside that of another. */
static bool objects_differ(const struct ledger *one, const struct posting *row, const struct ledger *other,
                           const struct posting *there)
{
    const struct ledger_objects *set = &one->sets[row->objects];
    for (int i = 0; i < set->count; i++) {
        const struct ledger_object *object = &one->objects[set->items[i]];
        if (posting_has(other, there, object->dimension, NULL) &&
            !posting_has(other, there, object->dimension, object->id))
            return true;
    }
    return false;
}

static void note(struct repeats *repeats, const struct posting *row, const struct posting *other)
{
    if (!repeats->rows++) {
        repeats->first = row;
        repeats->other = other;
    }
}

/* The same row of a ledger, rather one whose voucher is called the same. */
static void find_row(struct pair *pair, const struct posting *row)
{
    const struct ledger *one = pair->one->ledger, *other = pair->other->ledger;
    const struct voucher_id id = posting_id(pair->one, row);
    const struct posting *unnamed = NULL;
    int at = row->amount ? chain_find(&pair->other->rows, row_key(one, row, pair->arena), pair->arena) : 0;
    for (; at; at = pair->other->rows.before[at - 1]) {
        const struct posting *there = &other->postings[at - 1];
        const struct voucher_id others = posting_id(pair->other, there);
        bool have_names = is_named(id) && is_named(others);
        if (!dates_alike(one, row, other, there) || objects_differ(one, row, other, there) ||
            (have_names && !ids_alike(id, others)))
            continue;
        if (have_names) {
            note(&pair->named, row, there);
            return;
        }
        unnamed = there;
    }
    if (unnamed)
        note(&pair->unnamed, row, unnamed);
}

/* Of one company and one year a number is one voucher, whatever became of its rows. */
static int voucher_there(struct pair *pair, int voucher)
{
    const struct ledger *one = pair->one->ledger, *other = pair->other->ledger;
    const struct voucher_id id = pair->one->ids[voucher];
    bool is_year = ledgers_are_of_a_year(one, other);
    int at = is_named(id) ? chain_find(&pair->other->vouchers, id.number, pair->arena) : 0;
    for (; at; at = pair->other->vouchers.before[at - 1])
        if (ids_alike(id, pair->other->ids[at - 1]) &&
            (is_year || days_alike(one->vouchers[voucher].day, other->vouchers[at - 1].day)))
            return at - 1;
    return -1;
}

static void find_vouchers(struct pair *pair)
{
    const struct ledger *one = pair->one->ledger;
    int *there = arena_take(pair->arena, (size_t)one->voucher_count + 1, sizeof *there);
    for (int i = 0; i < one->voucher_count; i++)
        there[i] = voucher_there(pair, i);
    for (int i = 0; i < one->posting_count; i++) {
        int voucher = one->postings[i].voucher;
        if (voucher >= 0 && there[voucher] >= 0 && pair->other->first[there[voucher]] >= 0)
            note(&pair->named, &one->postings[i], &pair->other->ledger->postings[pair->other->first[there[voucher]]]);
    }
}

static void tell(const struct pair *pair, struct diags *diags)
{
    enum { MOST = 2 }; /* more than one of so many rows is most of a file */
    const struct ledger *one = pair->one->ledger, *other = pair->other->ledger;
    const struct repeats *named = &pair->named, *unnamed = &pair->unnamed;
    if (named->rows)
        diag_add(diags, DIAG_LEDGER_REPEATED, posting_place(one, named->first),
                 ARGS(arg_text(voucher_name(one, named->first->voucher, pair->arena)),
                      arg_place(posting_place(other, named->other)), arg_count(named->rows)));
    else if (unnamed->rows) {
        bool is_most = MOST * unnamed->rows > one->posting_count || MOST * unnamed->rows > other->posting_count;
        diag_add(diags, is_most ? DIAG_LEDGER_ROWS_TWICE : DIAG_LEDGER_ROWS_ALIKE, posting_place(one, unnamed->first),
                 ARGS(arg_place(posting_place(other, unnamed->other)), arg_count(unnamed->rows)));
    }
}

static void pair_check(const struct named_ledgers *all, struct indexed *one, struct indexed *other)
{
    struct pair pair = { .one = one, .other = other, .arena = all->arena };
    enum kinship kinship = ledgers_kinship(one->ledger, other->ledger, all->arena);
    if (kinship == KIN_TWO_NUMBERS)
        return;
    bool are_exports = one->ledger->voucher_count && other->ledger->voucher_count && one->ledger->type &&
                       other->ledger->type && kinship == KIN_ONE_COMPANY;
    if (are_exports)
        find_vouchers(&pair);
    for (int i = 0; i < one->ledger->posting_count && !are_exports; i++)
        find_row(&pair, &one->ledger->postings[i]);
    tell(&pair, all->diags);
}

void ledgers_check_repeats(const struct named_ledgers *all)
{
    if (all->count < 2)
        return;
    struct indexed *indexed = arena_take(all->arena, (size_t)all->count, sizeof *indexed);
    for (int i = 0; i < all->count; i++)
        index_make(&indexed[i], all->items[i], all->arena);
    for (int i = 0; i < all->count; i++)
        for (int k = 0; k < i; k++)
            pair_check(all, &indexed[i], &indexed[k]);
}

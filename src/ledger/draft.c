#include <medfin/ledger/draft.h>

#include <string.h>

#include <medfin/base/text.h>

enum { LEAST_ROOM = 64 }; /* a power of two, as any room is */

/* FNV-1a (Fowler, Noll and Vo), of a stretch. */
static uint32_t hash_of(const char *at, size_t size)
{
    uint32_t hash = UINT32_C(2166136261);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)at[i]) * UINT32_C(16777619);
    return hash;
}

static struct spelling *slot_of(const struct spellings *all, const char *at, size_t size, uint32_t hash)
{
    uint32_t slot = hash & (all->room - 1);
    for (;; slot = (slot + 1) & (all->room - 1)) {
        struct spelling *spelling = &all->slots[slot];
        bool is_it = spelling->hash == hash && spelling->size == size && memcmp(spelling->at, at, size) == 0;
        if (!spelling->number || is_it)
            return spelling;
    }
}

/* At most half of the slots are taken. */
static void make_room(struct spellings *all, struct arena *arena)
{
    const struct spellings old = *all;
    if (2 * (uint32_t)old.count < old.room)
        return;
    all->room = old.room ? 2 * old.room : LEAST_ROOM;
    all->slots = arena_take(arena, all->room, sizeof *all->slots);
    for (uint32_t i = 0; i < old.room; i++)
        if (old.slots[i].number)
            *slot_of(all, old.slots[i].at, old.slots[i].size, old.slots[i].hash) = old.slots[i];
}

struct spelling *spelling_find(struct spellings *all, const char *at, size_t size, struct arena *arena)
{
    make_room(all, arena);
    uint32_t hash = hash_of(at, size);
    struct spelling *spelling = slot_of(all, at, size, hash);
    if (!spelling->number)
        *spelling = (struct spelling){ at, (uint32_t)size, hash, 0 };
    return spelling;
}

static int number_new(struct spellings *all, struct spelling *spelling)
{
    return spelling->number = ++all->count;
}

void draft_begin(struct ledger_draft *draft, const struct source *source, struct arena *arena, struct diags *diags)
{
    *draft = (struct ledger_draft){ .ledger = { .source = source, .encoding = "", .company = "", .number = "" },
                                    .arena = arena,
                                    .diags = diags };
    draft_set(draft, NULL, 0);
}

int draft_account(struct ledger_draft *draft, const char *id, size_t size)
{
    struct spelling *spelling = spelling_find(&draft->account_ids, id, size, draft->arena);
    if (!spelling->number) {
        number_new(&draft->account_ids, spelling);
        *list_add(&draft->accounts, draft->arena) =
            (struct ledger_account){ .id = arena_copy(draft->arena, id, size), .name = "" };
    }
    return spelling->number - 1;
}

int draft_object(struct ledger_draft *draft, const char *dimension, size_t dimension_size, const char *id, size_t size)
{
    const char *both = arena_text(draft->arena, "%.*s:%.*s", (int)dimension_size, dimension, (int)size, id);
    struct spelling *spelling = spelling_find(&draft->object_ids, both, strlen(both), draft->arena);
    if (!spelling->number) {
        number_new(&draft->object_ids, spelling);
        *list_add(&draft->objects, draft->arena) =
            (struct ledger_object){ arena_copy(draft->arena, dimension, dimension_size),
                                    arena_copy(draft->arena, id, size), "" };
    }
    return spelling->number - 1;
}

int draft_set(struct ledger_draft *draft, const int *objects, int count)
{
    size_t size = (size_t)count * sizeof *objects;
    const char *copy = arena_copy(draft->arena, count ? (const char *)objects : "", size);
    struct spelling *spelling = spelling_find(&draft->set_ids, copy, size, draft->arena);
    if (!spelling->number) {
        number_new(&draft->set_ids, spelling);
        int *items = arena_take(draft->arena, (size_t)count + 1, sizeof *items);
        for (int i = 0; i < count; i++)
            items[i] = objects[i];
        *list_add(&draft->sets, draft->arena) = (struct ledger_objects){ items, count };
    }
    return spelling->number - 1;
}

bool draft_post(struct ledger_draft *draft, struct posting posting)
{
    draft->size += posting.amount < 0 ? -(wide)posting.amount : posting.amount;
    if (draft->size > LEDGER_LIMIT) {
        diag_add(draft->diags, DIAG_LEDGER_LARGE, place_at(draft->ledger.source, posting.offset, 1), NULL);
        return false;
    }
    *list_add(&draft->postings, draft->arena) = posting;
    return true;
}

static struct place voucher_place(const struct ledger_draft *draft, const struct ledger_voucher *voucher)
{
    return place_at(draft->ledger.source, voucher->named.offset, voucher->named.size);
}

/* Whether each is called more than the one before: then none stands twice. */
static bool names_ascend(const struct ledger_draft *draft, const char *bytes)
{
    for (int i = 1; i < draft->vouchers.count; i++) {
        const struct ledger_words one = draft->vouchers.items[i - 1].named, next = draft->vouchers.items[i].named;
        bool is_more = one.size != next.size ? one.size < next.size
                                             : memcmp(bytes + one.offset, bytes + next.offset, one.size) < 0;
        if (!one.size || !is_more)
            return false;
    }
    return true;
}

/* Vouchers of one name are one voucher booked twice; those without a number are not numbered yet.
   A table has a row of a voucher wherever it likes. */
static void check_names(const struct ledger_draft *draft, const struct ledger *ledger)
{
    struct spellings names = { 0 };
    if (!ledger->type || names_ascend(draft, ledger->source->bytes))
        return;
    for (int i = 0; i < draft->vouchers.count; i++) {
        const struct ledger_words named = draft->vouchers.items[i].named;
        if (!named.size)
            continue;
        struct spelling *spelling =
            spelling_find(&names, ledger->source->bytes + named.offset, named.size, draft->arena);
        if (spelling->number)
            diag_add(draft->diags, DIAG_LEDGER_VOUCHER_TWICE, voucher_place(draft, &draft->vouchers.items[i]),
                     ARGS(arg_text(voucher_name(ledger, i, draft->arena)),
                          arg_place(voucher_place(draft, &draft->vouchers.items[spelling->number - 1]))));
        else {
            spelling->number = i + 1;
            names.count++;
        }
    }
}

/* Debit and credit of a voucher are equal. An extract of a project's rows has halves of vouchers. */
static void check_sums(const struct ledger_draft *draft, struct ledger *ledger)
{
    money *sums = arena_take(draft->arena, (size_t)draft->vouchers.count + 1, sizeof *sums);
    int whole = 0, others = 0;
    for (int i = 0; i < draft->postings.count; i++)
        if (draft->postings.items[i].voucher >= 0)
            sums[draft->postings.items[i].voucher] += draft->postings.items[i].amount;
    for (int i = 0; i < draft->vouchers.count; i++) {
        whole += !sums[i];
        others += sums[i] != 0;
    }
    ledger->is_extract = !ledger->type && others > whole;
    for (int i = 0; i < draft->vouchers.count && !ledger->is_extract; i++)
        if (sums[i])
            diag_add(draft->diags, DIAG_LEDGER_UNBALANCED, voucher_place(draft, &draft->vouchers.items[i]),
                     ARGS(arg_text(voucher_name(ledger, i, draft->arena)), arg_money(sums[i])));
}

const struct ledger *draft_end(struct ledger_draft *draft)
{
    struct ledger *ledger = arena_take(draft->arena, 1, sizeof *ledger);
    *ledger = draft->ledger;
    ledger->accounts = draft->accounts.items;
    ledger->account_count = draft->accounts.count;
    ledger->objects = draft->objects.items;
    ledger->object_count = draft->objects.count;
    ledger->sets = draft->sets.items;
    ledger->set_count = draft->sets.count;
    ledger->vouchers = draft->vouchers.items;
    ledger->voucher_count = draft->vouchers.count;
    ledger->postings = draft->postings.items;
    ledger->posting_count = draft->postings.count;
    int errors = diags_errors(draft->diags);
    check_names(draft, ledger);
    if (!ledger->is_by_period)
        check_sums(draft, ledger);
    return diags_errors(draft->diags) == errors ? ledger : NULL;
}

#include "said.h"

#include <medfin/base/calendar.h>
#include <medfin/model/key_names.h>

struct saying {
    int layer;
    struct place place; /* where the ledgers are named */
    struct arena *arena;
};

/* What the rows of a target come to in a month. */
struct booked {
    money sum;
    int rows, vouchers, last_voucher;
    const struct ledger *ledger; /* of the first row … */
    uint32_t offset;             /* … and its place */
};

struct sums {
    struct months months; /* that have rows on lines */
    int targets;
    struct booked *items; /* month by month, by target */
};

static struct booked *booked_at(const struct sums *sums, int target, month at)
{
    return &sums->items[(size_t)(at - sums->months.first) * (size_t)sums->targets + (size_t)target];
}

/* The row counts as what a line was booked with, whatever its month. */
static bool is_booked(const struct book_finder *finder, const struct posting *posting, int *target)
{
    *target = book_target_of(finder, posting);
    return *target >= 0 && book_destination(finder, posting, INT32_MIN, INT32_MAX) == TO_LINE;
}

static void add_rows(const struct book *book, const struct ledger *ledger, const struct book_finder *finder,
                     struct sums *sums)
{
    for (int i = 0; i < ledger->posting_count; i++) {
        const struct posting *posting = &ledger->postings[i];
        int target;
        if (!is_booked(finder, posting, &target))
            continue;
        struct booked *booked = booked_at(sums, target, book_month(book, ledger, posting));
        bool is_against = book->targets[target].is_income && !ledger->accounts[posting->account].is_path;
        if (!booked->rows++) {
            booked->ledger = ledger;
            booked->offset = posting->offset;
        }
        booked->sum += is_against ? -posting->amount : posting->amount;
        booked->vouchers += booked->vouchers == 0 || booked->last_voucher != posting->voucher;
        booked->last_voucher = posting->voucher;
    }
}

/* The first and the last month of the rows that are booked on lines. */
static struct months months_booked(const struct book *book, struct book_finder *const *finders)
{
    struct months months = { INT32_MAX, INT32_MIN };
    for (int l = 0; l < book->ledger_count; l++)
        for (int i = 0; i < book->ledgers[l]->posting_count; i++) {
            int target;
            const struct posting *posting = &book->ledgers[l]->postings[i];
            if (!is_booked(finders[l], posting, &target))
                continue;
            month at = book_month(book, book->ledgers[l], posting);
            months.first = month_earlier(months.first, at);
            months.last = month_later(months.last, at);
        }
    return months;
}

static struct statement *say(struct table_rows *rows, struct saying *of, const struct book_target *target,
                             const char *key, struct place place)
{
    struct statement *statement = list_add(&rows->said, of->arena);
    *statement = (struct statement){ .layer = of->layer,
                                     .section = (enum section_id)target->kind,
                                     .id = target->id,
                                     .at = -1,
                                     .place = place,
                                     .key_place = place,
                                     .from_table = true };
    if (key) {
        statement->key = key_find(statement->section, key, &statement->at);
        statement->value.kind = statement->key->kind;
    }
    return statement;
}

/* A cost in a category that no line planned: a line of its own, which nobody promised to pay. */
static void say_unplanned(struct table_rows *rows, struct saying *of, const struct book_target *target,
                          struct place place)
{
    say(rows, of, target, NULL, place);
    struct statement *category = say(rows, of, target, "category", place);
    const char **name = arena_take(of->arena, 1, sizeof *name);
    *name = target->category;
    category->value.names = name;
    category->value.count = 1;
    say(rows, of, target, "title", place)->value.text = target->title;
    say(rows, of, target, "eligible", place)->value.number = 0;
    say(rows, of, target, "running", place)->value.number = 0;
}

static void say_booked(struct table_rows *rows, struct saying *of, const struct book_target *target, month at,
                       const struct booked *booked)
{
    const struct posting first = { .offset = booked->offset };
    const char *key = arena_text(of->arena, "actual.%s", month_text(of->arena, at));
    struct statement *statement = say(rows, of, target, key, posting_place(booked->ledger, &first));
    statement->value.number = booked->sum;
    statement->source = booked->vouchers == 1 ? arena_text(of->arena, "bokföring, 1 verifikation")
                                              : arena_text(of->arena, "bokföring, %d verifikationer", booked->vouchers);
}

struct table_rows *book_said(const struct book *book, int layer, struct place place, struct arena *arena)
{
    struct saying saying = { layer, place, arena }, *of = &saying;
    struct table_rows *rows = arena_take(of->arena, 1, sizeof *rows);
    struct book_finder **finders = arena_take(of->arena, (size_t)book->ledger_count + 1, sizeof *finders);
    for (int l = 0; l < book->ledger_count; l++)
        finders[l] = book_finder_new(book, book->ledgers[l], of->arena);
    struct sums sums = { .months = months_booked(book, finders), .targets = book->target_count };
    rows->book = book;
    for (int t = 0; t < book->target_count; t++)
        if (book->targets[t].category)
            say_unplanned(rows, of, &book->targets[t], of->place);
    if (sums.months.first > sums.months.last)
        return rows;
    size_t months = (size_t)months_between(sums.months.first, sums.months.last);
    sums.items = arena_take(of->arena, months * (size_t)sums.targets, sizeof *sums.items);
    for (int l = 0; l < book->ledger_count; l++)
        add_rows(book, book->ledgers[l], finders[l], &sums);
    for (int t = 0; t < sums.targets; t++)
        for (month at = sums.months.first; at <= sums.months.last; at++)
            if (booked_at(&sums, t, at)->rows)
                say_booked(rows, of, &book->targets[t], at, booked_at(&sums, t, at));
    return rows;
}

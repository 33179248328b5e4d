/* Any bytes as a file of SIE: what is read lies in its source, every voucher is 0, and each row goes to one place. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/ledger/book.h>
#include <medfin/ledger/sie.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_rows(const struct ledger *ledger, struct arena *arena)
{
    static const struct book_rule rules[] = { { .prefix = "7", .target = 0 },
                                              { .prefix = "1", .target = BOOK_IGNORED } };
    const struct ledger_object project = { "6", "P12", "" };
    const struct book book = {
        .ledgers = &ledger, .ledger_count = 1, .rules = rules, .rule_count = 2, .projects = &project, .project_count = 1
    };
    const struct book_finder *finder = book_finder_new(&book, ledger, arena);
    int went[DESTINATION_COUNT] = { 0 }, all = 0;
    money sum = 0;
    for (int i = 0; i < ledger->posting_count; i++) {
        const struct posting *posting = &ledger->postings[i];
        const struct place place = posting_place(ledger, posting);
        if (place.offset > ledger->source->size || place.size > ledger->source->size - place.offset)
            abort();
        went[book_destination(finder, posting, month_of(2021, 1), month_of(2021, 6))]++;
        sum += posting->amount;
    }
    for (int i = 0; i < DESTINATION_COUNT; i++)
        all += went[i];
    if (all != ledger->posting_count || (sum && !ledger->is_by_period))
        abort();
    for (int i = 0; i < ledger->voucher_count && i < 100; i++)
        if (!voucher_name(ledger, i, arena) || !voucher_text(ledger, i, arena))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new(abort);
    struct diags *diags = diags_new(arena);
    const char *copy = arena_copy(arena, (const char *)bytes, size);
    const struct source *source = source_new(arena, "l.se", copy, size, 0);
    const struct ledger *ledger = sie_read(source, "UTF-8", arena, diags);
    if (!ledger != (diags_errors(diags) > 0))
        abort();
    if (ledger)
        check_rows(ledger, arena);
    diags_text(diags, LANGUAGE_SV, true, arena);
    arena_free(arena);
    return 0;
}

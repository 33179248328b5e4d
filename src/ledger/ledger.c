#include <medfin/ledger/ledger.h>

#include <string.h>

#include <medfin/base/text.h>

int32_t posting_day(const struct ledger *ledger, const struct posting *posting)
{
    return posting->day ? posting->day : ledger->vouchers[posting->voucher].day;
}

struct place posting_place(const struct ledger *ledger, const struct posting *posting)
{
    const char *from = ledger->source->bytes + posting->offset, *end = ledger->source->bytes + ledger->source->size;
    const char *line_end = memchr(from, '\n', (size_t)(end - from));
    line_end = line_end ? line_end : end;
    while (line_end > from && (line_end[-1] == '\r' || line_end[-1] == ' ' || line_end[-1] == '\t'))
        line_end--;
    return place_at(ledger->source, posting->offset, (size_t)(line_end - from));
}

/* As people read it: quotes and what escapes them are of the format, not of the text. */
static const char *words_text(const struct ledger *ledger, struct ledger_words words, struct arena *arena)
{
    struct text out = text_new(arena);
    const char *at = ledger->source->bytes + words.offset, *end = at + words.size;
    for (; at < end; at++)
        if (*at != '"' && *at != '\\')
            text_add_bytes(&out, at, 1);
    return text_tidy(arena, out.bytes);
}

const char *voucher_name(const struct ledger *ledger, int voucher, struct arena *arena)
{
    return voucher < 0 ? "" : words_text(ledger, ledger->vouchers[voucher].named, arena);
}

const char *voucher_text(const struct ledger *ledger, int voucher, struct arena *arena)
{
    return voucher < 0 ? "" : words_text(ledger, ledger->vouchers[voucher].text, arena);
}

bool posting_has(const struct ledger *ledger, const struct posting *posting, const char *dimension, const char *id)
{
    const struct ledger_objects *set = &ledger->sets[posting->objects];
    for (int i = 0; i < set->count; i++) {
        const struct ledger_object *object = &ledger->objects[set->items[i]];
        if (strcmp(object->dimension, dimension) == 0 && (!id || text_same(object->id, id)))
            return true;
    }
    return false;
}

#include <medfin/values/scan.h>

#include <string.h>

#include <medfin/base/text.h>

struct place scan_place(const struct scan *scan, struct stretch stretch)
{
    size_t from = (size_t)(stretch.from - scan->begin), end = (size_t)(stretch.end - scan->begin);
    if (scan->offsets) {
        size_t size = end > from ? scan->offsets[end - 1] + 1 - scan->offsets[from] : 0;
        return place_at(scan->place.source, scan->place.offset + scan->offsets[from], size);
    }
    return place_at(scan->place.source, scan->place.offset + from, end - from);
}

const char *scan_copy(const struct scan *scan, struct stretch stretch)
{
    return arena_copy(scan->arena, stretch.from, (size_t)(stretch.end - stretch.from));
}

enum { LONGEST_QUOTE = 60 }; /* columns */

const char *scan_quote(const struct scan *scan, struct stretch stretch)
{
    const char *copy = scan_copy(scan, stretch);
    size_t fits = text_fit(copy, LONGEST_QUOTE);
    return copy[fits] ? arena_text(scan->arena, "%.*s…", (int)fits, copy) : copy;
}

bool scan_fault(struct scan *scan, enum diag_id id, struct stretch stretch, const struct diag_arg *args)
{
    diag_add(scan->diags, id, scan_place(scan, stretch), args);
    return false;
}

bool scan_fault_of(struct scan *scan, enum diag_id id, struct stretch stretch, const char *second)
{
    diag_add(scan->diags, id, scan_place(scan, stretch), ARGS(arg_text(scan_quote(scan, stretch)), arg_text(second)));
    return false;
}

bool scan_fault_of_kind(struct scan *scan, enum diag_id id, struct stretch stretch)
{
    const struct value_kind_row *row = &value_kinds[scan->key->kind];
    return scan_fault(scan, id, stretch,
                      ARGS(arg_text(scan_quote(scan, stretch)), arg_word(row->name), arg_word(row->accepted)));
}

bool scan_more(struct scan *scan)
{
    scan->at = blanks_skip(scan->at, scan->end);
    return scan->at < scan->end && *scan->at != '\n';
}

bool scan_take(struct scan *scan, char byte)
{
    bool stands = scan->at < scan->end && *scan->at == byte;
    scan->at += stands;
    return stands;
}

static bool ends_token(const char *at, const char *end)
{
    return at >= end || strchr(",~():/\n", *at) || blank_size(at, end);
}

struct stretch scan_token(const struct scan *scan)
{
    const char *end = scan->at;
    if (end < scan->end)
        end += text_step(end, (size_t)(scan->end - end));
    if (end > scan->at && (*scan->at == '/' || !ends_token(scan->at, scan->end)))
        while (!ends_token(end, scan->end))
            end++;
    return (struct stretch){ scan->at, end };
}

struct stretch scan_whole(const struct scan *scan)
{
    return (struct stretch){ scan->begin, scan->end };
}

struct stretch scan_rest(const struct scan *scan)
{
    const char *from = blanks_skip(scan->at, scan->end);
    return (struct stretch){ from, blanks_trim(from, scan->end) };
}

bool scan_is(const struct scan *scan, const char *text)
{
    size_t size = strlen(text);
    if ((size_t)(scan->end - scan->at) < size || !ends_token(scan->at + size, scan->end))
        return false;
    return text_same(scan_copy(scan, (struct stretch){ scan->at, scan->at + size }), text);
}

/* "granted, decided, …" or "beviljad, beslutad, …": the table's words, for a message. */
static const char *words_listed(const struct word *words, enum language language, struct arena *arena)
{
    struct text listed = text_new(arena);
    for (int i = 0; words[i].english; i++) {
        text_add(&listed, i ? ", " : "");
        text_add(&listed, language == LANGUAGE_SV ? words[i].swedish : words[i].english);
    }
    return listed.bytes;
}

/* "ej beviljad" and "obeslutad" say more than the word that they end with, as a rule its contrary. */
static bool adds_to(const char *text, const char *word, struct arena *arena)
{
    const char *lower = text_lower(arena, text);
    size_t size = strlen(lower), tail = strlen(word);
    return (strchr(lower, ' ') && !strchr(word, ' ')) || (size > tail && text_same(lower + size - tail, word));
}

const char *words_nearest(const struct word *words, const char *text, struct arena *arena)
{
    LIST(const char *) names = { 0 };
    for (; words->english; words++) {
        *list_add(&names, arena) = words->english;
        *list_add(&names, arena) = words->swedish;
    }
    *list_add(&names, arena) = NULL;
    const char *near = text_nearest(text, names.items, arena);
    return near && !adds_to(text, near, arena) ? near : NULL;
}

const struct word *scan_word(struct scan *scan, const struct word *words, struct stretch stretch, enum diag_id fault)
{
    const char *text = scan_copy(scan, stretch);
    const struct word *word = word_of_text(words, text);
    if (!word)
        diag_add(scan->diags, fault, scan_place(scan, stretch),
                 ARGS(arg_text(scan_quote(scan, stretch)),
                      arg_either(words_listed(words, LANGUAGE_EN, scan->arena),
                                 words_listed(words, LANGUAGE_SV, scan->arena)),
                      arg_text(words_nearest(words, text, scan->arena))));
    return word;
}

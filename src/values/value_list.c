/* Texts, months, words and names, alone and in lists. */

#include <medfin/values/value_list.h>

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "date_meant.h"

bool text_read(struct scan *scan, struct value *value)
{
    value->text = scan_copy(scan, (struct stretch){ scan->at, scan->end });
    scan->at = scan->end;
    return true;
}

/* The next item of a list that commas separate, taken with its comma; false at the end. */
static bool item_next(struct scan *scan, struct stretch *item)
{
    const char *from = scan->at;
    if (from > scan->end)
        return false;
    const char *comma = memchr(from, ',', (size_t)(scan->end - from));
    const char *end = comma ? comma : scan->end;
    scan->at = end + 1;
    from = blanks_skip(from, end);
    *item = (struct stretch){ from, blanks_trim(from, end) };
    return true;
}

/* Reads each item of a list; every faulty one is reported. */
static bool items_read(struct scan *scan, bool (*item_read)(struct scan *, struct stretch, struct value *, int),
                       struct value *value)
{
    struct stretch item;
    bool is_good = true;
    while (item_next(scan, &item)) {
        /* An item that is not there is shown by its comma: behind it, or before the last. */
        const char *comma = scan->at <= scan->end ? scan->at - 1 : scan->end - 1;
        if (item.from == item.end)
            is_good = scan_fault(scan, DIAG_ITEM_EMPTY, (struct stretch){ comma, comma + 1 }, NULL);
        else if (!item_read(scan, item, value, value->count++))
            is_good = false;
    }
    scan->at = scan->end;
    return is_good;
}

static size_t most_items(const struct scan *scan)
{
    size_t count = 1;
    for (const char *at = scan->at; at < scan->end; at++)
        count += *at == ',';
    return count;
}

static bool month_item(struct scan *scan, struct stretch item, month *at)
{
    const char *text = scan_copy(scan, item);
    if (date_read(text, false, at) || month_in_words(text, at))
        return true;
    month meant[2];
    int count = months_meant(text, meant);
    if (!count)
        return scan_fault_of(scan, DIAG_NOT_A_MONTH, item, NULL);
    return scan_fault(scan, count > 1 ? DIAG_MONTH_ORDER : DIAG_MONTH_MEANT, item,
                      ARGS(arg_text(scan_quote(scan, item)), arg_month(meant[0]), arg_month(meant[count - 1])));
}

/* Of a month that was read: 15 of 2021-04-15; 0 for none. */
static int day_said(const char *text)
{
    return strlen(text) == sizeof "2021-04-15" - 1 && text[7] == '-' ? (int)strtol(text + 8, NULL, 10) : 0;
}

bool month_read(struct scan *scan, struct value *value)
{
    struct stretch rest = scan_rest(scan);
    month at;
    if (!month_item(scan, rest, &at))
        return false;
    int day = day_said(scan_copy(scan, rest));
    if (day && day < month_days(at) && scan->key->flags & KEY_IS_OVER)
        return scan_fault(scan, DIAG_MONTH_NOT_OVER, rest,
                          ARGS(arg_month(at), arg_text(scan_quote(scan, rest)), arg_month(at - 1)));
    value->number = at;
    scan->at = scan->end;
    return true;
}

/* A month may stand once, or once for each of its days. */
static bool months_item(struct scan *scan, struct stretch item, struct value *value, int number)
{
    month *const months = (month *)value->months, *const days = months + value->second;
    if (!month_item(scan, item, &months[number]))
        return false;
    days[number] = day_said(scan_copy(scan, item));
    for (int i = 0; i < number; i++) {
        const bool is_same_day = !days[i] || !days[number] || days[i] == days[number];
        if (months[i] == months[number] && is_same_day)
            return scan_fault(scan, DIAG_MONTH_TWICE, item, ARGS(arg_month(months[number])));
    }
    return true;
}

bool months_read(struct scan *scan, struct value *value)
{
    const size_t most = most_items(scan);
    month *const months = arena_take(scan->arena, 2 * most, sizeof *months);
    memset(months, 0, 2 * most * sizeof *months);
    value->months = months;
    value->second = (int64_t)most; /* where the days stand meanwhile */
    bool is_good = items_read(scan, months_item, value), any_day = false;
    for (int i = 0; i < value->count; i++) {
        months[value->count + i] = months[most + (size_t)i];
        any_day = any_day || months[value->count + i];
    }
    value->second = any_day;
    return is_good;
}

static bool texts_item(struct scan *scan, struct stretch item, struct value *value, int number)
{
    ((const char **)value->names)[number] = scan_copy(scan, item);
    return true;
}

static const char **names_room(const struct scan *scan)
{
    return arena_take(scan->arena, most_items(scan), sizeof(const char *));
}

bool texts_read(struct scan *scan, struct value *value)
{
    value->names = names_room(scan);
    return items_read(scan, texts_item, value);
}

bool word_read(struct scan *scan, struct value *value)
{
    struct stretch rest = scan_rest(scan);
    const char *tilde = memchr(rest.from, '~', (size_t)(rest.end - rest.from));
    if (tilde)
        rest.end = blanks_trim(rest.from, tilde);
    const struct word *words = scan->key->words ? scan->key->words : words_status;
    const struct word *word =
        scan_word(scan, words, rest, words == words_status ? DIAG_STATUS_UNKNOWN : DIAG_WORD_UNKNOWN);
    if (!word)
        return false;
    value->number = word->code;
    scan->at = rest.end;
    return true;
}

bool status_read(struct scan *scan, struct value *value)
{
    return word_read(scan, value);
}

size_t id_character(const char *at, const char *end)
{
    static const char *const swedish[] = { "å", "ä", "ö", "Å", "Ä", "Ö" };
    bool is_plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9');
    if (is_plain || *at == '-' || *at == '_')
        return 1;
    for (size_t i = 0; i < sizeof swedish / sizeof *swedish; i++)
        if ((size_t)(end - at) >= strlen(swedish[i]) && memcmp(at, swedish[i], strlen(swedish[i])) == 0)
            return strlen(swedish[i]);
    return 0;
}

/* The kind before the dot of "kind.id". */
static bool kind_is_known(struct scan *scan, struct stretch kind)
{
    const char *text = scan_copy(scan, kind);
    if (section_find(text) != SECTION_COUNT)
        return true;
    return scan_fault_of(scan, DIAG_UNKNOWN_KIND, kind, section_meant(text, scan->arena));
}

static bool name_item(struct scan *scan, struct stretch item, struct value *value, int number)
{
    const char *dot = memchr(item.from, '.', (size_t)(item.end - item.from));
    const char *id = dot ? dot + 1 : item.from;
    if (dot && !kind_is_known(scan, (struct stretch){ item.from, dot }))
        return false;
    if (id == item.end)
        return scan_fault_of(scan, DIAG_NAME_WITHOUT_ID, item, NULL);
    for (size_t size; id < item.end; id += size) {
        size = id_character(id, item.end);
        if (!size) {
            struct stretch bad = { id, id + text_step(id, (size_t)(item.end - id)) };
            return scan_fault(scan, DIAG_NAME_CHARACTER, bad,
                              ARGS(arg_text(scan_quote(scan, bad)), arg_text(scan_quote(scan, item))));
        }
    }
    return texts_item(scan, item, value, number);
}

bool name_read(struct scan *scan, struct value *value)
{
    struct stretch rest = scan_rest(scan);
    value->names = names_room(scan);
    value->count = 1;
    scan->at = scan->end;
    return name_item(scan, rest, value, 0);
}

bool names_read(struct scan *scan, struct value *value)
{
    value->names = names_room(scan);
    return items_read(scan, name_item, value);
}

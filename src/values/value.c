#include <medfin/values/value.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/figure.h>
#include <medfin/values/value_list.h>

#include "value_class.h"
#include "value_money.h"
#include "value_percent.h"
#include "value_rest.h"
#include "value_spread.h"

struct kind_row {
    bool (*read)(struct scan *, struct value *);
    enum kind of; /* of `number`, for the key's range */
    bool adds;    /* += and -= make sense */
    bool multiplies;
};

static const struct kind_row kinds[VALUE_KIND_COUNT] = {
    [VALUE_TEXT] = { text_read, KIND_NONE, false, false },
    [VALUE_FILE] = { text_read, KIND_NONE, false, false },
    [VALUE_MONEY] = { money_read, KIND_MONEY, true, true },
    [VALUE_MONEY_FINE] = { money_fine_read, KIND_FINE, true, true },
    [VALUE_MONEY_OVER_TIME] = { money_over_time_read, KIND_MONEY, true, true },
    [VALUE_MONEY_EACH] = { money_each_read, KIND_MONEY, true, true },
    [VALUE_MONEY_WITH_STATUS] = { money_with_status_read, KIND_MONEY, true, true },
    [VALUE_PERCENT] = { percent_read, KIND_SHARE, true, true },
    [VALUE_PERCENT_OR_NAME] = { percent_or_name_read, KIND_SHARE, true, true },
    [VALUE_NUMBER] = { number_read, KIND_DECIMAL, true, true },
    [VALUE_COUNT] = { count_read, KIND_COUNT, true, true },
    [VALUE_MONTH] = { month_read, KIND_NONE, false, false },
    [VALUE_MONTHS] = { months_read, KIND_NONE, false, false },
    [VALUE_RATIO] = { ratio_read, KIND_NONE, false, false },
    [VALUE_WORD] = { word_read, KIND_NONE, false, false },
    [VALUE_STATUS] = { status_read, KIND_NONE, false, false },
    [VALUE_NAME] = { name_read, KIND_NONE, false, false },
    [VALUE_NAMES] = { names_read, KIND_NONE, false, false },
    [VALUE_TEXTS] = { texts_read, KIND_NONE, false, false },
    [VALUE_IN_KIND] = { in_kind_read, KIND_MONEY, true, true },
    [VALUE_ADVANCE] = { advance_read, KIND_SHARE, false, false },
    [VALUE_AT_LEAST] = { at_least_read, KIND_SHARE, false, false },
    [VALUE_PER_YEAR] = { per_year_read, KIND_SHARE, true, true },
    [VALUE_TIMES_A_YEAR] = { times_a_year_read, KIND_COUNT, true, true },
    [VALUE_ROUNDING] = { rounding_read, KIND_MONEY, false, false },
    [VALUE_THRESHOLD] = { threshold_read, KIND_SHARE, false, false },
    [VALUE_LIMIT] = { limit_read, KIND_SHARE, false, false },
    [VALUE_CLASSES] = { classes_read, KIND_NONE, false, false },
    [VALUE_CLASS_RATES] = { classes_read, KIND_NONE, false, false },
};

static bool is_multiplied(const struct scan *scan)
{
    return scan->operation == OPERATION_MULTIPLY;
}

static bool operation_fits(struct scan *scan)
{
    static const char *const signs[] = {
        [OPERATION_SET] = "=", [OPERATION_ADD] = "+=", [OPERATION_SUBTRACT] = "-=", [OPERATION_MULTIPLY] = "*="
    };
    const struct kind_row *row = &kinds[scan->key->kind];
    if (scan->operation == OPERATION_SET || (is_multiplied(scan) ? row->multiplies : row->adds))
        return true;
    return scan_fault(scan, DIAG_OPERATION_KIND, scan_whole(scan),
                      ARGS(arg_text(signs[scan->operation]), arg_word(value_kinds[scan->key->kind].name)));
}

static bool is_over_time(enum value_kind kind)
{
    return kind == VALUE_MONEY_OVER_TIME || kind == VALUE_IN_KIND;
}

/* In a text, `?` is a text. */
static bool is_unknown(const struct scan *scan)
{
    return kinds[scan->key->kind].read != text_read && *scan->at == '?';
}

/* "okänt", "vet ej": words for what ? says. */
static bool says_unknown(const struct scan *scan)
{
    static const char *const words[] = { "okänt",     "okänd",      "vet ej",  "vet inte", "ej klart",
                                         "oklart",    "inte klart", "ej känt", "saknas",   "unknown",
                                         "not known", "tbd",        "tba",     "n/a" };
    const char *text = scan_copy(scan, (struct stretch){ scan->at, scan->end });
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_same(text, words[i]))
            return (scan->key->flags & KEY_MAY_BE_UNKNOWN) && kinds[scan->key->kind].read != text_read;
    return false;
}

static bool unknown_read(struct scan *scan, struct value *value)
{
    if (scan->operation != OPERATION_SET)
        return scan_fault_of(scan, DIAG_UNKNOWN_CHANGE, scan_whole(scan), NULL);
    if (!(scan->key->flags & KEY_MAY_BE_UNKNOWN))
        return scan_fault_of_kind(scan, DIAG_NOT_UNKNOWN, scan_whole(scan));
    value->unknown = true;
    scan->at++;
    if (value->kind == VALUE_MONEY_WITH_STATUS && scan_more(scan))
        return status_take(scan, value) && (!scan_more(scan) || rest_fault(scan));
    if (!is_over_time(value->kind))
        return !scan_more(scan) || rest_fault(scan);
    /* Alone it means a total. */
    value->period = PERIOD_TOTAL;
    if (scan_more(scan))
        value->period = period_take(scan);
    return (value->period != PERIOD_NONE && !scan_more(scan)) || rest_fault(scan);
}

/* A factor: *= takes a bare number that is not negative. */
static bool factor_read(struct scan *scan, struct value *value)
{
    value->kind = VALUE_NUMBER;
    return number_read(scan, value) && (value->number >= 0 || scan_fault_of(scan, DIAG_FACTOR, scan->figure, NULL));
}

/* A percent in the place of an amount is a part of it: the key's range is of the amount. */
static bool part_in_range(struct scan *scan, int64_t number)
{
    if (number >= 0 && number <= SHARE_ONE)
        return true;
    return scan_fault(scan, number < 0 ? DIAG_VALUE_BELOW : DIAG_VALUE_ABOVE, scan->figure,
                      ARGS(arg_text(scan_quote(scan, scan->figure)), arg_share(number < 0 ? 0 : SHARE_ONE)));
}

static bool range_holds(struct scan *scan, const struct value *value)
{
    enum kind kind = kinds[value->kind].of;
    bool is_figure = scan->unit.kind != KIND_NONE && !value->count;
    if (scan->operation != OPERATION_SET || kind == KIND_NONE || !is_figure)
        return true;
    if (value->is_share && kind == KIND_MONEY)
        return part_in_range(scan, value->number);
    return figure_in_range(scan, scan->figure, kind, value->number);
}

static bool kind_read(struct scan *scan, struct value *value)
{
    bool is_read = is_multiplied(scan) ? factor_read(scan, value) : kinds[value->kind].read(scan, value);
    if (!is_read)
        return false;
    if (scan->operation != OPERATION_SET && value->count)
        return scan_fault_of(scan, DIAG_NAME_CHANGE, scan_whole(scan), NULL);
    if (!range_holds(scan, value))
        return false;
    if (scan_more(scan) && *scan->at == '~' && !spread_read(scan, value))
        return false;
    return (!scan_more(scan) && scan->at == scan->end) || rest_fault(scan);
}

static bool is_text(const char *text, size_t size)
{
    for (size_t at = 0, length; (at += text_ascii(text + at, size - at)) < size; at += length) {
        length = text_character(text + at, size - at);
        if (!length)
            return false;
    }
    return true;
}

/* Where the bytes of a text that was joined from several lines stand in its place; NULL
   for one that stands there as it is. */
static const size_t *offsets_of(const char *text, struct place place, struct arena *arena)
{
    if (!place.source || place.size == strlen(text))
        return NULL;
    size_t *offsets = arena_take(arena, place.size + 1, sizeof *offsets);
    const char *joined = lines_join(place.source->bytes + place.offset, place.size, offsets, arena);
    return strcmp(joined, text) == 0 ? offsets : NULL;
}

static bool whole_read(struct scan *scan, const char *text, struct value *value)
{
    size_t size = strlen(text);
    if (!is_text(text, size)) {
        diag_add(scan->diags, DIAG_NOT_UTF8, scan->place, NULL);
        return false;
    }
    scan->offsets = offsets_of(text, scan->place, scan->arena);
    scan->begin = text;
    scan->at = blanks_skip(text, text + size);
    scan->end = blanks_trim(scan->at, text + size);
    if (scan->at == scan->end) {
        diag_add(scan->diags, DIAG_VALUE_EMPTY, scan->place, NULL);
        return false;
    }
    if (!operation_fits(scan))
        return false;
    if (says_unknown(scan))
        return scan_fault_of(scan, DIAG_UNKNOWN_WORDS, scan_whole(scan), NULL);
    return is_unknown(scan) ? unknown_read(scan, value) : kind_read(scan, value);
}

bool value_read(const struct key *key, enum operation operation, const char *text, struct place place,
                struct value *value, struct arena *arena, struct diags *diags)
{
    struct scan scan = {
        .key = key, .operation = operation, .place = place, .unit = { KIND_NONE, 0 }, .arena = arena, .diags = diags
    };
    const struct arena_mark mark = arena_mark(arena);
    int told = diags_told(diags);
    *value = (struct value){ .kind = key->kind };
    bool is_read = whole_read(&scan, text, value);
    /* What was taken on the way stays only where a value or a diagnostic rests on it. */
    if (diags_told(diags) == told && (!is_read || !(value->text || value->spread)))
        arena_undo(arena, mark);
    return is_read;
}

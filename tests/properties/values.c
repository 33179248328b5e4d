/* Printed and read back, a value is the value it was: of every kind, in both languages. */

#include "random_project.h"

#include <medfin/base/diag_text.h>
#include <medfin/values/value.h>

enum { VALUES = 400, MOST_ITEMS = 5 };

static const int64_t PERCENT_MOST = INT64_C(500000000000);

static const struct word *words_of(enum value_kind kind)
{
    static const struct word *const tables[VALUE_KIND_COUNT] = { [VALUE_WORD] = words_paid,
                                                                 [VALUE_STATUS] = words_status,
                                                                 [VALUE_THRESHOLD] = words_threshold,
                                                                 [VALUE_ROUNDING] = words_rounding,
                                                                 [VALUE_LIMIT] = words_cash };
    return tables[kind];
}

/* Of any size up to `most`, either sign, round or to the last digit. */
static int64_t any_size(struct dice *dice, int64_t most)
{
    int64_t number = between(dice, 0, most) >> roll(dice, 50);
    for (int64_t unit = 1; unit < most / 10 && one_in(dice, 2); unit *= 10)
        number -= number % (unit * 10);
    return one_in(dice, 4) ? -number : number;
}

static int64_t random_number(struct dice *dice, enum value_kind kind)
{
    switch (kind) {
    case VALUE_PERCENT:
    case VALUE_PERCENT_OR_NAME:
    case VALUE_PER_YEAR:
    case VALUE_AT_LEAST:
        return any_size(dice, PERCENT_MOST);
    case VALUE_NUMBER:
    case VALUE_MONEY_FINE:
        /* Three decimals are what thousands look like. */
        if (one_in(dice, 4))
            return between(dice, 1, 999999) * (SHARE_ONE / 1000);
        return any_size(dice, INT64_C(100000000000000000));
    case VALUE_COUNT:
    case VALUE_TIMES_A_YEAR:
        return any_size(dice, INT64_C(100000000000000000));
    case VALUE_MONTH:
        return between(dice, month_of(FIRST_YEAR, 1), month_of(LAST_YEAR, 12));
    case VALUE_STATUS:
        return between(dice, STATUS_GRANTED, STATUS_REJECTED);
    case VALUE_WORD:
        return between(dice, PAID_MONTHLY, PAID_CLAIMS);
    default:
        return any_size(dice, MONEY_LIMIT / 10);
    }
}

static const char *random_word(struct dice *dice, struct arena *arena)
{
    static const char *const parts[] = { "po", "region", "å", "x1", "-", "_", "Öst", "7" };
    struct text out = text_new(arena);
    text_add(&out, "n");
    for (int i = 0, count = (int)roll(dice, MOST_ITEMS); i < count; i++)
        text_add(&out, parts[roll(dice, 8)]);
    return out.bytes;
}

static void set_items(struct value *value, struct dice *dice, struct arena *arena)
{
    bool is_one = value->kind == VALUE_NAME || value->kind == VALUE_PERCENT_OR_NAME;
    value->count = is_one ? 1 : (int)between(dice, 1, MOST_ITEMS);
    const char **names = arena_take(arena, MOST_ITEMS, sizeof *names);
    month *months = arena_take(arena, 2 * MOST_ITEMS, sizeof *months);
    value->second = value->kind == VALUE_MONTHS && one_in(dice, 2);
    for (int i = 0; i < value->count; i++) {
        months[i] = (month)random_number(dice, VALUE_MONTH);
        /* Days that differ, so that a month may stand twice. */
        months[value->count + i] = (month)(1 + 5 * i + (int)roll(dice, 5));
        names[i] = one_in(dice, 3) && value->kind != VALUE_TEXTS
                       ? arena_text(arena, "cost.%s", random_word(dice, arena))
                       : random_word(dice, arena);
    }
    if (value->kind == VALUE_MONTHS)
        value->months = months;
    else
        value->names = names;
}

static void set_classes(struct value *value, struct dice *dice, struct arena *arena)
{
    struct size_class *classes = arena_take(arena, MOST_ITEMS, sizeof *classes);
    int64_t from = 0;
    value->count = (int)between(dice, 1, MOST_ITEMS);
    for (int i = 0; i < value->count; i++) {
        int64_t to = from + roll(dice, 1000000);
        bool is_open = i == value->count - 1 && one_in(dice, 2);
        classes[i] = (struct size_class){ from, is_open ? INT64_MAX : to, roll(dice, MONEY_LIMIT / 10) };
        from = to + 1;
    }
    value->classes = classes;
}

/* Two sides in billionths if either has decimals, else as whole numbers. */
static void set_ratio(struct value *value, struct dice *dice)
{
    bool has_decimals = one_in(dice, 2);
    value->number = has_decimals ? between(dice, 1, 999) * SHARE_ONE / 1000 + 1 : between(dice, 1, 1000);
    value->second = between(dice, 1, 1000) * (has_decimals ? SHARE_ONE : 1);
}

static void set_period(struct value *value, struct dice *dice)
{
    value->period = (enum period)between(dice, PERIOD_MONTH, PERIOD_ONCE);
}

/* What a kind carries beside its number. */
static void set_rest(struct value *value, struct dice *dice, struct arena *arena)
{
    switch (value->kind) {
    case VALUE_TEXT:
    case VALUE_FILE:
        value->text = random_word(dice, arena);
        break;
    case VALUE_MONEY_OVER_TIME:
        set_period(value, dice);
        break;
    case VALUE_MONEY_WITH_STATUS:
        value->status = (enum status)between(dice, STATUS_NONE, STATUS_REJECTED);
        break;
    case VALUE_MONEY_EACH:
    case VALUE_IN_KIND:
        value->is_share = one_in(dice, 2);
        if (value->is_share)
            value->number = between(dice, 0, SHARE_ONE);
        else if (value->kind == VALUE_IN_KIND)
            set_period(value, dice);
        break;
    case VALUE_PERCENT_OR_NAME:
        if (!one_in(dice, 2))
            break;
        value->number = 0;
        set_items(value, dice, arena);
        break;
    case VALUE_MONTHS:
    case VALUE_NAME:
    case VALUE_NAMES:
    case VALUE_TEXTS:
        value->number = 0;
        set_items(value, dice, arena);
        break;
    case VALUE_CLASSES:
    case VALUE_CLASS_RATES:
        value->number = 0;
        set_classes(value, dice, arena);
        break;
    case VALUE_RATIO:
        set_ratio(value, dice);
        break;
    default:
        break;
    }
}

/* Terms that are made of a figure and a word. */
static void set_terms(struct value *value, struct dice *dice)
{
    share part = between(dice, 0, SHARE_ONE);
    if (value->kind == VALUE_ADVANCE) {
        value->number = part;
        value->second = one_in(dice, 2) ? -1 : roll(dice, MONEY_LIMIT);
    } else if (value->kind == VALUE_ROUNDING) {
        value->number = between(dice, 1, MONEY_LIMIT);
        value->second = between(dice, ROUND_NEAREST, ROUND_DOWN);
    } else if (value->kind == VALUE_THRESHOLD) {
        value->second = between(dice, THRESHOLD_WARN, THRESHOLD_OFF);
        value->number = value->second == THRESHOLD_OFF ? 0 : part;
    } else if (value->kind == VALUE_LIMIT) {
        value->is_share = one_in(dice, 2);
        value->number = value->is_share ? part : 1;
    }
}

static bool may_be_uncertain(const struct value *value)
{
    switch (value->kind) {
    case VALUE_MONEY:
    case VALUE_MONEY_OVER_TIME:
    case VALUE_MONEY_FINE:
    case VALUE_MONEY_WITH_STATUS:
    case VALUE_MONEY_EACH:
    case VALUE_PERCENT:
    case VALUE_PERCENT_OR_NAME:
    case VALUE_NUMBER:
    case VALUE_COUNT:
    case VALUE_IN_KIND:
    case VALUE_PER_YEAR:
    case VALUE_STATUS:
        return value->count == 0;
    default:
        return false;
    }
}

/* The value and others, whose chances make 100 %. */
static struct spread random_likely(struct dice *dice, int64_t number, int64_t size, struct arena *arena)
{
    int count = 1 + (int)roll(dice, 4);
    struct likely *likely = arena_take(arena, (size_t)count, sizeof *likely);
    share left = SHARE_ONE;
    for (int i = 0; i < count; i++) {
        share chance = i + 1 < count ? between(dice, 0, left) : left;
        likely[i] = (struct likely){ i ? number - between(dice, 0, size) : number, chance };
        left -= chance;
    }
    return (struct spread){ .kind = DISTRIBUTION_ONE_OF, .likely = likely, .likely_count = count };
}

static bool are_same_likely(const struct spread *a, const struct spread *b)
{
    bool same = a->likely_count == b->likely_count;
    for (int i = 0; same && i < a->likely_count; i++)
        same = a->likely[i].number == b->likely[i].number && a->likely[i].chance == b->likely[i].chance;
    return same;
}

static void set_spread(struct value *value, struct dice *dice, struct arena *arena)
{
    struct spread *spread = arena_take(arena, 1, sizeof *spread);
    int64_t size = value->number < 0 ? -value->number : value->number;
    spread->kind = (enum distribution)roll(dice, DISTRIBUTION_CHANCE);
    if (value->kind == VALUE_STATUS)
        *spread = (struct spread){ .kind = DISTRIBUTION_CHANCE, .first = between(dice, 0, SHARE_ONE) };
    else if (spread->kind == DISTRIBUTION_NORMAL)
        spread->first = between(dice, 0, size);
    else if (spread->kind == DISTRIBUTION_LOGNORMAL)
        spread->first = value->number + between(dice, 0, size);
    else
        *spread = (struct spread){ .kind = spread->kind,
                                   .first = value->number - between(dice, 0, size),
                                   .second = value->number + between(dice, 0, size) };
    if (spread->kind == DISTRIBUTION_ONE_OF)
        *spread = random_likely(dice, value->number, size, arena);
    bool has_no_median = spread->kind == DISTRIBUTION_LOGNORMAL && value->number <= 0;
    value->spread = has_no_median ? NULL : spread;
}

static struct value random_value(struct dice *dice, enum value_kind kind, struct arena *arena)
{
    struct value value = { .kind = kind, .number = random_number(dice, kind) };
    if (kind == VALUE_TEXT || kind == VALUE_FILE)
        value.number = 0;
    set_rest(&value, dice, arena);
    set_terms(&value, dice);
    if (may_be_uncertain(&value) && one_in(dice, 3))
        set_spread(&value, dice, arena);
    return value;
}

static bool same_items(const struct value *a, const struct value *b)
{
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        if (a->kind == VALUE_MONTHS)
            same = a->months[i] == b->months[i] && (!a->second || a->months[a->count + i] == b->months[b->count + i]);
        else if (a->kind == VALUE_CLASSES || a->kind == VALUE_CLASS_RATES)
            same = a->classes[i].from == b->classes[i].from && a->classes[i].to == b->classes[i].to &&
                   a->classes[i].amount == b->classes[i].amount;
        else
            same = strcmp(a->names[i], b->names[i]) == 0;
    }
    return same;
}

static bool same_value(const struct value *a, const struct value *b)
{
    bool same = a->kind == b->kind && a->unknown == b->unknown && a->is_share == b->is_share &&
                a->number == b->number && a->second == b->second && a->period == b->period && a->status == b->status &&
                (!a->spread == !b->spread);
    if (same && (a->kind == VALUE_TEXT || a->kind == VALUE_FILE))
        same = strcmp(a->text, b->text) == 0;
    if (same && a->spread)
        same = a->spread->kind == b->spread->kind && a->spread->first == b->spread->first &&
               a->spread->second == b->spread->second && are_same_likely(a->spread, b->spread);
    return same && same_items(a, b);
}

static void read_back(const struct value *value, enum language language, struct arena *arena)
{
    const struct key key = { .name = "x",
                             .kind = value->kind,
                             .flags = KEY_MAY_BE_UNKNOWN | KEY_MAY_BE_UNCERTAIN | KEY_LINES,
                             .words = words_of(value->kind) };
    const char *text = value_text(arena, value, key.words, language);
    struct diags *diags = diags_new(arena);
    struct place place = place_at(source_new(arena, "value", text, strlen(text), 0), 0, strlen(text));
    struct value again;
    bool is_read = value_read(&key, OPERATION_SET, text, place, &again, arena, diags);
    if (!is_read || !same_value(value, &again))
        fail_msg("'%s' is not read as it was printed: %s %lld %lld\n%s", text, value_kinds[value->kind].name,
                 (long long)value->number, (long long)value->second, diags_text(diags, LANGUAGE_EN, true, arena));
}

static void what_is_printed_is_read_back(void **state)
{
    for (int kind = 0; kind < VALUE_KIND_COUNT; kind++)
        for (int i = 0; i < VALUES; i++) {
            struct dice dice = { 31000000 + (uint64_t)(kind * VALUES + i) };
            struct arena *arena = arena_anew(state);
            const struct value value = random_value(&dice, (enum value_kind)kind, arena);
            read_back(&value, i % 2 ? LANGUAGE_SV : LANGUAGE_EN, arena);
        }
}

static void an_unknown_is_read_back_with_its_period(void **state)
{
    struct arena *arena = *state;
    for (int period = PERIOD_MONTH; period < PERIOD_COUNT; period++)
        for (int language = LANGUAGE_SV; language <= LANGUAGE_EN; language++) {
            const struct value value = { .kind = VALUE_MONEY_OVER_TIME,
                                         .unknown = true,
                                         .period = (enum period)period };
            read_back(&value, (enum language)language, arena);
        }
    const struct value percent = { .kind = VALUE_PERCENT, .unknown = true };
    read_back(&percent, LANGUAGE_SV, arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(what_is_printed_is_read_back),
        ARENA_TEST(an_unknown_is_read_back_with_its_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Figures with their units. */

#include <medfin/values/figure.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/decimal.h>

struct unit_row {
    const char *name;
    int power;         /* of ten: öre in one */
    const char *meant; /* not taken; what its writer should write */
};

static const struct unit_row units[] = {
    { "kr", 2, NULL },    { "kronor", 2, NULL }, { "krona", 2, NULL },      { ":-", 2, NULL },     { "SEK", 2, NULL },
    { "tkr", 5, NULL },   { "mnkr", 8, NULL },   { "Mkr", 8, NULL },        { "öre", 0, NULL },    { "kkr", 0, "tkr" },
    { "ksek", 0, "tkr" }, { "msek", 0, "mnkr" }, { "miljoner", 0, "mnkr" }, { "tusen", 0, "tkr" },
};
enum { UNIT_COUNT = sizeof units / sizeof *units };

/* How a kind of number is held, and what is said where it cannot be. */
struct figure_row {
    int power; /* of a bare number */
    int64_t limit;
    enum diag_id too_fine;
};

static const struct figure_row kind_rows[KIND_KINDS] = {
    [KIND_MONEY] = { 2, MONEY_LIMIT, DIAG_MONEY_FINE },    [KIND_FINE] = { 9, NUMBER_LIMIT, DIAG_NUMBER_FINE },
    [KIND_SHARE] = { 7, PERCENT_LIMIT, DIAG_NUMBER_FINE }, [KIND_DECIMAL] = { 9, NUMBER_LIMIT, DIAG_NUMBER_FINE },
    [KIND_COUNT] = { 0, NUMBER_LIMIT, DIAG_COUNT_WHOLE },
};

enum { RATE_OVER_MONEY = 7 }; /* a rate is held 10⁷ times as finely as money */

struct diag_arg figure_arg(const struct scan *scan, enum kind kind, int64_t number)
{
    if (kind == KIND_MONEY)
        return arg_money(number);
    if (kind == KIND_SHARE)
        return arg_share(number);
    if (kind == KIND_COUNT)
        return arg_count(number);
    if (kind == KIND_FINE)
        return arg_text(fine_text(scan->arena, number, LANGUAGE_SV));
    return arg_text(number_text(scan->arena, number, LANGUAGE_SV));
}

/* Takes the unit of money if one stands here; false after a fault. */
static bool money_unit(struct scan *scan, enum kind kind)
{
    const char *back = scan->at;
    scan_more(scan);
    for (int i = 0; i < UNIT_COUNT; i++) {
        if (!scan_is(scan, units[i].name))
            continue;
        if (units[i].meant)
            return scan_fault_of(scan, DIAG_UNIT_MEANT, scan_token(scan), units[i].meant);
        scan->at += strlen(units[i].name);
        scan->unit.power = units[i].power + (kind == KIND_FINE ? RATE_OVER_MONEY : 0);
        scan->unit_stated = true;
        return true;
    }
    scan->at = back;
    return true;
}

bool percent_sign(struct scan *scan, int *power)
{
    const char *back = scan->at;
    scan_more(scan);
    if (scan_take(scan, '%')) {
        *power = 7;
        return true;
    }
    size_t size = strlen("‰");
    if ((size_t)(scan->end - scan->at) >= size && memcmp(scan->at, "‰", size) == 0) {
        scan->at += size;
        *power = 6;
        return true;
    }
    scan->at = back;
    return false;
}

static wide power_of_ten(int power)
{
    wide result = 1;
    for (int i = 0; i < power; i++)
        result *= 10;
    return result;
}

/* The decimal in the unit's own grain. */
static bool scaled(struct scan *scan, const struct decimal *decimal, int64_t *number)
{
    const struct figure_row *row = &kind_rows[scan->unit.kind];
    if (decimal->too_fine || decimal->decimals > scan->unit.power)
        return scan_fault_of(scan, row->too_fine, scan->figure, NULL);
    wide size = decimal->digits * power_of_ten(scan->unit.power - decimal->decimals);
    if (decimal->too_large || size > row->limit)
        return scan_fault(
            scan, DIAG_NUMBER_LARGE, scan->figure,
            ARGS(arg_text(scan_quote(scan, scan->figure)), figure_arg(scan, scan->unit.kind, row->limit)));
    *number = (int64_t)(decimal->negative ? -size : size);
    return true;
}

/* "1 000" and "1,00": the two things that "1,000" may mean. */
static bool thousands_fault(struct scan *scan, const struct decimal *decimal)
{
    const char *text = scan_copy(scan, decimal->text);
    size_t size = strlen(text), separator = size - 4;
    const char *thousands = arena_text(scan->arena, "%.*s %s", (int)separator, text, text + separator + 1);
    const char *exactly = text[size - 1] == '0' ? arena_text(scan->arena, "%.*s", (int)size - 1, text)
                                                : arena_text(scan->arena, "%s0", text);
    return scan_fault(scan, DIAG_NUMBER_AMBIGUOUS, decimal->text,
                      ARGS(arg_text(scan_quote(scan, decimal->text)), arg_text(thousands), arg_text(exactly)));
}

/* A percent is never meant in thousands, and a factor neither; nor is what stands in
   thousands or millions of kronor. */
static bool thousands_are_likely(const struct scan *scan)
{
    switch (scan->unit.kind) {
    case KIND_MONEY:
        return scan->unit.power <= 2;
    case KIND_FINE:
        return scan->unit.power <= 2 + RATE_OVER_MONEY;
    case KIND_COUNT:
        return true;
    case KIND_DECIMAL:
        return scan->operation != OPERATION_MULTIPLY;
    default:
        return false;
    }
}

/* "1,4615" may be a factor on what it is a percent of. */
static bool is_factor(const struct decimal *decimal)
{
    enum { MOST_FACTOR = 2 };
    return !decimal->too_fine && !decimal->too_large && decimal->decimals >= 1 && decimal->decimals <= 9 &&
           decimal->digits < MOST_FACTOR * power_of_ten(decimal->decimals);
}

static bool factor_fault(struct scan *scan, const struct decimal *decimal)
{
    int64_t factor = 0;
    bool is_scaled = scaled(scan, decimal, &factor);
    assert(is_scaled);
    const char *bare = scan_quote(scan, scan->figure);
    enum language sign = strchr(bare, ',') ? LANGUAGE_SV : LANGUAGE_EN;
    return scan_fault(scan, DIAG_PERCENT_FACTOR, scan->figure,
                      ARGS(arg_text(bare), arg_text(share_text(scan->arena, factor - SHARE_ONE, sign)),
                           arg_text(share_text(scan->arena, factor, sign)), arg_text(bare)));
}

/* A percent without its sign: "0,435" may be 43,5 % or 0,435 %. */
static bool bare_percent(struct scan *scan, const struct decimal *decimal)
{
    scan->unit.power = 9;
    bool is_fraction = !decimal->too_fine && !decimal->too_large && decimal->decimals <= 9 &&
                       decimal->digits <= power_of_ten(decimal->decimals) && decimal->digits;
    int64_t fraction = 0;
    if (!is_fraction && is_factor(decimal))
        return factor_fault(scan, decimal);
    if (!is_fraction)
        return scan_fault_of(scan, DIAG_PERCENT_BARE, scan->figure, scan_quote(scan, scan->figure));
    bool is_scaled = scaled(scan, decimal, &fraction);
    assert(is_scaled);
    /* Both readings in the user's own decimal sign. */
    const char *bare = scan_quote(scan, scan->figure);
    enum language sign = strchr(bare, ',') ? LANGUAGE_SV : LANGUAGE_EN;
    return scan_fault(scan, DIAG_PERCENT_FRACTION, scan->figure,
                      ARGS(arg_text(bare), arg_text(share_text(scan->arena, fraction, sign)), arg_text(bare)));
}

/* "1/3": a part of a whole, told by two numbers. */
static bool is_fraction(const struct scan *scan)
{
    return scan->end - scan->at > 1 && scan->at[0] == '/' && scan->at[1] >= '0' && scan->at[1] <= '9';
}

/* Exact to the billionth; what is below or above a share's range is told as of any percent. */
static bool fraction_read(struct scan *scan, const struct decimal *whole, int64_t *number)
{
    struct decimal parts;
    scan->at++;
    if (!decimal_read(scan, &parts))
        return false;
    scan->figure.end = scan->at;
    bool is_plain = !whole->decimals && !parts.decimals && !whole->too_large && !parts.too_large && parts.digits;
    const wide exact = is_plain ? ((wide)whole->digits * SHARE_ONE * 2 + parts.digits) / ((wide)parts.digits * 2) : 0;
    if (!is_plain || exact > PERCENT_LIMIT)
        return scan_fault_of_kind(scan, DIAG_VALUE_REST, (struct stretch){ whole->text.end, scan->at });
    *number = (int64_t)(whole->negative ? -exact : exact);
    return true;
}

bool figure_read(struct scan *scan, enum kind kind, const struct unit *bare, int64_t *number)
{
    scan->unit = bare ? *bare : (struct unit){ kind, kind_rows[kind].power };
    scan->unit_stated = false;
    scan_more(scan);
    struct decimal decimal;
    if (!decimal_read(scan, &decimal))
        return false;
    scan->figure = decimal.text;
    if (kind == KIND_SHARE && !bare && is_fraction(scan))
        return fraction_read(scan, &decimal, number);
    if (kind == KIND_SHARE) {
        scan->unit_stated = percent_sign(scan, &scan->unit.power);
        if (!scan->unit_stated && !bare)
            return bare_percent(scan, &decimal);
    } else if (kind == KIND_MONEY || kind == KIND_FINE) {
        if (!money_unit(scan, kind))
            return false;
    }
    if (scan->unit_stated)
        scan->figure.end = scan->at;
    if (decimal.may_be_thousands && thousands_are_likely(scan))
        return thousands_fault(scan, &decimal);
    return scaled(scan, &decimal, number);
}

bool figure_in_range(struct scan *scan, struct stretch text, enum kind kind, int64_t number)
{
    const struct key *key = scan->key;
    if ((key->low == 0 && key->high == 0) || (number >= key->low && number <= key->high))
        return true;
    return scan_fault(
        scan, number < key->low ? DIAG_VALUE_BELOW : DIAG_VALUE_ABOVE, text,
        ARGS(arg_text(scan_quote(scan, text)), figure_arg(scan, kind, number < key->low ? key->low : key->high)));
}

/* Money, and what stands behind it: a period, a status, a unit that it is paid for. */

#include "value_money.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/decimal.h>
#include <medfin/values/figure.h>

bool money_read(struct scan *scan, struct value *value)
{
    return figure_read(scan, KIND_MONEY, NULL, &value->number);
}

bool money_fine_read(struct scan *scan, struct value *value)
{
    return figure_read(scan, KIND_FINE, NULL, &value->number);
}

/* How people write a period beside its names. */
static const struct {
    const char *written;
    enum period period;
} spellings[] = {
    { "/mån", PERIOD_MONTH },      { "per månad", PERIOD_MONTH }, { "per mån", PERIOD_MONTH },
    { "per month", PERIOD_MONTH }, { "per år", PERIOD_YEAR },     { "per year", PERIOD_YEAR },
};

static bool take_words(struct scan *scan, const char *words)
{
    bool stand = scan_is(scan, words);
    scan->at += stand ? strlen(words) : 0;
    return stand;
}

enum period period_take(struct scan *scan)
{
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++)
        if (take_words(scan, periods[i].suffix) || take_words(scan, periods[i].swedish))
            return (enum period)i;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (take_words(scan, spellings[i].written))
            return spellings[i].period;
    return PERIOD_NONE;
}

const char *period_nearest(const char *text, struct arena *arena)
{
    const char *names[2 * PERIOD_COUNT] = { NULL };
    int count = 0;
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++) {
        names[count++] = periods[i].suffix;
        names[count++] = periods[i].swedish;
    }
    return text_nearest(text, names, arena);
}

/* The word behind an amount without a unit may be a unit spelt wrongly. */
static bool is_meant_as_unit(const struct scan *scan, struct stretch token)
{
    const char *text = scan_copy(scan, token);
    return !scan->unit_stated && *text != '/' && !period_nearest(text, scan->arena) &&
           !words_nearest(words_status, text, scan->arena);
}

/* "70 %" of a funder is its share, and no amount. */
static const struct key *percent_meant(const struct scan *scan, struct stretch token)
{
    month at;
    bool is_percent = token.end == token.from + 1 && *token.from == '%';
    const enum section_id *sections = scan->key->sections;
    return is_percent && sections ? key_find(sections[0], "share", &at) : NULL;
}

bool period_unwanted(struct scan *scan, struct stretch stretch, enum period period)
{
    const struct key *key = scan->key;
    bool is_monthly = key->date == DATE_MONTH || (key->name && strcmp(key->name, "monthly_salary") == 0);
    enum period own = is_monthly ? PERIOD_MONTH : key->date == DATE_YEAR ? PERIOD_YEAR : PERIOD_NONE;
    enum diag_id id = own == period         ? DIAG_PERIOD_UNWANTED
                      : own == PERIOD_MONTH ? DIAG_PERIOD_OF_MONTH
                      : own == PERIOD_YEAR  ? DIAG_PERIOD_OF_YEAR
                                            : DIAG_PERIOD_OF_NONE;
    return scan_fault_of(scan, id, stretch, NULL);
}

bool unit_fault(struct scan *scan, struct stretch token)
{
    static const char *const currencies[] = {
        "eur", "euro", "€", "keur", "meur", "nok", "dkk", "usd", "gbp", "$", "£"
    };
    const char *text = scan_copy(scan, token);
    enum diag_id id = *text == '%' ? DIAG_PERCENT_NO_MONEY : strchr("+*", *text) ? DIAG_VALUE_SUM : DIAG_UNIT_UNKNOWN;
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        id = text_same(text, currencies[i]) ? DIAG_UNIT_CURRENCY : id;
    return scan_fault_of(scan, id, token, NULL);
}

static bool period_fault(struct scan *scan)
{
    struct stretch token = scan_token(scan);
    const struct key *meant = percent_meant(scan, token);
    if (meant)
        return scan_fault(scan, DIAG_PERCENT_OF_MONEY, token, ARGS(arg_key(meant)));
    if (is_meant_as_unit(scan, token))
        return unit_fault(scan, token);
    return scan_fault_of(scan, DIAG_PERIOD_UNKNOWN, token, period_nearest(scan_copy(scan, token), scan->arena));
}

/* Takes a status; false after a fault. */
bool status_take(struct scan *scan, struct value *value)
{
    struct stretch token = scan_token(scan);
    if (is_meant_as_unit(scan, token))
        return unit_fault(scan, token);
    const struct word *word = scan_word(scan, words_status, token, DIAG_STATUS_UNKNOWN);
    if (!word)
        return false;
    value->status = (enum status)word->code;
    scan->at = token.end;
    return true;
}

static bool is_status(const struct scan *scan)
{
    return word_of_text(words_status, scan_copy(scan, scan_token(scan))) != NULL;
}

/* False after a fault: one period is enough. */
static bool no_second_period(struct scan *scan)
{
    struct scan ahead = *scan;
    if (*scan->at == '/')
        return scan_fault_of(scan, DIAG_PERIOD_SECOND, scan_token(scan), NULL);
    if (!period_take(&ahead))
        return true;
    return scan_fault_of(scan, DIAG_PERIOD_SECOND, (struct stretch){ scan->at, ahead.at }, NULL);
}

/* A period behind the amount that has been taken, and a status behind that. */
static bool period_read(struct scan *scan, struct value *value)
{
    struct stretch amount = scan->figure;
    if (!scan_more(scan) || *scan->at == '~' || is_status(scan)) {
        /* What is added to an amount over time has its period. */
        if (scan->operation == OPERATION_SET)
            return scan_fault_of(scan, DIAG_PERIOD_MISSING, amount, NULL);
    } else {
        value->period = period_take(scan);
        if (value->period == PERIOD_NONE)
            return period_fault(scan);
    }
    if (!scan_more(scan) || *scan->at == '~')
        return true;
    return no_second_period(scan);
}

bool money_over_time_read(struct scan *scan, struct value *value)
{
    return money_read(scan, value) && period_read(scan, value);
}

bool money_with_status_read(struct scan *scan, struct value *value)
{
    if (!money_read(scan, value))
        return false;
    if (!scan_more(scan) || *scan->at == '~')
        return true;
    struct scan ahead = *scan;
    enum period period = period_take(&ahead);
    if (period)
        return period_unwanted(scan, (struct stretch){ scan->at, ahead.at }, period);
    return status_take(scan, value);
}

/* True if the number here is a percent. */
static bool is_percent(const struct scan *scan)
{
    struct scan ahead = *scan;
    int power;
    ahead.at = number_skip(scan);
    return percent_sign(&ahead, &power);
}

static bool either_read(struct scan *scan, struct value *value)
{
    value->is_share = is_percent(scan);
    return figure_read(scan, value->is_share ? KIND_SHARE : KIND_MONEY, NULL, &value->number);
}

bool money_each_read(struct scan *scan, struct value *value)
{
    if (!either_read(scan, value))
        return false;
    if (value->is_share)
        return true;
    struct stretch amount = scan->figure;
    if (!scan_more(scan))
        return scan_fault_of(scan, DIAG_EACH_MISSING, amount, NULL);
    struct stretch token = scan_token(scan);
    if (!scan_is(scan, "/tonne") && !scan_is(scan, "/ton"))
        return scan_fault_of(scan, DIAG_EACH_UNKNOWN, token, NULL);
    scan->at = token.end;
    return true;
}

/* "of gross" behind a percent. */
static bool gross_read(struct scan *scan)
{
    struct stretch percent = scan->figure;
    if (!scan_more(scan) || (!scan_is(scan, "of") && !scan_is(scan, "av")))
        return scan_fault_of(scan, DIAG_GROSS_MISSING, percent, scan_quote(scan, percent));
    scan->at = scan_token(scan).end;
    scan_more(scan);
    if (!scan_is(scan, "gross") && !scan_is(scan, "brutto"))
        return scan_fault_of(scan, DIAG_GROSS_MISSING, percent, scan_quote(scan, percent));
    scan->at = scan_token(scan).end;
    return true;
}

bool in_kind_read(struct scan *scan, struct value *value)
{
    if (!either_read(scan, value))
        return false;
    return value->is_share ? gross_read(scan) : period_read(scan, value);
}

bool rounding_read(struct scan *scan, struct value *value)
{
    if (!money_read(scan, value))
        return false;
    if (value->number <= 0)
        return scan_fault_of(scan, DIAG_ROUNDING_ZERO, scan->figure, NULL);
    struct stretch amount = scan->figure;
    if (!scan_more(scan))
        return scan_fault_of(scan, DIAG_ROUNDING_MISSING, amount, scan_quote(scan, amount));
    struct stretch token = scan_token(scan);
    const struct word *word = scan_word(scan, words_rounding, token, DIAG_WORD_UNKNOWN);
    if (!word)
        return false;
    value->second = word->code;
    scan->at = token.end;
    return true;
}

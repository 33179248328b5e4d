/* Percents, bare numbers, ratios, and the terms that are made of them. */

#include "value_percent.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/decimal.h>
#include <medfin/values/figure.h>
#include <medfin/values/value_list.h>

#include "value_money.h"

bool percent_read(struct scan *scan, struct value *value)
{
    return figure_read(scan, KIND_SHARE, NULL, &value->number);
}

bool percent_or_name_read(struct scan *scan, struct value *value)
{
    bool is_figure = number_skip(scan) > scan->at;
    return is_figure ? percent_read(scan, value) : name_read(scan, value);
}

bool number_read(struct scan *scan, struct value *value)
{
    return figure_read(scan, KIND_DECIMAL, NULL, &value->number);
}

bool count_read(struct scan *scan, struct value *value)
{
    return figure_read(scan, KIND_COUNT, NULL, &value->number);
}

/* One side of a ratio in billionths: decimals are exact, and thousands are never meant. */
static bool side_read(struct scan *scan, struct stretch *text, int64_t *billionths)
{
    const struct unit unit = { KIND_DECIMAL, 9 };
    enum operation operation = scan->operation;
    scan->operation = OPERATION_MULTIPLY;
    bool is_read = figure_read(scan, KIND_DECIMAL, &unit, billionths);
    scan->operation = operation;
    *text = scan->figure;
    return is_read;
}

bool ratio_read(struct scan *scan, struct value *value)
{
    struct stretch grant, match;
    if (!side_read(scan, &grant, &value->number))
        return false;
    scan_more(scan);
    if (!scan_take(scan, ':'))
        return scan_fault_of(scan, DIAG_RATIO_COLON, grant, NULL);
    if (!side_read(scan, &match, &value->second))
        return false;
    if (value->number <= 0)
        return scan_fault_of(scan, DIAG_RATIO_ZERO, grant, NULL);
    if (value->second <= 0)
        return scan_fault_of(scan, DIAG_RATIO_ZERO, match, NULL);
    if (value->number % SHARE_ONE == 0 && value->second % SHARE_ONE == 0) {
        value->number /= SHARE_ONE;
        value->second /= SHARE_ONE;
    }
    return true;
}

/* Takes "at most", or another such word behind "at", or its Swedish word. */
static bool at_take(struct scan *scan, const char *english, const char *swedish)
{
    bool is_swedish = scan_is(scan, swedish);
    if (!is_swedish && !scan_is(scan, "at"))
        return false;
    scan->at = scan_token(scan).end;
    if (is_swedish)
        return true;
    scan_more(scan);
    bool is_meant = scan_is(scan, english);
    scan->at = is_meant ? scan_token(scan).end : scan->at;
    return is_meant;
}

/* An amount alone, "50 000 kr" or "50000": the percent of which it is the bound is told. */
static bool is_amount(const struct scan *scan)
{
    enum { LEAST_DIGITS = 4 }; /* of an amount without its unit: no percent has so many */
    const char *text = text_lower(scan->arena, scan_copy(scan, scan_rest(scan)));
    int digits = 0;
    for (const char *at = text; *at && *at != ',' && *at != '.'; at++)
        digits += *at >= '0' && *at <= '9';
    bool has_unit = strstr(text, "kr") || strstr(text, "sek");
    return number_skip(scan) > scan->at && !strchr(text, '%') && (has_unit || digits >= LEAST_DIGITS);
}

static bool amount_fault(struct scan *scan, const char *percent, const char *english, const char *swedish)
{
    struct stretch rest = scan_rest(scan);
    const char *said = scan_copy(scan, rest), *last = rest.end - 1;
    const char *unit = *last >= '0' && *last <= '9' ? " kr" : "";
    return scan_fault(
        scan, DIAG_AMOUNT_NO_PERCENT, rest,
        ARGS(arg_text(said), arg_either(arena_text(scan->arena, "%s %%, at %s %s%s", percent, english, said, unit),
                                        arena_text(scan->arena, "%s %%, %s %s%s", percent, swedish, said, unit))));
}

/* A percent and, behind it, the amount that bounds it, where one is stated. */
static bool bounded_read(struct scan *scan, const char *english, const char *swedish, enum diag_id id,
                         struct value *value)
{
    if (is_amount(scan))
        return amount_fault(scan, id == DIAG_ADVANCE_MOST ? "100" : "0", english, swedish);
    if (!percent_read(scan, value))
        return false;
    struct stretch percent = scan->figure;
    if (!scan_more(scan))
        return true;
    scan_take(scan, ',');
    scan_more(scan);
    struct stretch rest = scan_rest(scan);
    if (!at_take(scan, english, swedish))
        return scan_fault_of(scan, id, rest.from < rest.end ? rest : percent, NULL);
    if (!figure_read(scan, KIND_MONEY, NULL, &value->second))
        return false;
    struct stretch most = scan->figure;
    scan->figure = percent;
    return value->second >= 0 ||
           scan_fault(scan, DIAG_VALUE_BELOW, most, ARGS(arg_text(scan_quote(scan, most)), arg_money(0)));
}

bool advance_read(struct scan *scan, struct value *value)
{
    value->second = -1;
    return bounded_read(scan, "most", "högst", DIAG_ADVANCE_MOST, value);
}

bool at_least_read(struct scan *scan, struct value *value)
{
    return bounded_read(scan, "least", "minst", DIAG_AT_LEAST, value);
}

static bool year_follows(struct scan *scan)
{
    scan_more(scan);
    struct stretch token = scan_token(scan);
    if (token.from == token.end)
        return scan_fault_of(scan, DIAG_YEAR_MISSING, scan->figure, scan_quote(scan, scan->figure));
    if (period_take(scan) != PERIOD_YEAR)
        return scan_fault_of(scan, DIAG_YEAR_MISSING, token, scan_quote(scan, scan->figure));
    return true;
}

bool per_year_read(struct scan *scan, struct value *value)
{
    return percent_read(scan, value) && year_follows(scan);
}

bool times_a_year_read(struct scan *scan, struct value *value)
{
    return count_read(scan, value) && year_follows(scan);
}

bool threshold_read(struct scan *scan, struct value *value)
{
    struct stretch token = scan_token(scan);
    const struct word *word = scan_word(scan, words_threshold, token, DIAG_WORD_UNKNOWN);
    if (!word)
        return false;
    scan->at = token.end;
    value->second = word->code;
    if (word->code == THRESHOLD_OFF)
        return true;
    if (!scan_more(scan))
        return scan_fault_of(scan, DIAG_THRESHOLD_PERCENT, token, NULL);
    return percent_read(scan, value);
}

bool limit_read(struct scan *scan, struct value *value)
{
    value->is_share = number_skip(scan) > scan->at;
    if (value->is_share)
        return percent_read(scan, value);
    struct stretch token = scan_token(scan);
    const struct word *word = scan_word(scan, words_cash, token, DIAG_LIMIT_UNKNOWN);
    if (!word)
        return false;
    value->number = word->code;
    scan->at = token.end;
    return true;
}

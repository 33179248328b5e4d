/* The tables of value kinds, periods and distributions, and values as text. */

#include <medfin/model/value.h>

#include <medfin/base/text.h>
#include <medfin/model/words.h>

/* clang-format off */
const struct value_kind_row value_kinds[VALUE_KIND_COUNT] = {
    [VALUE_TEXT] = { N_("text"), "Energi- och klimatråd", false, NULL },
    [VALUE_FILE] = { N_("file"), "medlemmar.csv", false, NULL },
    [VALUE_MONEY] = { N_("money"), "1 185 000 kr; 395 tkr; 1,185 mnkr; 30 öre; −5 000 kr", true, "kr" },
    [VALUE_MONEY_FINE] = { N_("money finer than öre"), "0,30 kr; 12,5 öre; 0,0077 kr", true, "kr" },
    [VALUE_MONEY_OVER_TIME] = { N_("money over time"), N_("4 000 kr/month; 48 000 kr/year; 144 000 kr total; 5 000 kr once"), true, "kr" },
    [VALUE_MONEY_EACH] = { N_("money each"), N_("1 500 kr/tonne; 50 %"), true, NULL },
    [VALUE_MONEY_WITH_STATUS] = { N_("money with status"), N_("10 mnkr granted; 10 mnkr"), true, "kr" },
    [VALUE_PERCENT] = { N_("percent"), "43,5 %; 0,1149 ‰", true, "%" },
    [VALUE_PERCENT_OR_NAME] = { N_("percent or name"), "46,15 %; po-region", true, "%" },
    [VALUE_NUMBER] = { N_("number"), "40; 150 000; 0,25", true, NULL },
    [VALUE_COUNT] = { N_("whole number"), "40; 150 000", true, NULL },
    [VALUE_MONTH] = { N_("month"), "2021-04; 2021-04-15", false, NULL },
    [VALUE_MONTHS] = { N_("months"), "2021-03, 2021-06, 2021-09", false, NULL },
    [VALUE_RATIO] = { N_("ratio"), "1:1; 2:1", true, NULL },
    [VALUE_WORD] = { N_("word"), N_("yes; no"), false, NULL },
    [VALUE_STATUS] = { N_("status"), N_("decided; applied ~ 70 %"), false, NULL },
    [VALUE_NAME] = { N_("name"), N_("region; funder.region"), false, NULL },
    [VALUE_NAMES] = { N_("names"), N_("staff, cost.lokaler"), false, NULL },
    [VALUE_TEXTS] = { N_("words of your own"), "Energi, Upphandling", false, NULL },
    [VALUE_IN_KIND] = { N_("money over time or a percent of gross"),
                        /* xgettext:no-c-format */ N_("120 000 kr total; 30 % of gross"), true, "kr" },
    [VALUE_ADVANCE] = { N_("advance"), N_("50 %, at most 400 000 kr; 50 %"), true, "%" },
    [VALUE_AT_LEAST] = { N_("percent with a floor"), N_("10 %, at least 10 000 kr; 10 %"), true, "%" },
    [VALUE_PER_YEAR] = { N_("percent a year"), N_("4 %/year"), true, NULL },
    [VALUE_TIMES_A_YEAR] = { N_("times a year"), N_("4/year"), false, NULL },
    [VALUE_ROUNDING] = { N_("rounding"), N_("1 kr nearest; 100 kr up"), true, NULL },
    [VALUE_THRESHOLD] = { N_("threshold"), N_("warn 0 %; fail 30 %; off"), false, NULL },
    [VALUE_LIMIT] = { N_("percent or cash"), N_("30 %; cash"), false, NULL },
    [VALUE_CLASSES] = { N_("size classes, one a line"), "0–9 999: 1 000 kr", true, NULL },
    [VALUE_CLASS_RATES] = { N_("size classes with rates, one a line"), "0–50 000: 30 öre", true, NULL },
};
/* clang-format on */

const struct period_row periods[PERIOD_COUNT] = {
    [PERIOD_NONE] = { "", "" },
    [PERIOD_MONTH] = { "/month", "/månad" },
    [PERIOD_YEAR] = { "/year", "/år" },
    [PERIOD_TOTAL] = { "total", "totalt" },
    [PERIOD_ONCE] = { "once", "en gång" },
};

const struct distribution_row distributions[DISTRIBUTION_COUNT] = {
    [DISTRIBUTION_NORMAL] = { "normal", "normal(A)", 1, N_("standard deviation; the value is the mean") },
    [DISTRIBUTION_UNIFORM] = { "uniform", "uniform(A, B)", 2, N_("lowest, highest") },
    [DISTRIBUTION_TRIANGULAR] = { "triangular", "triangular(A, B)", 2, N_("lowest, highest; the value is the mode") },
    [DISTRIBUTION_PERT] = { "pert", "pert(A, B)", 2, N_("lowest, highest; the value is the mode") },
    [DISTRIBUTION_LOGNORMAL] = { "lognormal", "lognormal(A)", 1, N_("95th percentile; the value is the median") },
    [DISTRIBUTION_HALVES] = { "p10", "p10(A) p90(B)", 2,
                              N_("10th percentile, 90th percentile; the value is the median") },
    [DISTRIBUTION_ONE_OF] = { "one_of", "one_of(A: 20 %, B: 80 %)", 1,
                              N_("one of several values, each with its chance; the value is one of them") },
    [DISTRIBUTION_CHANCE] = { "chance", "70 %", 1, N_("probability of a yes") },
};

struct printing {
    struct arena *arena;
    const struct value *value;
    const struct word *words;
    enum language language;
};

static const char *word_text(const struct printing *at, const struct word *words, int64_t code)
{
    const struct word *word = words ? word_of_code(words, (int)code) : NULL;
    if (!word)
        return "";
    return at->language == LANGUAGE_SV ? word->swedish : word->english;
}

static const char *print_text(const struct printing *at)
{
    return at->value->text;
}

static const char *print_money(const struct printing *at)
{
    return money_text(at->arena, at->value->number, at->language);
}

static const char *print_money_fine(const struct printing *at)
{
    return fine_text(at->arena, at->value->number, at->language);
}

static const char *print_percent(const struct printing *at)
{
    return share_text(at->arena, at->value->number, at->language);
}

static const char *print_period(const struct printing *at)
{
    const struct period_row *row = &periods[at->value->period];
    const char *suffix = at->language == LANGUAGE_SV ? row->swedish : row->suffix;
    return arena_text(at->arena, "%s%s", *suffix && *suffix != '/' ? " " : "", suffix);
}

static const char *with_status(const struct printing *at, const char *text)
{
    if (at->value->status == STATUS_NONE)
        return text;
    return arena_text(at->arena, "%s %s", text, word_text(at, words_status, at->value->status));
}

static const char *print_money_over_time(const struct printing *at)
{
    return arena_text(at->arena, "%s%s", print_money(at), print_period(at));
}

static const char *print_money_each(const struct printing *at)
{
    return at->value->is_share
               ? print_percent(at)
               : arena_text(at->arena, "%s/ton%s", print_money(at), at->language == LANGUAGE_SV ? "" : "ne");
}

static const char *print_money_with_status(const struct printing *at)
{
    return with_status(at, print_money(at));
}

/* Three decimals could be thousands: a zero more says that they are not. */
static const char *print_number(const struct printing *at)
{
    const int64_t thousandth = SHARE_ONE / 1000;
    bool three = at->value->number % thousandth == 0 && at->value->number % (10 * thousandth) != 0;
    return arena_text(at->arena, "%s%s", number_text(at->arena, at->value->number, at->language), three ? "0" : "");
}

static const char *print_count(const struct printing *at)
{
    return count_text(at->arena, at->value->number);
}

static const char *print_month(const struct printing *at)
{
    return month_text(at->arena, (month)at->value->number);
}

/* Nobody writes millions to one: such sides are billionths of what was written. */
static const char *print_ratio(const struct printing *at)
{
    const int64_t million = SHARE_ONE / 1000;
    if (at->value->number >= million || at->value->second >= million)
        return arena_text(at->arena, "%s:%s", number_text(at->arena, at->value->number, at->language),
                          number_text(at->arena, at->value->second, at->language));
    return arena_text(at->arena, "%s:%s", count_text(at->arena, at->value->number),
                      count_text(at->arena, at->value->second));
}

static const char *print_word(const struct printing *at)
{
    return word_text(at, at->words, at->value->number);
}

static const char *print_status(const struct printing *at)
{
    return word_text(at, words_status, at->value->number);
}

static const char *print_listed(const struct printing *at, int i)
{
    const struct value *value = at->value;
    if (value->kind != VALUE_MONTHS)
        return value->names[i];
    const int day = value->second ? value->months[value->count + i] : 0;
    const char *said = month_text(at->arena, value->months[i]);
    return day ? arena_text(at->arena, "%s-%02d", said, day) : said;
}

static const char *print_list(const struct printing *at)
{
    struct text out = text_new(at->arena);
    for (int i = 0; i < at->value->count; i++) {
        text_add(&out, i ? ", " : "");
        text_add(&out, print_listed(at, i));
    }
    return out.bytes;
}

static const char *print_percent_or_name(const struct printing *at)
{
    return at->value->count ? print_list(at) : print_percent(at);
}

static const char *print_in_kind(const struct printing *at)
{
    if (!at->value->is_share)
        return print_money_over_time(at);
    return arena_text(at->arena, "%s %s", print_percent(at), at->language == LANGUAGE_SV ? "av brutto" : "of gross");
}

static const char *print_advance(const struct printing *at)
{
    if (at->value->second < 0)
        return print_percent(at);
    return arena_text(at->arena, "%s, %s %s", print_percent(at), at->language == LANGUAGE_SV ? "högst" : "at most",
                      money_text(at->arena, at->value->second, at->language));
}

static const char *print_at_least(const struct printing *at)
{
    if (at->value->second < 0)
        return print_percent(at);
    return arena_text(at->arena, "%s, %s %s", print_percent(at), at->language == LANGUAGE_SV ? "minst" : "at least",
                      money_text(at->arena, at->value->second, at->language));
}

static const char *print_per_year(const struct printing *at)
{
    return arena_text(at->arena, "%s%s", print_percent(at), at->language == LANGUAGE_SV ? "/år" : "/year");
}

static const char *print_times_a_year(const struct printing *at)
{
    return arena_text(at->arena, "%s%s", print_count(at), at->language == LANGUAGE_SV ? "/år" : "/year");
}

static const char *print_rounding(const struct printing *at)
{
    return arena_text(at->arena, "%s %s", print_money(at), word_text(at, words_rounding, at->value->second));
}

static const char *print_threshold(const struct printing *at)
{
    const char *word = word_text(at, words_threshold, at->value->second);
    return at->value->second == THRESHOLD_OFF ? word : arena_text(at->arena, "%s %s", word, print_percent(at));
}

static const char *print_limit(const struct printing *at)
{
    return at->value->is_share ? print_percent(at) : word_text(at, words_cash, 1);
}

static const char *print_classes(const struct printing *at)
{
    struct text out = text_new(at->arena);
    for (int i = 0; i < at->value->count; i++) {
        const struct size_class *class = &at->value->classes[i];
        text_addf(&out, "%s%s–%s: %s", i ? "\n" : "", count_text(at->arena, class->from),
                  class->to == INT64_MAX ? "" : count_text(at->arena, class->to),
                  at->value->kind == VALUE_CLASS_RATES ? fine_text(at->arena, class->amount, at->language)
                                                       : money_text(at->arena, class->amount, at->language));
    }
    return out.bytes;
}

static const char *(*const printers[VALUE_KIND_COUNT])(const struct printing *) = {
    [VALUE_TEXT] = print_text,
    [VALUE_FILE] = print_text,
    [VALUE_MONEY] = print_money,
    [VALUE_MONEY_FINE] = print_money_fine,
    [VALUE_MONEY_OVER_TIME] = print_money_over_time,
    [VALUE_MONEY_EACH] = print_money_each,
    [VALUE_MONEY_WITH_STATUS] = print_money_with_status,
    [VALUE_PERCENT] = print_percent,
    [VALUE_PERCENT_OR_NAME] = print_percent_or_name,
    [VALUE_NUMBER] = print_number,
    [VALUE_COUNT] = print_count,
    [VALUE_MONTH] = print_month,
    [VALUE_MONTHS] = print_list,
    [VALUE_RATIO] = print_ratio,
    [VALUE_WORD] = print_word,
    [VALUE_STATUS] = print_status,
    [VALUE_NAME] = print_list,
    [VALUE_NAMES] = print_list,
    [VALUE_TEXTS] = print_list,
    [VALUE_IN_KIND] = print_in_kind,
    [VALUE_ADVANCE] = print_advance,
    [VALUE_AT_LEAST] = print_at_least,
    [VALUE_PER_YEAR] = print_per_year,
    [VALUE_TIMES_A_YEAR] = print_times_a_year,
    [VALUE_ROUNDING] = print_rounding,
    [VALUE_THRESHOLD] = print_threshold,
    [VALUE_LIMIT] = print_limit,
    [VALUE_CLASSES] = print_classes,
    [VALUE_CLASS_RATES] = print_classes,
};

static bool is_share_kind(const struct value *value)
{
    return value->is_share || value->kind == VALUE_PERCENT || value->kind == VALUE_PERCENT_OR_NAME ||
           value->kind == VALUE_PER_YEAR;
}

/* A parameter of a distribution in the value's unit. */
static const char *parameter(const struct printing *at, int64_t number)
{
    struct value alone = { .kind = at->value->kind, .number = number };
    struct printing of = { at->arena, &alone, at->words, at->language };
    if (at->value->kind == VALUE_NUMBER || at->value->kind == VALUE_COUNT || at->value->kind == VALUE_MONEY_FINE)
        return printers[at->value->kind](&of);
    return is_share_kind(at->value) ? print_percent(&of) : print_money(&of);
}

static const char *with_likely(const struct printing *at, const char *text)
{
    const struct spread *spread = at->value->spread;
    struct text out = text_new(at->arena);
    text_addf(&out, "%s ~ one_of(", text);
    for (int i = 0; i < spread->likely_count; i++)
        text_addf(&out, "%s%s: %s", i ? ", " : "", parameter(at, spread->likely[i].number),
                  share_text(at->arena, spread->likely[i].chance, at->language));
    text_add(&out, ")");
    return out.bytes;
}

static const char *with_spread(const struct printing *at, const char *text)
{
    const struct spread *spread = at->value->spread;
    if (spread->kind == DISTRIBUTION_CHANCE)
        return arena_text(at->arena, "%s ~ %s", text, share_text(at->arena, spread->first, at->language));
    if (spread->kind == DISTRIBUTION_HALVES)
        return arena_text(at->arena, "%s ~ p10(%s) p90(%s)", text, parameter(at, spread->first),
                          parameter(at, spread->second));
    if (spread->kind == DISTRIBUTION_ONE_OF)
        return with_likely(at, text);
    const struct distribution_row *row = &distributions[spread->kind];
    return arena_text(at->arena, "%s ~ %s(%s%s%s)", text, row->name, parameter(at, spread->first),
                      row->arguments > 1 ? ", " : "", row->arguments > 1 ? parameter(at, spread->second) : "");
}

const char *value_text(struct arena *arena, const struct value *value, const struct word *words, enum language language)
{
    struct printing at = { arena, value, words, language };
    if (value->unknown)
        return with_status(&at, arena_text(arena, "?%s", print_period(&at)));
    const char *text = printers[value->kind](&at);
    return value->spread ? with_spread(&at, text) : text;
}

#include "unit.h"

#include <string.h>

#include <medfin/read/value.h>

#include "faults.h"

#define TAKES     (KEY_MAY_BE_UNKNOWN | KEY_MAY_BE_UNCERTAIN)
#define COUNT(of) ((int)(sizeof(of) / sizeof *(of)))
#define KR        INT64_C(100)        /* öre */
#define PCT       INT64_C(10000000)   /* parts per billion */
#define ONE       INT64_C(1000000000) /* billionths */

static const struct word *words_of(enum value_kind kind)
{
    return kind == VALUE_STATUS ? words_status : kind == VALUE_WORD ? words_sector : NULL;
}

struct reading {
    struct value value;
    struct diags *diags;
    bool is_read;
};

static struct reading read_as(struct arena *arena, struct key key, enum operation operation, const char *text)
{
    struct reading reading = { .diags = diags_new(arena) };
    struct place place = { source_new(arena, "t", text, strlen(text), 0), 0, strlen(text) };
    key.words = words_of(key.kind);
    reading.is_read = value_read(&key, operation, text, place, &reading.value, arena, reading.diags);
    return reading;
}

/* What a key of the kind takes without a range. */
static struct reading read_kind(struct arena *arena, enum value_kind kind, const char *text)
{
    return read_as(arena, (struct key){ .name = "classes", .kind = kind, .flags = TAKES }, OPERATION_SET, text);
}

static const char *report(struct arena *arena, const struct reading *reading)
{
    return diags_text(reading->diags, LANGUAGE_SV, true, arena);
}

struct figure_case {
    enum value_kind kind;
    const char *text;
    int64_t number, second;
    enum period period;
    enum status status;
};

/* Every number is worked by hand from the text. */
#define FIGURE(a_kind, a_text, ...)                                                                                    \
    {                                                                                                                  \
        .kind = a_kind, .text = a_text, .number = __VA_ARGS__                                                          \
    }

static const struct figure_case figures[] = {
    FIGURE(VALUE_MONEY, "1 185 000 kr", 1185000 * KR),
    FIGURE(VALUE_MONEY, "1185000", 1185000 * KR),
    FIGURE(VALUE_MONEY, "1\u00a0185\u202f000\u2009kr", 1185000 * KR),
    FIGURE(VALUE_MONEY, "25 000 kronor", 25000 * KR),
    FIGURE(VALUE_MONEY, "1 krona", KR),
    FIGURE(VALUE_MONEY, "395 tkr", 395000 * KR),
    FIGURE(VALUE_MONEY, "1,185 mnkr", 1185000 * KR),
    FIGURE(VALUE_MONEY, "1.185 Mkr", 1185000 * KR),
    FIGURE(VALUE_MONEY, "2,500 tkr", 2500 * KR),
    FIGURE(VALUE_MONEY, "30 öre", 30),
    FIGURE(VALUE_MONEY, "0,30 kr", 30),
    FIGURE(VALUE_MONEY, "0,300 kr", 30),
    FIGURE(VALUE_MONEY, "4 000,50 kr", 400050),
    FIGURE(VALUE_MONEY, "4000.5", 400050),
    FIGURE(VALUE_MONEY, "-5 000 kr", -5000 * KR),
    FIGURE(VALUE_MONEY, "\u20115 000 kr", -5000 * KR),
    FIGURE(VALUE_MONEY, "\u20125 000 kr", -5000 * KR),
    FIGURE(VALUE_MONEY, "\u20135 000 kr", -5000 * KR),
    FIGURE(VALUE_MONEY, "\u22125 000 kr", -5000 * KR),
    FIGURE(VALUE_MONEY, "500kr", 500 * KR),
    FIGURE(VALUE_MONEY, "0", 0),
    FIGURE(VALUE_MONEY, "10 000 000 000 000 kr", MONEY_LIMIT),
    FIGURE(VALUE_MONEY, "0,00001 tkr", 1),
    FIGURE(VALUE_MONEY_OVER_TIME, "4 000 kr/month", 4000 * KR, 0, PERIOD_MONTH),
    FIGURE(VALUE_MONEY_OVER_TIME, "4 000 kr/månad", 4000 * KR, 0, PERIOD_MONTH),
    FIGURE(VALUE_MONEY_OVER_TIME, "1 400 000 kr /year", 1400000 * KR, 0, PERIOD_YEAR),
    FIGURE(VALUE_MONEY_OVER_TIME, "395 tkr/år", 395000 * KR, 0, PERIOD_YEAR),
    FIGURE(VALUE_MONEY_OVER_TIME, "240000 total", 240000 * KR, 0, PERIOD_TOTAL),
    FIGURE(VALUE_MONEY_OVER_TIME, "240 000 kr totalt", 240000 * KR, 0, PERIOD_TOTAL),
    FIGURE(VALUE_MONEY_OVER_TIME, "5 000 kr once", 5000 * KR, 0, PERIOD_ONCE),
    FIGURE(VALUE_MONEY_OVER_TIME, "5 000 kr en gång", 5000 * KR, 0, PERIOD_ONCE),
    FIGURE(VALUE_MONEY_EACH, "1 500 kr/tonne", 1500 * KR),
    FIGURE(VALUE_MONEY_EACH, "1 500 kr/ton", 1500 * KR),
    FIGURE(VALUE_MONEY_EACH, "12,5 %", 125 * PCT / 10),
    FIGURE(VALUE_MONEY_WITH_STATUS, "10 mnkr", 10000000 * KR),
    FIGURE(VALUE_MONEY_WITH_STATUS, "10 mnkr granted", 10000000 * KR, 0, PERIOD_NONE, STATUS_GRANTED),
    FIGURE(VALUE_MONEY_WITH_STATUS, "10 mnkr Beräknad", 10000000 * KR, 0, PERIOD_NONE, STATUS_ESTIMATED),
    FIGURE(VALUE_MONEY_WITH_STATUS, "10 sökt", 10 * KR, 0, PERIOD_NONE, STATUS_APPLIED),
    FIGURE(VALUE_PERCENT, "43,5 %", 435000000),
    FIGURE(VALUE_PERCENT, "43.5%", 435000000),
    FIGURE(VALUE_PERCENT, "0,1149 ‰", 114900),
    FIGURE(VALUE_PERCENT, "1,125 %", 11250000),
    FIGURE(VALUE_PERCENT, "\u22122 %", -2 * PCT),
    FIGURE(VALUE_PERCENT_OR_NAME, "46,15 %", 461500000),
    FIGURE(VALUE_MONEY_FINE, "0,30 kr", 300000000),
    FIGURE(VALUE_MONEY_FINE, "12,5 öre", 125000000),
    FIGURE(VALUE_MONEY_FINE, "0.0077 kr", 7700000),
    FIGURE(VALUE_MONEY_FINE, "1,0850", 1085000000),
    FIGURE(VALUE_MONEY_FINE, "0,385", 385000000),
    FIGURE(VALUE_NUMBER, "40", 40 * ONE),
    FIGURE(VALUE_NUMBER, "150 000", 150000 * ONE),
    FIGURE(VALUE_NUMBER, "0,25", ONE / 4),
    FIGURE(VALUE_NUMBER, "0,000000001", 1),
    FIGURE(VALUE_COUNT, "150 000", 150000),
    FIGURE(VALUE_COUNT, "\u22121", -1),
    FIGURE(VALUE_COUNT, "3,0", 3),
    FIGURE(VALUE_MONTH, "2021-04", 2021 * 12 + 3),
    FIGURE(VALUE_MONTH, "2021-04-15", 2021 * 12 + 3),
    FIGURE(VALUE_RATIO, "1:1", 1, 1),
    FIGURE(VALUE_RATIO, "2 : 1", 2, 1),
    FIGURE(VALUE_RATIO, "1,125:1", 1125000000, ONE),
    FIGURE(VALUE_WORD, "municipality", SECTOR_MUNICIPALITY),
    FIGURE(VALUE_WORD, "Kommun", SECTOR_MUNICIPALITY),
    FIGURE(VALUE_STATUS, "föreslagen", STATUS_PROPOSED),
    FIGURE(VALUE_IN_KIND, "120 000 kr total", 120000 * KR, 0, PERIOD_TOTAL),
    FIGURE(VALUE_IN_KIND, "30 % of gross", 30 * PCT),
    FIGURE(VALUE_IN_KIND, "12,5 % av brutto", 125 * PCT / 10),
    FIGURE(VALUE_ADVANCE, "50 %", 50 * PCT, -1),
    FIGURE(VALUE_ADVANCE, "50 %, at most 400 000 kr", 50 * PCT, 400000 * KR),
    FIGURE(VALUE_ADVANCE, "50 %, högst 400 tkr", 50 * PCT, 400000 * KR),
    FIGURE(VALUE_PER_YEAR, "4 %/year", 4 * PCT),
    FIGURE(VALUE_PER_YEAR, "4 %/år", 4 * PCT),
    FIGURE(VALUE_ROUNDING, "1 kr nearest", KR, ROUND_NEAREST),
    FIGURE(VALUE_ROUNDING, "100 kr uppåt", 100 * KR, ROUND_UP),
    FIGURE(VALUE_THRESHOLD, "warn 0 %", 0, THRESHOLD_WARN),
    FIGURE(VALUE_THRESHOLD, "fail 30 %", 30 * PCT, THRESHOLD_FAIL),
    FIGURE(VALUE_THRESHOLD, "off", 0, THRESHOLD_OFF),
    FIGURE(VALUE_LIMIT, "30 %", 30 * PCT),
    FIGURE(VALUE_LIMIT, "kontant", 1),
};

static void figures_are_exact(void **state)
{
    for (int i = 0; i < COUNT(figures); i++) {
        const struct figure_case *expected = &figures[i];
        struct reading got = read_kind(*state, expected->kind, expected->text);
        if (!got.is_read || diags_errors(got.diags))
            fail_msg("'%s' was refused:\n%s", expected->text, report(*state, &got));
        if (got.value.number != expected->number || got.value.second != expected->second ||
            got.value.period != expected->period || got.value.status != expected->status)
            fail_msg("'%s': %lld %lld %d %d", expected->text, (long long)got.value.number, (long long)got.value.second,
                     (int)got.value.period, (int)got.value.status);
        assert_int_equal(got.value.kind, expected->kind);
        assert_null(got.value.spread);
    }
}

struct fault_case {
    enum value_kind kind;
    const char *text;
    enum diag_id id;
    const char *at; /* the stretch that the caret marks */
};

static const struct fault_case faults[] = {
    { VALUE_MONEY, "1 18 5000 kr", DIAG_NUMBER_GROUPING, "1 18 5000" },
    { VALUE_MONEY, "1  185 kr", DIAG_NUMBER_GROUPING, "1  185" },
    { VALUE_MONEY, "1185 000", DIAG_NUMBER_GROUPING, "1185 000" },
    { VALUE_MONEY, "1.185.000 kr", DIAG_NUMBER_SEPARATORS, "1.185.000" },
    { VALUE_MONEY, "12,345,678", DIAG_NUMBER_SEPARATORS, "12,345,678" },
    { VALUE_MONEY, "1.234,50 kr", DIAG_NUMBER_SEPARATORS, "1.234,50" },
    { VALUE_MONEY, "1,000 kr", DIAG_NUMBER_AMBIGUOUS, "1,000" },
    { VALUE_MONEY, "1.000", DIAG_NUMBER_AMBIGUOUS, "1.000" },
    { VALUE_MONEY, "\u2212125,500 kr", DIAG_NUMBER_AMBIGUOUS, "\u2212125,500" },
    { VALUE_COUNT, "1,000", DIAG_NUMBER_AMBIGUOUS, "1,000" },
    { VALUE_MONEY_FINE, "1,385 kr", DIAG_NUMBER_AMBIGUOUS, "1,385" },
    { VALUE_MONEY_FINE, "0,0000000001 kr", DIAG_NUMBER_FINE, "0,0000000001 kr" },
    { VALUE_NUMBER, "1,000", DIAG_NUMBER_AMBIGUOUS, "1,000" },
    { VALUE_MONEY, "12 kkr", DIAG_UNIT_MEANT, "kkr" },
    { VALUE_MONEY, "12 krr", DIAG_UNIT_UNKNOWN, "krr" },
    { VALUE_MONEY, "12 EUR", DIAG_UNIT_UNKNOWN, "EUR" },
    { VALUE_MONEY, "0,305 kr", DIAG_MONEY_FINE, "0,305 kr" },
    { VALUE_MONEY, "30,5 öre", DIAG_MONEY_FINE, "30,5 öre" },
    { VALUE_MONEY, "10 000 000 000 001 kr", DIAG_NUMBER_LARGE, "10 000 000 000 001 kr" },
    { VALUE_MONEY, "99999999999999999999999999", DIAG_NUMBER_LARGE, "99999999999999999999999999" },
    { VALUE_MONEY, "kr", DIAG_NOT_A_NUMBER, "kr" },
    { VALUE_MONEY, "- 5 kr", DIAG_NOT_A_NUMBER, "-" },
    { VALUE_MONEY, ",5 kr", DIAG_NOT_A_NUMBER, "," },
    { VALUE_MONEY, "5 kr 6", DIAG_VALUE_REST, "6" },
    { VALUE_MONEY, "5 kr/month", DIAG_PERIOD_UNWANTED, "/month" },
    { VALUE_MONEY, "5 kr ~ norm(3)", DIAG_SPREAD_UNKNOWN, "norm" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr/manad", DIAG_PERIOD_UNKNOWN, "/manad" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr/fortnight", DIAG_PERIOD_UNKNOWN, "/fortnight" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr", DIAG_PERIOD_MISSING, "4 000 kr" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr granted", DIAG_PERIOD_MISSING, "4 000 kr" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr/month/year", DIAG_PERIOD_SECOND, "/year" },
    { VALUE_MONEY_OVER_TIME, "4 000 kr/year total", DIAG_PERIOD_SECOND, "total" },
    { VALUE_MONEY_OVER_TIME, "4 000 kronr/year", DIAG_UNIT_UNKNOWN, "kronr" },
    { VALUE_MONEY_EACH, "1 500 kr", DIAG_EACH_MISSING, "1 500 kr" },
    { VALUE_MONEY_EACH, "1 500 kr/month", DIAG_EACH_UNKNOWN, "/month" },
    { VALUE_MONEY_WITH_STATUS, "10 mnkr grantd", DIAG_STATUS_UNKNOWN, "grantd" },
    { VALUE_MONEY_WITH_STATUS, "10 mnkr/year", DIAG_PERIOD_UNWANTED, "/year" },
    { VALUE_PERCENT, "0,435", DIAG_PERCENT_FRACTION, "0,435" },
    { VALUE_PERCENT, "43,5", DIAG_PERCENT_BARE, "43,5" },
    { VALUE_PERCENT, "0,00000001 %", DIAG_NUMBER_FINE, "0,00000001 %" },
    { VALUE_PERCENT, "200 000 %", DIAG_NUMBER_LARGE, "200 000 %" },
    { VALUE_PERCENT_OR_NAME, "po region", DIAG_NAME_CHARACTER, " " },
    { VALUE_NUMBER, "0,0000000001", DIAG_NUMBER_FINE, "0,0000000001" },
    { VALUE_NUMBER, "1 2", DIAG_NUMBER_GROUPING, "1 2" },
    { VALUE_NUMBER, "1,5 5", DIAG_NUMBER_DECIMALS, "1,5 5" },
    { VALUE_NUMBER, "fyra", DIAG_NOT_A_NUMBER, "fyra" },
    { VALUE_NUMBER, "4 st", DIAG_VALUE_REST, "st" },
    { VALUE_COUNT, "2,5", DIAG_COUNT_WHOLE, "2,5" },
    { VALUE_MONTH, "2021-13", DIAG_NOT_A_MONTH, "2021-13" },
    { VALUE_MONTH, "apr 2021", DIAG_NOT_A_MONTH, "apr 2021" },
    { VALUE_MONTH, "2021", DIAG_NOT_A_MONTH, "2021" },
    { VALUE_MONTHS, "2021-03, 2021-14, 2021-05", DIAG_NOT_A_MONTH, "2021-14" },
    { VALUE_MONTHS, ", 2021-05", DIAG_ITEM_EMPTY, "," },
    { VALUE_RATIO, "1:0", DIAG_RATIO_ZERO, "0" },
    { VALUE_RATIO, "1", DIAG_RATIO_COLON, "1" },
    { VALUE_RATIO, "2:", DIAG_NUMBER_MISSING, ":" },
    { VALUE_WORD, "regon", DIAG_WORD_UNKNOWN, "regon" },
    { VALUE_STATUS, "grantd", DIAG_STATUS_UNKNOWN, "grantd" },
    { VALUE_STATUS, "granted x", DIAG_STATUS_UNKNOWN, "granted x" },
    { VALUE_NAME, "a.b", DIAG_UNKNOWN_KIND, "a" },
    { VALUE_NAME, "cost.", DIAG_NAME_WITHOUT_ID, "cost." },
    { VALUE_NAMES, "staff, a+b", DIAG_NAME_CHARACTER, "+" },
    { VALUE_TEXTS, "a,", DIAG_ITEM_EMPTY, "," },
    { VALUE_IN_KIND, "30 %", DIAG_GROSS_MISSING, "30 %" },
    { VALUE_IN_KIND, "30 % of net", DIAG_GROSS_MISSING, "30 %" },
    { VALUE_IN_KIND, "120 000 kr", DIAG_PERIOD_MISSING, "120 000 kr" },
    { VALUE_ADVANCE, "50 %, 400 000 kr", DIAG_ADVANCE_MOST, "400 000 kr" },
    { VALUE_ADVANCE, "50 %, at most \u22121 kr", DIAG_VALUE_BELOW, "\u22121 kr" },
    { VALUE_PER_YEAR, "4 %", DIAG_YEAR_MISSING, "4 %" },
    { VALUE_PER_YEAR, "4 %/month", DIAG_YEAR_MISSING, "/month" },
    { VALUE_ROUNDING, "1 kr", DIAG_ROUNDING_MISSING, "1 kr" },
    { VALUE_ROUNDING, "0 kr up", DIAG_ROUNDING_ZERO, "0 kr" },
    { VALUE_ROUNDING, "1 kr sideways", DIAG_WORD_UNKNOWN, "sideways" },
    { VALUE_THRESHOLD, "warn", DIAG_THRESHOLD_PERCENT, "warn" },
    { VALUE_THRESHOLD, "worn 3 %", DIAG_WORD_UNKNOWN, "worn" },
    { VALUE_LIMIT, "money", DIAG_LIMIT_UNKNOWN, "money" },
    { VALUE_CLASSES, "9: 1 kr", DIAG_CLASS_FORM, "9: 1 kr" },
    { VALUE_CLASSES, "9–5: 1 kr", DIAG_CLASS_BOUNDS, "9–5" },
    { VALUE_CLASSES, "0–5: 1 kr/month", DIAG_PERIOD_UNWANTED, "/month" },
    { VALUE_CLASSES, "0–5: \u22121 kr", DIAG_VALUE_BELOW, "\u22121 kr" },
    { VALUE_MONEY, "10 ~", DIAG_SPREAD_MISSING, "~" },
    { VALUE_MONEY, "10 ~ 70 %", DIAG_SPREAD_UNKNOWN, "70" },
    { VALUE_MONEY, "10 ~ normal", DIAG_SPREAD_PARENTHESIS, "normal" },
    { VALUE_MONEY, "10 ~ normal(5", DIAG_SPREAD_PARENTHESIS, "normal(5" },
    { VALUE_MONEY, "10 ~ normal(5, 6)", DIAG_SPREAD_COUNT, "normal(5, 6)" },
    { VALUE_MONEY, "10 ~ pert(5,6)", DIAG_SPREAD_COUNT, "pert(5,6)" },
    { VALUE_MONEY, "10 ~ pert(5,-6)", DIAG_SPREAD_COMMA, "," },
    { VALUE_MONEY, "10 ~ normal(-5)", DIAG_SPREAD_NEGATIVE, "-5" },
    { VALUE_MONEY, "10 ~ uniform(11, 12)", DIAG_SPREAD_MIN, "11" },
    { VALUE_MONEY, "10 ~ triangular(8, 9)", DIAG_SPREAD_MAX, "9" },
    { VALUE_MONEY, "10 ~ lognormal(9)", DIAG_SPREAD_P95, "9" },
    { VALUE_MONEY, "0 ~ lognormal(9)", DIAG_SPREAD_MEDIAN, "0" },
    { VALUE_MONEY, "10 ~ normal(5) x", DIAG_VALUE_REST, "x" },
    { VALUE_STATUS, "applied ~ 120 %", DIAG_SPREAD_CHANCE, "120 %" },
    { VALUE_STATUS, "applied ~ 0,7", DIAG_PERCENT_FRACTION, "0,7" },
    { VALUE_PERCENT_OR_NAME, "po ~ normal(3 %)", DIAG_NAME_CHARACTER, " " },
};

static void faults_have_their_place(void **state)
{
    for (int i = 0; i < COUNT(faults); i++) {
        const struct fault_case *expected = &faults[i];
        struct reading got = read_kind(*state, expected->kind, expected->text);
        assert_false(got.is_read);
        assert_int_equal(diags_errors(got.diags), 1);
        assert_fault(*state, expected->text, report(*state, &got), expected->id, expected->at);
    }
}

static void hints_say_what_to_write(void **state)
{
    static const struct {
        enum value_kind kind;
        const char *text, *hint;
    } cases[] = {
        { VALUE_MONEY, "1 18 5000 kr", "did you mean 1 185 000?" },
        { VALUE_MONEY, "1.185.000", "did you mean 1 185 000?" },
        { VALUE_MONEY, "1,000 kr", "write 1 000 or 1,00" },
        { VALUE_COUNT, "1,234", "write 1 234 or 1,2340" },
        { VALUE_MONEY, "12 kkr", "did you mean tkr?" },
        { VALUE_MONEY_OVER_TIME, "4 000 kr", "add /month, /year, total or once" },
        { VALUE_MONEY_OVER_TIME, "4 000 kr/manad", "did you mean '/månad'?" },
        { VALUE_MONEY_OVER_TIME, "4 000 kr totl", "did you mean 'total'?" },
        { VALUE_PERCENT, "43,5", "write 43,5 %" },
        { VALUE_STATUS, "beviljd", "did you mean 'beviljad'?" },
        { VALUE_MONEY, "5 ~ norml(3)", "did you mean 'normal'?" },
        { VALUE_NAME, "cst.a", "did you mean 'cost'?" },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading got = read_kind(*state, cases[i].kind, cases[i].text);
        const char *wanted = arena_text(*state, "\nhint: %s\n", cases[i].hint);
        if (!strstr(report(*state, &got), wanted))
            fail_msg("no%sin\n%s", wanted, report(*state, &got));
    }
    struct reading got = read_kind(*state, VALUE_PERCENT, "0,435");
    assert_non_null(strstr(report(*state, &got), "43,5 % or 0,435 %?"));
}

static void uncertain_values_keep_their_parameters(void **state)
{
    static const struct {
        enum value_kind kind;
        const char *text;
        int64_t number;
        struct spread spread;
    } cases[] = {
        { VALUE_MONEY_OVER_TIME,
          "60 000 kr/year ~ pert(50 000, 90 000)",
          60000 * KR,
          { DISTRIBUTION_PERT, 50000 * KR, 90000 * KR } },
        { VALUE_MONEY_OVER_TIME,
          "395 tkr/year ~ uniform(350, 450)",
          395000 * KR,
          { DISTRIBUTION_UNIFORM, 350000 * KR, 450000 * KR } },
        { VALUE_MONEY,
          "1,185 mnkr ~ triangular(1,000, 1 500 tkr)",
          1185000 * KR,
          { DISTRIBUTION_TRIANGULAR, 1000000 * KR, 1500000 * KR } },
        { VALUE_MONEY, "45 000 kr ~ normal(10 %)", 45000 * KR, { DISTRIBUTION_NORMAL, 4500 * KR, 0 } },
        { VALUE_MONEY, "\u221245 000 kr ~ normal(10 %)", -45000 * KR, { DISTRIBUTION_NORMAL, 4500 * KR, 0 } },
        { VALUE_MONEY, "45 000 ~ Lognormal( 60 000 kr )", 45000 * KR, { DISTRIBUTION_LOGNORMAL, 60000 * KR, 0 } },
        { VALUE_PERCENT, "4,1 % ~ normal(0,5 %)", 41000000, { DISTRIBUTION_NORMAL, 5000000, 0 } },
        { VALUE_PERCENT, "4,1 % ~ normal(0,5)", 41000000, { DISTRIBUTION_NORMAL, 5000000, 0 } },
        { VALUE_PERCENT, "4 ‰ ~ uniform(3, 5 %)", 4000000, { DISTRIBUTION_UNIFORM, 3000000, 50000000 } },
        { VALUE_NUMBER, "40 ~ normal(2,5 %)", 40 * ONE, { DISTRIBUTION_NORMAL, ONE, 0 } },
        { VALUE_MONEY_FINE,
          "0,30 kr ~ uniform(25 öre, 0,40)",
          300000000,
          { DISTRIBUTION_UNIFORM, 250000000, 400000000 } },
        { VALUE_COUNT, "40 ~ uniform(30, 50)", 40, { DISTRIBUTION_UNIFORM, 30, 50 } },
        { VALUE_STATUS, "applied ~ 70 %", STATUS_APPLIED, { DISTRIBUTION_CHANCE, 70 * PCT, 0 } },
        { VALUE_MONEY_WITH_STATUS,
          "10 mnkr granted ~ normal(1)",
          10000000 * KR,
          { DISTRIBUTION_NORMAL, 1000000 * KR, 0 } },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading got = read_kind(*state, cases[i].kind, cases[i].text);
        if (!got.is_read)
            fail_msg("'%s' was refused:\n%s", cases[i].text, report(*state, &got));
        assert_non_null(got.value.spread);
        assert_int_equal(got.value.number, cases[i].number);
        assert_int_equal(got.value.spread->kind, cases[i].spread.kind);
        assert_int_equal(got.value.spread->first, cases[i].spread.first);
        assert_int_equal(got.value.spread->second, cases[i].spread.second);
    }
}

static void lists_keep_their_items(void **state)
{
    struct value months = read_kind(*state, VALUE_MONTHS, "2021-03,2021-06-30 , 2021-12").value;
    assert_int_equal(months.count, 3);
    assert_int_equal(months.months[1], month_of(2021, 6));
    assert_int_equal(months.months[2], month_of(2021, 12));

    struct value names = read_kind(*state, VALUE_NAMES, "staff, cost.lokaler, åäö_1-x").value;
    assert_int_equal(names.count, 3);
    assert_string_equal(names.names[0], "staff");
    assert_string_equal(names.names[1], "cost.lokaler");
    assert_string_equal(names.names[2], "åäö_1-x");

    struct value texts = read_kind(*state, VALUE_TEXTS, "Energi & klimat , Upphandling").value;
    assert_int_equal(texts.count, 2);
    assert_string_equal(texts.names[0], "Energi & klimat");

    struct value name = read_kind(*state, VALUE_PERCENT_OR_NAME, "po-region").value;
    assert_int_equal(name.count, 1);
    assert_string_equal(name.names[0], "po-region");
    assert_string_equal(read_kind(*state, VALUE_TEXT, " ?\u00a0").value.text, "?");
    assert_string_equal(read_kind(*state, VALUE_FILE, "a b.csv").value.text, "a b.csv");
}

static void classes_keep_their_bounds(void **state)
{
    const char *lines = "0–9 999: 1 000 kr\n10 000-29 999: 1 800\n30 000–: 2 200 kr";
    struct value fees = read_kind(*state, VALUE_CLASSES, lines).value;
    assert_int_equal(fees.count, 3);
    assert_int_equal(fees.classes[1].from, 10000);
    assert_int_equal(fees.classes[1].to, 29999);
    assert_int_equal(fees.classes[1].amount, 1800 * KR);
    assert_true(fees.classes[2].to == INT64_MAX);

    struct key bands = { .name = "bands", .kind = VALUE_CLASS_RATES };
    struct value rates = read_as(*state, bands, OPERATION_SET, "0–50 000: 30 öre\n50 001–: 20,5 öre").value;
    assert_int_equal(rates.count, 2);
    assert_int_equal(rates.classes[0].amount, 300000000);
    assert_int_equal(rates.classes[1].amount, 205000000);
}

static void unknown_only_where_it_may_be(void **state)
{
    assert_true(read_kind(*state, VALUE_MONEY_OVER_TIME, "?").value.unknown);
    struct key certain = { .name = "x", .kind = VALUE_MONEY };
    struct reading unknown = read_as(*state, certain, OPERATION_SET, "?");
    assert_fault(*state, "?", report(*state, &unknown), DIAG_NOT_UNKNOWN, "?");
    const char *text = "5 kr ~ normal(3)";
    struct reading uncertain = read_as(*state, certain, OPERATION_SET, text);
    assert_fault(*state, text, report(*state, &uncertain), DIAG_NOT_UNCERTAIN, "~ normal(3)");
    assert_int_equal(diags_errors(read_kind(*state, VALUE_MONEY, " ").diags), 1);
}

static void a_key_may_have_a_range(void **state)
{
    const struct key part = { .name = "share", .kind = VALUE_PERCENT, .flags = TAKES, .high = 100 * PCT };
    struct reading above = read_as(*state, part, OPERATION_SET, "101 %");
    assert_fault(*state, "101 %", report(*state, &above), DIAG_VALUE_ABOVE, "101 %");
    struct reading below = read_as(*state, part, OPERATION_SET, "-1 %");
    assert_fault(*state, "-1 %", report(*state, &below), DIAG_VALUE_BELOW, "-1 %");
    const char *text = "50 % ~ uniform(40, 110)";
    struct reading spread = read_as(*state, part, OPERATION_SET, text);
    assert_fault(*state, text, report(*state, &spread), DIAG_VALUE_ABOVE, "110");
    /* What is added need not lie in the range. */
    assert_true(read_as(*state, part, OPERATION_ADD, "-10 %").is_read);
}

static void operations_change_figures(void **state)
{
    const struct key amount = { .name = "amount", .kind = VALUE_MONEY_OVER_TIME, .flags = TAKES };
    const struct key name = { .name = "employer_rate", .kind = VALUE_PERCENT_OR_NAME, .flags = TAKES };
    const struct key text = { .name = "title", .kind = VALUE_TEXT };
    struct reading factor = read_as(*state, amount, OPERATION_MULTIPLY, "1,025");
    assert_int_equal(factor.value.kind, VALUE_NUMBER);
    assert_int_equal(factor.value.number, 1025000000);
    struct reading added = read_as(*state, amount, OPERATION_ADD, "4 000 kr");
    assert_int_equal(added.value.number, 4000 * KR);
    assert_int_equal(added.value.period, PERIOD_NONE);
    assert_int_equal(read_as(*state, amount, OPERATION_SUBTRACT, "1 kr/year").value.period, PERIOD_YEAR);

    const struct {
        const struct key *key;
        enum operation operation;
        const char *text;
        enum diag_id id;
        const char *at;
    } cases[] = {
        { &amount, OPERATION_MULTIPLY, "1,2 kr", DIAG_FACTOR, "1,2 kr" },
        { &amount, OPERATION_MULTIPLY, "120 %", DIAG_FACTOR, "120 %" },
        { &amount, OPERATION_MULTIPLY, "-1", DIAG_FACTOR, "-1" },
        { &amount, OPERATION_ADD, "?", DIAG_UNKNOWN_CHANGE, "?" },
        { &amount, OPERATION_ADD, "5 kr ~ normal(1)", DIAG_SPREAD_CHANGE, "~ normal(1)" },
        { &name, OPERATION_ADD, "po", DIAG_NAME_CHANGE, "po" },
        { &text, OPERATION_ADD, "x", DIAG_OPERATION_KIND, "x" },
        { &text, OPERATION_MULTIPLY, "2", DIAG_OPERATION_KIND, "2" },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading got = read_as(*state, *cases[i].key, cases[i].operation, cases[i].text);
        assert_false(got.is_read);
        assert_fault(*state, cases[i].text, report(*state, &got), cases[i].id, cases[i].at);
    }
}

static void every_kind_is_read_somewhere(void **state)
{
    (void)state;
    bool seen[VALUE_KIND_COUNT] = {
        [VALUE_TEXT] = true,  [VALUE_FILE] = true,  [VALUE_MONTHS] = true,  [VALUE_NAME] = true,
        [VALUE_NAMES] = true, [VALUE_TEXTS] = true, [VALUE_CLASSES] = true, [VALUE_CLASS_RATES] = true
    };
    for (int i = 0; i < COUNT(figures); i++)
        seen[figures[i].kind] = true;
    for (int kind = 0; kind < VALUE_KIND_COUNT; kind++)
        assert_true(seen[kind]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(figures_are_exact),
        ARENA_TEST(faults_have_their_place),
        ARENA_TEST(hints_say_what_to_write),
        ARENA_TEST(uncertain_values_keep_their_parameters),
        ARENA_TEST(lists_keep_their_items),
        ARENA_TEST(classes_keep_their_bounds),
        ARENA_TEST(unknown_only_where_it_may_be),
        ARENA_TEST(a_key_may_have_a_range),
        ARENA_TEST(operations_change_figures),
        ARENA_TEST(every_kind_is_read_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

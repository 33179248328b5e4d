#include "unit.h"

#include <string.h>

#include <medfin/base/text.h>

#include "faults.h"
#include "value_reading.h"

#define KR  INT64_C(100)        /* öre */
#define PCT INT64_C(10000000)   /* parts per billion */
#define ONE INT64_C(1000000000) /* billionths */

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
    FIGURE(VALUE_MONEY, "1 185 000:-", 1185000 * KR),
    FIGURE(VALUE_MONEY, "1 185 000 SEK", 1185000 * KR),
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
    FIGURE(VALUE_PERCENT, "1/3", 333333333),
    FIGURE(VALUE_PERCENT, "2/3", 666666667),
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
    FIGURE(VALUE_MONTH, "april 2021", 2021 * 12 + 3),
    FIGURE(VALUE_MONTH, "2021 apr", 2021 * 12 + 3),
    FIGURE(VALUE_RATIO, "1:1", 1, 1),
    FIGURE(VALUE_RATIO, "2 : 1", 2, 1),
    FIGURE(VALUE_RATIO, "1,125:1", 1125000000, ONE),
    FIGURE(VALUE_WORD, "municipality", SECTOR_MUNICIPALITY),
    FIGURE(VALUE_WORD, "Kommun", SECTOR_MUNICIPALITY),
    FIGURE(VALUE_STATUS, "föreslagen", STATUS_PROPOSED),
    FIGURE(VALUE_IN_KIND, "120 000 kr total", 120000 * KR, 0, PERIOD_TOTAL),
    FIGURE(VALUE_IN_KIND, "30 % of gross", 30 * PCT),
    FIGURE(VALUE_IN_KIND, "12,5 % av brutto", 125 * PCT / 10),
    FIGURE(VALUE_AT_LEAST, "10 %", 10 * PCT, 0),
    FIGURE(VALUE_AT_LEAST, "10 %, at least 10 000 kr", 10 * PCT, 10000 * KR),
    FIGURE(VALUE_AT_LEAST, "10 %, minst 10 tkr", 10 * PCT, 10000 * KR),
    FIGURE(VALUE_ADVANCE, "50 %", 50 * PCT, -1),
    FIGURE(VALUE_ADVANCE, "50 %, at most 400 000 kr", 50 * PCT, 400000 * KR),
    FIGURE(VALUE_ADVANCE, "50 %, högst 400 tkr", 50 * PCT, 400000 * KR),
    FIGURE(VALUE_PER_YEAR, "4 %/year", 4 * PCT),
    FIGURE(VALUE_TIMES_A_YEAR, "4/year", 4),
    FIGURE(VALUE_TIMES_A_YEAR, "4 per år", 4),
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
        struct {
            enum distribution kind;
            int64_t first, second;
        } spread;
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

static void percentiles_and_several_values_are_read(void **state)
{
    struct reading got = read_kind(*state, VALUE_MONEY_OVER_TIME, "60 000 kr/year ~ p10(50 000) p90( 90 tkr )");
    assert_true(got.is_read && got.value.spread->kind == DISTRIBUTION_HALVES);
    assert_true(got.value.spread->first == 50000 * KR && got.value.spread->second == 90000 * KR);
    got = read_kind(*state, VALUE_PERCENT, "2,5 % ~ one_of(1: 12,5 %,  2,5 % : 87,5 %)");
    assert_true(got.is_read && got.value.spread->kind == DISTRIBUTION_ONE_OF && got.value.spread->likely_count == 2);
    assert_true(got.value.spread->likely[0].number == PCT && got.value.spread->likely[0].chance == 125000000);
}

static void lists_keep_their_items(void **state)
{
    struct value months = read_kind(*state, VALUE_MONTHS, "2021-03,2021-06-30 , 2021-12").value;
    assert_int_equal(months.count, 3);
    assert_int_equal(months.months[1], month_of(2021, 6));
    assert_int_equal(months.months[2], month_of(2021, 12));
    const struct value days = read_kind(*state, VALUE_MONTHS, "2021-06-09, 2021-06-30").value;
    assert_int_equal(days.count, 2);
    assert_int_equal(days.months[0], month_of(2021, 6));
    assert_int_equal(days.months[1], month_of(2021, 6));

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

/* In the language of the reader; what is read again is the same, which tests/properties/values.c tries of the rest. */
static void values_are_printed_as_people_write_them(void **state)
{
    static const struct {
        enum value_kind kind;
        const char *text, *swedish, *english;
    } rows[] = {
        { VALUE_MONEY, "10 kr ~ one_of(10 kr: 60 %, 20 kr: 40 %)", "10,00 kr ~ one_of(10,00 kr: 60 %, 20,00 kr: 40 %)",
          "10.00 kr ~ one_of(10.00 kr: 60 %, 20.00 kr: 40 %)" },
        { VALUE_PERCENT, "10 % ~ p10(5 %) p90(12,5 %)", "10 % ~ p10(5 %) p90(12,5 %)", "10 % ~ p10(5 %) p90(12.5 %)" },
        { VALUE_COUNT, "10 ~ uniform(5, 12)", "10 ~ uniform(5, 12)", "10 ~ uniform(5, 12)" },
        { VALUE_NUMBER, "1,5 ~ normal(0,25)", "1,5 ~ normal(0,25)", "1.5 ~ normal(0.25)" },
        { VALUE_MONEY_FINE, "1,3850 kr ~ normal(0,5)", "1,3850 kr ~ normal(0,50 kr)", "1.3850 kr ~ normal(0.50 kr)" },
        { VALUE_PER_YEAR, "4 %/year ~ normal(1 %)", "4 %/år ~ normal(1 %)", "4 %/year ~ normal(1 %)" },
        { VALUE_STATUS, "applied ~ 70 %", "sökt ~ 70 %", "applied ~ 70 %" },
        { VALUE_AT_LEAST, "10 %, at least 4 kr", "10 %, minst 4,00 kr", "10 %, at least 4.00 kr" },
        { VALUE_ADVANCE, "50 %", "50 %", "50 %" },
        { VALUE_ADVANCE, "50 %, at most 4 kr", "50 %, högst 4,00 kr", "50 %, at most 4.00 kr" },
        { VALUE_IN_KIND, "30 % of gross", "30 % av brutto", "30 % of gross" },
        { VALUE_LIMIT, "cash", "kontant", "cash" },
        { VALUE_LIMIT, "30 %", "30 %", "30 %" },
        { VALUE_THRESHOLD, "off", "av", "off" },
        { VALUE_THRESHOLD, "warn 3 %", "varna 3 %", "warn 3 %" },
        { VALUE_RATIO, "2:1", "2:1", "2:1" },
        { VALUE_MONTHS, "2021-03-04, 2021-03-05,2021-06", "2021-03-04, 2021-03-05, 2021-06",
          "2021-03-04, 2021-03-05, 2021-06" },
        { VALUE_MONTHS, "2021-03, juni 2021", "2021-03, 2021-06", "2021-03, 2021-06" },
        { VALUE_RATIO, "1:1,5", "1:1,5", "1:1.5" },
        { VALUE_MONEY_EACH, "1 500 kr/tonne", "1 500,00 kr/ton", "1 500.00 kr/tonne" },
        { VALUE_CLASSES, "0–999: 5 kr\n1 000–: 7 kr", "0–999: 5,00 kr\n1 000–: 7,00 kr",
          "0–999: 5.00 kr\n1 000–: 7.00 kr" },
    };
    for (int i = 0; i < COUNT(rows); i++) {
        struct reading got = read_kind(*state, rows[i].kind, rows[i].text);
        if (!got.is_read)
            fail_msg("'%s' is not read: %s", rows[i].text, report(*state, &got));
        for (int language = LANGUAGE_SV; language <= LANGUAGE_EN; language++) {
            const char *text = value_text(*state, &got.value, words_of(rows[i].kind), (enum language)language);
            assert_string_equal(text_with_plain_spaces(*state, text),
                                language == LANGUAGE_SV ? rows[i].swedish : rows[i].english);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(values_are_printed_as_people_write_them),
        ARENA_TEST(figures_are_exact),
        ARENA_TEST(hints_say_what_to_write),
        ARENA_TEST(uncertain_values_keep_their_parameters),
        ARENA_TEST(percentiles_and_several_values_are_read),
        ARENA_TEST(lists_keep_their_items),
        ARENA_TEST(classes_keep_their_bounds),
        ARENA_TEST(unknown_only_where_it_may_be),
        ARENA_TEST(a_key_may_have_a_range),
        ARENA_TEST(operations_change_figures),
        ARENA_TEST(every_kind_is_read_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Each rule's verdict, margin, place and figures; worked by hand, in öre and parts. */

#include "../properties/trial.h"

#include <stdlib.h>

#include <medfin/rules/rules.h>

#define PERCENT INT64_C(10000000) /* parts per billion */

static const char TWO_YEARS[] = "[project]\nstart = 2021-01\nend = 2022-12\n";

/* Finding number `at` of a rule; NULL if it has no more. */
static const struct finding *find(void **state, const char *sections, const char *rule, int at)
{
    struct trial trial = trial_new(arena_text(*state, "%s%s", TWO_YEARS, sections), *state);
    finding_list findings = { 0 };
    rules_run(trial.plan, &findings, *state);
    for (int i = 0; i < findings.count; i++)
        if (strcmp(findings.items[i].rule->id, rule) == 0 && at-- == 0)
            return &findings.items[i];
    return NULL;
}

static const struct rule_figure *figure_of(const struct finding *finding, const char *key)
{
    const struct rule_figure *found = NULL;
    struct arena *arena = arena_new(abort);
    for (int i = 0; i < finding->figure_count && !found; i++)
        if (strcmp(rule_figure_path(arena, &finding->figures[i]), key) == 0)
            found = &finding->figures[i];
    arena_free(arena);
    return found;
}

static void assert_figure(const struct finding *finding, const char *key, int64_t number)
{
    const struct rule_figure *figure = figure_of(finding, key);
    if (!figure || figure->needs || figure->number != number)
        fail_msg("%s: %lld instead of %lld", key, figure ? (long long)figure->number : -1, (long long)number);
}

static void assert_says(const struct finding *finding, const char *words)
{
    if (!finding->because || !strstr(finding->because, words))
        fail_msg("'%s' does not say '%s'", finding->because ? finding->because : "", words);
}

struct verdict_case {
    const char *sections;
    enum verdict verdict;
    int64_t margin; /* where there is one */
    int year;
};

/* The margin of a verdict that stands whatever the unknowns are. */
#define WHATEVER INT64_MIN

static void assert_finding(const struct finding *finding, const struct verdict_case *expected)
{
    assert_non_null(finding);
    bool has_margin = expected->verdict != VERDICT_UNDETERMINED && expected->verdict != VERDICT_NOT_APPLICABLE &&
                      expected->margin != WHATEVER;
    if (finding->verdict != expected->verdict || finding->has_margin != has_margin ||
        finding->margin != (has_margin ? expected->margin : 0) || finding->year != expected->year)
        fail_msg("%s %lld %d for\n%s", verdict_id(finding->verdict), (long long)finding->margin, finding->year,
                 expected->sections);
}

#define COST "[cost a]\namount = 100 kr/year\n"
#define PAID "[funder x]\nstatus = granted\n"

/* The margin is what the year furthest off is off by, forgiven or not. */
static const struct verdict_case balances[] = {
    { COST PAID "amount = 100 kr/year\n", VERDICT_PASS, 0, 2021 },
    { COST PAID "2021 = 99,50 kr\n2022 = 100 kr\n", VERDICT_PASS, -50, 2021 },
    { COST PAID "2021 = 100 kr\n2022 = 100,70 kr\n", VERDICT_PASS, -70, 2022 },
    { COST PAID "2021 = 99 kr\n2022 = 101 kr\n", VERDICT_PASS, -100, 2021 },
    { COST PAID "2021 = 90 kr\n2022 = 100 kr\n", VERDICT_FAIL, -1000, 2021 },
    { COST PAID "2021 = 90 kr\n2022 = 80 kr\n", VERDICT_FAIL, -2000, 2022 },
    { COST PAID "2021 = 200 kr\n2022 = 98,99 kr\n", VERDICT_FAIL, -101, 2022 },
    { COST PAID "2021 = 100 kr\n2022 = 150 kr\n", VERDICT_WARN, -5000, 2022 },
    /* A forgiven deficit does not hide a surplus. */
    { COST PAID "2021 = 99,50 kr\n2022 = 5 100 kr\n", VERDICT_WARN, -500000, 2022 },
    { COST PAID "2021 = 5 100 kr\n2022 = 99,50 kr\n", VERDICT_WARN, -500000, 2021 },
    { COST PAID "2021 = ?\n2022 = 100 kr\n", VERDICT_UNDETERMINED, 0, 0 },
    { COST PAID "2021 = ?\n2022 = 150 kr\n", VERDICT_UNDETERMINED, 0, 0 },
    /* What is known to be missing settles it. */
    { COST PAID "2021 = ?\n2022 = 50 kr\n", VERDICT_FAIL, -5000, 2022 },
    { "[rules]\ntolerance = 0 kr\n" COST PAID "2021 = 100 kr\n2022 = 99,99 kr\n", VERDICT_FAIL, -1, 2022 },
    { "[rules]\nbalance = project\n" COST PAID "2021 = 50 kr\n2022 = 150 kr\n", VERDICT_PASS, 0, 0 },
    { "[rules]\nbalance = projekt\n" COST PAID "2021 = 50 kr\n2022 = 140 kr\n", VERDICT_FAIL, -1000, 0 },
    { "[rules]\nbalance = project\n" COST PAID "2021 = 50 kr\n2022 = ?\n", VERDICT_UNDETERMINED, 0, 0 },
};

static void balance_holds_in_every_year_or_in_all(void **state)
{
    for (size_t i = 0; i < sizeof balances / sizeof *balances; i++) {
        const struct finding *finding = find(state, balances[i].sections, "balance", 0);
        assert_finding(finding, &balances[i]);
        assert_int_equal(finding->kind, KIND_MONEY);
        assert_int_equal(finding->at, -1);
        if (finding->verdict == VERDICT_FAIL)
            assert_says(finding, "does not cover the cost");
        if (finding->verdict == VERDICT_WARN)
            assert_says(finding, "a surplus is repaid");
    }
}

/* What members pay is kept, what a funder pays beyond the cost is owed back. */
static void a_surplus_of_fees_is_kept(void **state)
{
    static const char fees[] = "[tariff t]\nfixed = 100 kr\ncount = 1\n[cost a]\namount = 10 kr/year\n%s";
    static const char *const more[] = { "", "[reserve]\n[funder x]\namount = 50 kr total\nstatus = granted\n",
                                        "[funder x]\namount = 50 kr total\nstatus = granted\n" };
    static const char *const said[] = { "adds to the equity", "want back their part", "want back their part" };
    for (int i = 0; i < 3; i++)
        assert_says(find(state, arena_text(*state, fees, more[i]), "balance", 0), said[i]);
}

/* 200 kr of fees and 50 of a grant against 20: of the grant 30 are owed back, of all 230 that are over 200 stay. */
static void a_surplus_is_owed_back_or_stays(void **state)
{
    const struct finding *finding = find(state,
                                         "[tariff t]\nfixed = 100 kr\ncount = 1\n[cost a]\namount = 10 kr/year\n"
                                         "[funder x]\namount = 50 kr total\nstatus = granted\n",
                                         "balance", 0);
    assert_int_equal(finding->verdict, VERDICT_WARN);
    assert_figure(finding, "owed_back", 3000);
    assert_figure(finding, "kept", 20000);
    assert_null(figure_of(find(state, COST PAID "amount = 100 kr/year\n", "balance", 0), "owed_back"));
}

static void balance_shows_what_it_compared(void **state)
{
    const struct finding *finding = find(state, COST PAID "2021 = 90 kr\n2022 = 100 kr\n", "balance", 0);
    assert_figure(finding, "years.2021.cost", 10000);
    assert_figure(finding, "years.2021.financing", 9000);
    assert_figure(finding, "years.2021.gap", -1000);
    assert_figure(finding, "years.2022.gap", 0);
    assert_figure(finding, "cost", 20000);
    assert_figure(finding, "financing", 19000);
    assert_figure(finding, "gap", -1000);
    assert_int_equal(finding->figure_count, 9);
    finding = find(state, "[rules]\nbalance = project\n" COST PAID "2021 = ?\n", "balance", 0);
    assert_int_equal(finding->figure_count, 3);
    assert_figure(finding, "cost", 20000);
    assert_int_equal(needs_count(figure_of(finding, "gap")->needs), 1);
    assert_int_equal(needs_count(finding->needs), 1);
}

#define REGION "[funder region]\nstatus = decided\namount = 300 kr total\n"
#define GRANT  "[funder grant]\nstatus = applied\nmatches = region\n"

/* clang-format off */
static const struct verdict_case matches[] = {
    { COST PAID "amount = 1 kr total\n", VERDICT_NOT_APPLICABLE, 0, 0 },
    { COST REGION GRANT, VERDICT_NOT_APPLICABLE, 0, 0 },
    { COST REGION "[funder grant]\nstatus = rejected\nmatches = region\namount = 1 mnkr total\n",
      VERDICT_NOT_APPLICABLE, 0, 0 },
    { COST REGION GRANT "amount = 300 kr total\n", VERDICT_PASS, 0, 0 },
    { COST REGION GRANT "amount = 50 kr total\n", VERDICT_PASS, 0, 0 },
    { COST REGION GRANT "amount = 300,70 kr total\n", VERDICT_PASS, -70, 0 },
    { COST REGION GRANT "amount = 301,01 kr total\n", VERDICT_FAIL, -101, 0 },
    { COST REGION GRANT "amount = 200 kr total\nratio = 1:2\n", VERDICT_FAIL, -5000, 0 },
    { COST REGION GRANT "amount = 150 kr total\nmax_share = 50 %\n", VERDICT_FAIL, -5000, 0 },
    { COST REGION GRANT "amount = ? total\n", VERDICT_UNDETERMINED, 0, 0 },
    { COST "[funder region]\nstatus = decided\namount = ? total\n" GRANT "amount = 5 kr total\n",
      VERDICT_UNDETERMINED, 0, 0 },
};
/* clang-format on */

static void a_match_can_draw_its_amount(void **state)
{
    for (size_t i = 0; i < sizeof matches / sizeof *matches; i++)
        assert_finding(find(state, matches[i].sections, "match", 0), &matches[i]);
    assert_says(find(state, matches[1].sections, "match", 0), "No amount is stated");
    assert_says(find(state, matches[2].sections, "match", 0), "rejected");
}

#define BY_YEAR(keys)                                                                                                  \
    COST "[funder region]\nstatus = decided\namount = 300 kr total\n" GRANT "2021 = 200 kr\n2022 = 200 kr\n" keys

/* 300 kr of match, 150 in each year, for 200 kr a year: what is not drawn of a year lapses, or is drawn under the next
   one's. The highest share, a tenth of 100 kr a year, binds at 10 kr. */
static void a_match_by_year_can_draw_each_year(void **state)
{
    const struct finding *finding = find(state, BY_YEAR("in_kind_hourly_rate = 250 kr\n"), "match", 0);
    assert_int_equal(finding->verdict, VERDICT_FAIL);
    assert_int_equal(finding->margin, -5000);
    assert_int_equal(finding->year, 2021);
    assert_says(finding, "The match binds");
    assert_figure(finding, "years.2022.amount", 20000);
    assert_figure(finding, "years.2022.drawn", 15000);
    assert_figure(finding, "hours", SHARE_ONE / 5);
    finding = find(state, BY_YEAR("carry_over = yes\n"), "match", 0);
    assert_int_equal(finding->margin, -10000);
    assert_int_equal(finding->year, 0);
    assert_figure(finding, "amount", 40000);
    finding = find(state, BY_YEAR("max_share = 10 %\n"), "match", 0);
    assert_int_equal(finding->margin, -19000);
    assert_says(finding, "highest share of the eligible cost binds");
    assert_int_equal(find(state, BY_YEAR("ratio = 4:3\n"), "match", 0)->verdict, VERDICT_PASS);
}

static void a_match_names_what_binds(void **state)
{
    const struct finding *finding =
        find(state, COST REGION GRANT "amount = 200 kr total\nratio = 1:2\nmax_share = 90 %\n", "match", 0);
    assert_string_equal(finding->subject->id, "grant");
    assert_says(finding, "The match binds");
    assert_figure(finding, "amount", 20000);
    assert_figure(finding, "drawn", 15000);
    assert_figure(finding, "matched", 30000);
    assert_figure(finding, "by_ratio", 15000);
    assert_figure(finding, "by_share", 18000);
    assert_null(figure_of(finding, "hours"));

    finding = find(state,
                   COST REGION GRANT "amount = 150 kr total\nmax_share = 50 %\n"
                                     "in_kind_hourly_rate = 250 kr\n",
                   "match", 0);
    assert_says(finding, "highest share of the eligible cost binds");
    assert_figure(finding, "drawn", 10000);
    assert_figure(finding, "by_ratio", 30000);
    assert_figure(finding, "by_share", 10000);
    assert_null(figure_of(finding, "hours"));
}

/* 50,01 kr are missing of a grant that takes 2 kr of match for each: 100,02 kr at 250 kr an
   hour are 0,40008 hours, so 401 thousandths. */
static void a_shortfall_is_told_in_hours(void **state)
{
    const char *short_by = COST REGION GRANT "amount = 200,01 kr total\nratio = 1:2\n";
    const struct finding *finding =
        find(state, arena_text(*state, "%sin_kind_hourly_rate = 250 kr\n", short_by), "match", 0);
    assert_figure(finding, "hours", 401 * (SHARE_ONE / 1000));
    assert_int_equal(figure_of(finding, "hours")->kind, KIND_DECIMAL);
    const char *of_matched = COST REGION "in_kind_hourly_rate = 250 kr\n" GRANT "amount = 400 kr total\n";
    assert_figure(find(state, of_matched, "match", 0), "hours", 400 * (SHARE_ONE / 1000));
    finding = find(state, arena_text(*state, "%scounts_in_kind = no\n", of_matched), "match", 0);
    assert_null(figure_of(finding, "hours"));
    /* 10 mnkr at 1 öre: 10⁹ hours are no answer. */
    finding = find(state, COST REGION GRANT "amount = 10,0003 mnkr total\nin_kind_hourly_rate = 1 öre\n", "match", 0);
    assert_int_equal(finding->margin, -INT64_C(1000000000));
    assert_null(figure_of(finding, "hours"));
}

#define POST(id, keys) "[staff " id "]\nmonthly_salary = 1 kr\n" keys

static void one_person_holds_at_most_a_full_post(void **state)
{
    const char *two = POST("a", "person = A\nshare = 60 %\n")
        POST("b", "person = A\nshare = 50 %\nfrom = 2021-03\nto = 2021-04\n") POST("c", "");
    const struct finding *finding = find(state, two, "staffing", 0);
    assert_int_equal(finding->verdict, VERDICT_FAIL);
    assert_int_equal(finding->kind, KIND_SHARE);
    assert_int_equal(finding->margin, -10 * PERCENT);
    assert_int_equal(finding->at, month_of(2021, 3));
    assert_string_equal(finding->person, "A");
    assert_figure(finding, "share", 110 * PERCENT);
    const struct finding *other = find(state, two, "staffing", 1);
    assert_int_equal(other->verdict, VERDICT_PASS);
    assert_int_equal(other->margin, 0);
    assert_null(other->person);
    assert_string_equal(other->subject->id, "c");
    assert_null(find(state, two, "staffing", 2));

    finding =
        find(state, POST("a", "person = A\nshare = 60 %\n") POST("b", "person = A\nshare = 40 %\n"), "staffing", 0);
    assert_int_equal(finding->verdict, VERDICT_PASS);
    assert_int_equal(finding->margin, 0);
    finding = find(state, POST("a", "share = 60 %\n") POST("b", "share = 50 %\n"), "staffing", 0);
    assert_int_equal(finding->margin, 40 * PERCENT);
}

/* 60 % + 60 % of one person, whose name is written in two ways: 20 % too much. Two persons hold 60 % each. */
static void one_person_is_one_however_written(void **state)
{
    static const struct {
        const char *other;
        const char *said;
        bool is_same;
    } rows[] = {
        { "Miljo\xcc\x88strateg", "Miljöstrateg", true }, /* o and a diaeresis of its own */
        { "MILJÖSTRATEG", "Miljöstrateg", true },
        { "\"Miljöstrateg\"", "Miljöstrateg", true },
        { "”miljöstrateg”", "Miljöstrateg", true },
        { "Miljöstrateg ; halva året", "Miljöstrateg", true },
        { "Miljöstrateg;halva året", "Miljöstrateg", true },
        { "Miljostrateg", "Miljöstrateg", false },
        { "Miljöstrateg 2", "Miljöstrateg", false },
        { "Miljöstrateg (Borås)", "Miljöstrateg", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *posts = arena_text(
            *state, POST("a", "person = Miljöstrateg\nshare = 60 %%\n") POST("b", "person = %s\nshare = 60 %%\n"),
            rows[i].other);
        const struct finding *finding = find(state, posts, "staffing", 0);
        assert_int_equal(finding->margin, (rows[i].is_same ? -20 : 40) * PERCENT);
        assert_string_equal(finding->person, rows[i].said);
        assert_int_equal(find(state, posts, "staffing", 1) == NULL, rows[i].is_same);
    }
}

static void an_unknown_share_leaves_staffing_open(void **state)
{
    /* No share is more than full time; 50 % beside one may be. */
    const struct finding *finding = find(state, POST("a", "share = 60 %\nshare.2021-06 = ?\n"), "staffing", 0);
    assert_int_equal(finding->verdict, VERDICT_PASS);
    assert_false(finding->has_margin);
    finding =
        find(state, POST("a", "person = A\nshare.2021-06 = ?\nshare = 10 %\n") POST("b", "person = A\nshare = 50 %\n"),
             "staffing", 0);
    assert_int_equal(finding->verdict, VERDICT_UNDETERMINED);
    assert_int_equal(needs_count(finding->needs), 1);
    assert_false(finding->has_margin);
    assert_non_null(figure_of(finding, "share")->needs); /* no largest share is told */
    /* More than full time in a month that is known fails, whatever the others hold. */
    finding =
        find(state, POST("a", "person = A\nshare.2021-06 = ?\n") POST("b", "person = A\nshare = 1 %\nto = 2021-02\n"),
             "staffing", 0);
    assert_int_equal(finding->verdict, VERDICT_FAIL);
    assert_int_equal(finding->margin, -PERCENT);
    assert_int_equal(finding->at, month_of(2021, 1));
    assert_int_equal(find(state, COST, "staffing", 0)->verdict, VERDICT_NOT_APPLICABLE);
}

#define SURE                                                                                                           \
    "[funder a]\nstatus = beviljad\namount = 60 kr total\n[funder b]\nstatus = decided\namount = 40 kr "               \
    "total\n"
#define ASKED "[funder c]\nstatus = applied\namount = 50 kr total\n"
#define OPEN  "[funder d]\nstatus = estimated\namount = ? total\n"

static const struct verdict_case secured[] = {
    { SURE, VERDICT_PASS, 0, 0 },
    { SURE ASKED, VERDICT_WARN, -5000, 0 },
    { SURE "[funder c]\nstatus = rejected\namount = 50 kr total\n", VERDICT_PASS, 0, 0 },
    /* 30 % of 150 kr is 45 kr, 40 % is 60 kr. */
    { "[rules]\nunsecured = fail 30 %\n" SURE ASKED, VERDICT_FAIL, -500, 0 },
    { "[rules]\nunsecured = warn 30 %\n" SURE ASKED, VERDICT_WARN, -500, 0 },
    { "[rules]\nunsecured = fail 40 %\n" SURE ASKED, VERDICT_PASS, 1000, 0 },
    { "[rules]\nunsecured = off\n" SURE ASKED, VERDICT_NOT_APPLICABLE, 0, 0 },
    /* A rule that only warns holds whatever it is. */
    { SURE OPEN, VERDICT_WARN, WHATEVER, 0 },
    { "[rules]\nunsecured = fail 0 %\n" SURE OPEN, VERDICT_UNDETERMINED, 0, 0 },
    /* Nothing may be unsecured: what is known breaks that, whatever the rest is. */
    { SURE ASKED OPEN, VERDICT_WARN, -5000, 0 },
    { "[rules]\nunsecured = fail 40 %\n" SURE ASKED OPEN, VERDICT_UNDETERMINED, 0, 0 },
};

static void unsecured_financing_is_limited(void **state)
{
    for (size_t i = 0; i < sizeof secured / sizeof *secured; i++) {
        const struct finding *finding = find(state, secured[i].sections, "secured", 0);
        assert_finding(finding, &secured[i]);
        if (finding->has_margin && finding->margin < 0)
            assert_says(finding, "neither granted nor decided");
    }
    const struct finding *finding = find(state, secured[3].sections, "secured", 0);
    assert_figure(finding, "financing", 15000);
    assert_figure(finding, "unsecured", 5000);
    assert_null(figure_of(finding, "unsecured_known")); /* at the least: all of it is known */
    assert_figure(finding, "limit", 4500);
    assert_says(find(state, secured[6].sections, "secured", 0), "Switched off");
}

static void the_gravest_verdict_is_the_checks(void **state)
{
    finding_list findings = { 0 };
    assert_int_equal(findings_verdict(&findings), VERDICT_NOT_APPLICABLE);
    static const enum verdict verdicts[] = { VERDICT_PASS, VERDICT_WARN, VERDICT_UNDETERMINED, VERDICT_FAIL };
    static const char *const ids[] = { "pass", "warn", "undetermined", "fail" };
    for (int i = 0; i < 4; i++) {
        struct finding *finding = list_add(&findings, (struct arena *)*state);
        finding->verdict = verdicts[i];
        assert_int_equal(findings_verdict(&findings), verdicts[i]);
        assert_string_equal(verdict_id(verdicts[i]), ids[i]);
        list_add(&findings, (struct arena *)*state)->verdict = VERDICT_PASS;
    }
    assert_string_equal(verdict_id(VERDICT_NOT_APPLICABLE), "not-applicable");
    assert_string_equal(verdict_title(VERDICT_WARN), "warning");
}

/* Every rule of the table says something of every project, in the table's order. */
static void every_rule_finds_something(void **state)
{
    struct trial trial = trial_new(TWO_YEARS, *state);
    finding_list findings = { 0 };
    rules_run(trial.plan, &findings, *state);
    assert_int_equal(findings.count, rule_count);
    for (int i = 0; i < rule_count; i++) {
        assert_ptr_equal(findings.items[i].rule, &rule_rows[i]);
        assert_true(*rule_rows[i].title && *rule_rows[i].text && *rule_rows[i].origin);
    }
}

int main(void)
{
    /* clang-format off */
    const struct CMUnitTest tests[] = {
        ARENA_TEST(balance_holds_in_every_year_or_in_all), ARENA_TEST(a_surplus_of_fees_is_kept), ARENA_TEST(a_surplus_is_owed_back_or_stays), ARENA_TEST(balance_shows_what_it_compared),
        ARENA_TEST(a_match_can_draw_its_amount),           ARENA_TEST(a_match_by_year_can_draw_each_year),
        ARENA_TEST(a_match_names_what_binds),
        ARENA_TEST(a_shortfall_is_told_in_hours),          ARENA_TEST(one_person_holds_at_most_a_full_post),
        ARENA_TEST(an_unknown_share_leaves_staffing_open), ARENA_TEST(unsecured_financing_is_limited),
        ARENA_TEST(one_person_is_one_however_written),
        ARENA_TEST(the_gravest_verdict_is_the_checks),     ARENA_TEST(every_rule_finds_something),
    };
    /* clang-format on */
    return cmocka_run_group_tests(tests, NULL, NULL);
}

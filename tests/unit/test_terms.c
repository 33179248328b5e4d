/* Rules about funders' terms: each verdict and margin, what was compared, and cures of a
   match. Worked by hand, in öre. */

#include "figures.h"
#include <medfin/model/payer.h>

struct term_case {
    const char *subject; /* "project" for none */
    enum verdict verdict;
    int64_t margin; /* where there is one */
    const char *sections;
};

static void check_cases(void **state, const char *rule, const struct term_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct trial trial = project_of(state, TWO_YEARS, cases[i].sections);
        assert_verdict(&trial, rule, cases[i].subject, cases[i].verdict, cases[i].margin);
    }
}

#define CHECK(rule, cases) check_cases(state, rule, cases, sizeof(cases) / sizeof *(cases))

#define COST_OF_YEARS "[cost a]\n2021 = 100 kr\n2022 = 100 kr\n"
#define PAID          "status = granted\n"
#define X(keys)       "[funder x]\n" PAID keys
#define Y(keys)       "[funder y]\n" PAID keys

/* clang-format off */
static const struct term_case groups[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS },
    { "g", VERDICT_PASS, 5000,
      COST_OF_YEARS X("amount = 50 kr total\ngroup = g\n") "[group g]\nmax_share = 50 %\n" },
    { "g", VERDICT_PASS, -100,
      COST_OF_YEARS X("amount = 101 kr total\ngroup = g\n") "[group g]\nmax_share = 50 %\n" },
    { "g", VERDICT_FAIL, -101,
      COST_OF_YEARS X("amount = 101,01 kr total\ngroup = g\n") "[group g]\nmax_share = 50 %\n" },
    { "g", VERDICT_FAIL, -1000,
      COST_OF_YEARS X("amount = 60 kr total\ngroup = g\n") "[group g]\namount = 50 kr\n" },
    /* The tighter of the two, and a limit that is known to be broken. */
    { "g", VERDICT_FAIL, -1000,
      COST_OF_YEARS X("amount = 60 kr total\ngroup = g\n") "[group g]\namount = 50 kr\nmax_share = 50 %\n" },
    { "g", VERDICT_FAIL, -1000,
      COST_OF_YEARS X("amount = 60 kr total\ngroup = g\n") "[group g]\namount = 50 kr\nmax_share = ?\n" },
    { "g", VERDICT_UNDETERMINED, 0,
      COST_OF_YEARS X("amount = 40 kr total\ngroup = g\n") "[group g]\namount = 50 kr\nmax_share = ?\n" },
    { "g", VERDICT_UNDETERMINED, 0,
      COST_OF_YEARS X("amount = ? total\ngroup = g\n") "[group g]\namount = 50 kr\n" },
    /* In kind is no money, a rejected member pays nothing, another's money is not the group's. */
    { "g", VERDICT_PASS, 2000,
      COST_OF_YEARS X("amount = 30 kr total\nin_kind = 90 kr total\ngroup = g\n")
          Y("amount = 500 kr total\n") "[funder z]\nstatus = rejected\namount = 90 kr total\ngroup = g\n"
                                       "[group g]\namount = 50 kr\n" },
    /* Half of 120 kr of all cost, of 100 of cash, of 150 of all financing, of 40 public. */
    { "g", VERDICT_PASS, 2000,
      "[cost a]\namount = 100 kr once\n" X("amount = 40 kr total\ngroup = g\nsector = state\n")
          Y("amount = 90 kr total\nin_kind = 20 kr total\nsector = private\n") "[group g]\nmax_share = 50 "
                                                                               "%\n" },
    { "g", VERDICT_PASS, 1000,
      "[cost a]\namount = 100 kr once\n" X("amount = 40 kr total\ngroup = g\nsector = state\n")
          Y("amount = 90 kr total\nin_kind = 20 kr total\nsector = private\n") "[group g]\nmax_share = 50 "
                                                                               "%\nbasis = cash\n" },
    { "g", VERDICT_PASS, 3500,
      "[cost a]\namount = 100 kr once\n" X("amount = 40 kr total\ngroup = g\nsector = state\n")
          Y("amount = 90 kr total\nin_kind = 20 kr total\nsector = private\n") "[group g]\nmax_share = 50 "
                                                                               "%\nbasis = financing\n" },
    { "g", VERDICT_FAIL, -2000,
      "[cost a]\namount = 100 kr once\n" X("amount = 40 kr total\ngroup = g\nsector = state\n")
          Y("amount = 90 kr total\nin_kind = 20 kr total\nsector = private\n") "[group g]\nmax_share = 50 "
                                                                               "%\nbasis = public\n" },
};
/* clang-format on */

static void a_group_keeps_its_limits(void **state)
{
    CHECK("group", groups);
}

/* The worked figure: 1 700 000 of 3 000 000 is 17/30, 200 000 above its half; without B it is
   40 %, and 500 000 are missing. A group never limits a draw. */
static void a_group_of_two_grants_is_above_its_half(void **state)
{
    struct trial trial =
        project_of(state, TWO_YEARS,
                   "[cost a]\namount = 3 000 000 kr total\n[funder own]\n" PAID "amount = 1 185 000 kr total\n"
                   "[funder rest]\n" PAID "amount = 115 000 kr total\n"
                   "[funder a]\n" PAID "amount = 1 200 000 kr total\ngroup = anslag-1-1\n"
                   "[funder b]\nstatus = applied\namount = 500 000 kr total\ngroup = anslag-1-1\n"
                   "[group anslag-1-1]\nmax_share = 50 %\n");
    assert_verdict(&trial, "balance", "project", VERDICT_PASS, 0);
    assert_verdict(&trial, "group", "anslag-1-1", VERDICT_FAIL, -20000000);
    const struct finding *finding = finding_of(&trial, "group", "anslag-1-1");
    assert_figure(finding, "money", 170000000);
    assert_figure(finding, "basis", 300000000);
    assert_figure(finding, "limit", 150000000);
    assert_figure(finding, "share", 566666667);
    assert_says(finding, "highest share binds");
    assert_int_equal(in_all(&trial, "funder.b", MONEY), 50000000);
    project_secured_only(trial.project, &trial.statements, *state);
    trial_build(&trial);
    assert_verdict(&trial, "group", "anslag-1-1", VERDICT_PASS, 30000000);
    assert_figure(finding_of(&trial, "group", "anslag-1-1"), "share", 400000000);
    assert_figure(finding_of(&trial, "balance", "project"), "gap", -50000000);
}

/* clang-format off */
static const struct term_case shares[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS X("amount = 5 kr total\n") },
    { "project", VERDICT_NOT_APPLICABLE, 0,
      COST_OF_YEARS "[funder x]\nstatus = rejected\namount = 5 mnkr total\nmax_share = 1 %\n" },
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 100 kr total\nmax_share = 50 %\n") },
    { "x", VERDICT_PASS, -100, COST_OF_YEARS X("amount = 101 kr total\nmax_share = 50 %\n") },
    { "x", VERDICT_FAIL, -101, COST_OF_YEARS X("amount = 101,01 kr total\nmax_share = 50 %\n") },
    /* In kind raises the basis and is not its money. */
    { "x", VERDICT_PASS, 5000,
      COST_OF_YEARS X("amount = 100 kr total\nmax_share = 50 %\nin_kind = 100 kr total\n") },
    { "x", VERDICT_FAIL, -2000,
      COST_OF_YEARS X("amount = 120 kr total\nmax_share = 50 %\nin_kind = 100 kr total\nbasis = cash\n") },
    { "x", VERDICT_FAIL, -5000,
      COST_OF_YEARS X("amount = 50 kr total\nmax_share = 50 %\nexcludes = other\n") },
    /* 70 kr of 100 by the first year's end are 20 above half, 100 of 200 in all are not. */
    { "x", VERDICT_WARN, -2000, COST_OF_YEARS X("2021 = 70 kr\n2022 = 30 kr\nmax_share = 50 %\n") },
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("2021 = 51 kr\n2022 = 49 kr\nmax_share = 50 %\n") },
    { "x", VERDICT_FAIL, -3000, COST_OF_YEARS X("2021 = 30 kr\n2022 = 100 kr\nmax_share = 50 %\n") },
    { "x", VERDICT_UNDETERMINED, 0, COST_OF_YEARS X("2021 = 70 kr\n2022 = ?\nmax_share = 50 %\n") },
    { "x", VERDICT_UNDETERMINED, 0, COST_OF_YEARS X("amount = 5 kr total\nmax_share = ?\n") },
};
/* clang-format on */

static void a_funder_keeps_its_highest_share(void **state)
{
    CHECK("share", shares);
    struct trial trial = project_of(state, TWO_YEARS, shares[8].sections);
    assert_int_equal(finding_of(&trial, "share", "x")->year, 2021);
}

#define LENT "[cost a]\namount = 100 kr once\nin_kind_by = x\n[cost paid]\namount = 300 kr once\n"

static const struct term_case in_kinds[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, LENT X("amount = 5 kr total\n") },
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS X("in_kind = 5 kr total\n") },
    { "project", VERDICT_NOT_APPLICABLE, 0, LENT "[funder x]\nstatus = rejected\nin_kind = 5 kr total\n" },
    { "x", VERDICT_PASS, 0, LENT X("in_kind = 100 kr total\n") },
    { "x", VERDICT_PASS, -100, LENT X("in_kind = 101 kr total\n") },
    { "x", VERDICT_FAIL, -101, LENT X("in_kind = 101,01 kr total\n") },
    { "x", VERDICT_FAIL, -5000, LENT X("in_kind = 50 kr total\n") },
    { "x", VERDICT_UNDETERMINED, 0, LENT X("in_kind = ? total\n") },
    /* 100 of 400 kr, against 25 and 20 %; at most the cash cost, 300. */
    { "project", VERDICT_PASS, 0, "[rules]\nin_kind_limit = 25 %\n" LENT X("amount = 5 kr total\n") },
    { "project", VERDICT_FAIL, -2000, "[rules]\nin_kind_limit = 20 %\n" LENT X("amount = 5 kr total\n") },
    { "project", VERDICT_PASS, 20000, "[rules]\nin_kind_limit = cash\n" LENT X("amount = 5 kr total\n") },
    { "project", VERDICT_FAIL, -30000,
      "[rules]\nin_kind_limit = cash\n" LENT X("amount = 5 kr total\n") Y("in_kind = 500 kr total\n") },
    { "project", VERDICT_PASS, WHATEVER,
      "[rules]\nin_kind_limit = cash\n" LENT X("amount = 5 kr total\n") "[cost b]\namount = ? total\n" },
    { "project", VERDICT_UNDETERMINED, 0,
      "[rules]\nin_kind_limit = cash\n" LENT X("amount = 5 kr total\n")
          Y("in_kind = 500 kr total\n") "[cost b]\namount = ? total\n" },
};

static void in_kind_is_what_is_certified_and_within_its_limit(void **state)
{
    CHECK("in-kind", in_kinds);
    struct trial trial = project_of(state, TWO_YEARS, in_kinds[6].sections);
    assert_figure(finding_of(&trial, "in-kind", "x"), "booked", 10000);
    assert_figure(finding_of(&trial, "in-kind", "x"), "certified", 5000);
}

#define FRAMED X("2021 = 60 kr\n2022 = 40 kr\nframe = f\n")

/* clang-format off */
static const struct term_case frames[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS },
    { "f", VERDICT_PASS, 0, FRAMED "[frame f]\namount = 60 kr/year\n" },
    { "f", VERDICT_PASS, -100, FRAMED "[frame f]\namount = 59 kr/year\n" },
    { "f", VERDICT_FAIL, -101, FRAMED "[frame f]\namount = 58,99 kr/year\n" },
    { "f", VERDICT_FAIL, -3000, FRAMED "[frame f]\namount = 100 kr/year\ncommitted = 70 kr/year\n" },
    { "f", VERDICT_FAIL, -500, FRAMED "[frame f]\namount = 100 kr/year\ncommitted.2022 = 65 kr\n" },
    { "f", VERDICT_PASS, 500, FRAMED "[frame f]\n2021 = 65 kr\n2022 = 45 kr\n" },
    { "f", VERDICT_FAIL, -2000, FRAMED "[frame f]\namount = 100 kr/year\n2022 = 20 kr\n" },
    { "f", VERDICT_PASS, 10000, "[frame f]\namount = 100 kr/year\n" },
    /* In kind counts, a rejected contribution does not. */
    { "f", VERDICT_FAIL, -1000,
      FRAMED Y("in_kind = 100 kr total\nframe = f\n") "[frame f]\namount = 100 kr/year\n" },
    { "f", VERDICT_PASS, 4000,
      FRAMED "[funder y]\nstatus = rejected\namount = 900 kr total\nin_kind = 100 kr total\nframe = f\n"
             "[frame f]\namount = 100 kr/year\n" },
    { "f", VERDICT_UNDETERMINED, 0,
      X("2021 = ?\n2022 = 40 kr\nframe = f\n") "[frame f]\namount = 100 kr/year\n" },
    { "f", VERDICT_FAIL, -1000, X("2021 = ?\n2022 = 40 kr\nframe = f\n") "[frame f]\namount = 30 kr/year\n" },
    { "f", VERDICT_UNDETERMINED, 0, FRAMED "[frame f]\n2021 = 100 kr\n2022 = ?\n" },
};
/* clang-format on */

static void contributions_fit_in_their_frame(void **state)
{
    CHECK("frame", frames);
    struct trial trial = project_of(state, TWO_YEARS, frames[5].sections);
    const struct finding *finding = finding_of(&trial, "frame", "f");
    assert_int_equal(finding->year, 2022);
    assert_figure(finding, "years.2022.frame", 10000);
    assert_figure(finding, "years.2022.committed", 6500);
    assert_figure(finding, "years.2022.contributed", 4000);
    assert_figure(finding, "years.2022.left", -500);
    assert_figure(finding, "years.2021.left", 4000);
}

/* clang-format off */
static const struct term_case evidences[] = {
    { "project", VERDICT_PASS, 0, "[rules]\n[reserve]\n[category c]\n" },
    /* Each figure without a source counts. */
    { "a", VERDICT_WARN, -2, COST_OF_YEARS },
    { "a", VERDICT_WARN, -3,
      COST_OF_YEARS "[cost b]\namount = 1 kr total\n[cost c]\namount = 1 kr total\nsource = s\n" },
    { "x", VERDICT_WARN, -1, X("amount = 5 kr total\nsource = s\n") },
    { "x", VERDICT_WARN, -1, "[funder x]\nstatus = decided\namount = 5 kr total\nsource = s\n" },
    { "x", VERDICT_WARN, -1, "[funder x]\nstatus = applied\n2021 = 5 kr granted\nsource = s\n" },
    { "project", VERDICT_PASS, 0, X("amount = 5 kr total\nsource = s\nreference = R\n") },
    { "project", VERDICT_PASS, 0,
      "[funder x]\nstatus = applied\namount = 5 kr total\nsource = assumption\n" },
};
/* clang-format on */

static void decisions_have_references_and_figures_sources(void **state)
{
    CHECK("evidence", evidences);
    struct trial trial = project_of(state, TWO_YEARS, evidences[3].sections);
    assert_says(finding_of(&trial, "evidence", "x"), "no reference");
}

#define OVERHEAD "[overhead oh]\nrate = 10 %\nbase = other\ncovers = premises\n"

/* clang-format off */
static const struct term_case overlaps[] = {
    { "project", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 200 kr total\n") },
    /* What is over counts no further than the cost. */
    { "project", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 2 620 kr total\n") },
    { "project", VERDICT_FAIL, -10000, COST_OF_YEARS X("amount = 150 kr total\n") Y("share = 75 %\n") },
    { "project", VERDICT_PASS, 5000, COST_OF_YEARS X("amount = 150 kr total\n") Y("share = 75 %\nsurplus = kept\n") },
    { "project", VERDICT_PASS, -100, COST_OF_YEARS X("amount = 101 kr total\n") Y("amount = 100 kr total\n") },
    { "project", VERDICT_FAIL, -101, COST_OF_YEARS X("amount = 101 kr total\n") Y("amount = 100,01 kr total\n") },
    { "project", VERDICT_PASS, 20000, COST_OF_YEARS X("amount = 500 kr total\nown = yes\n") },
    /* In kind is eligible cost, and no outlay that money could pay: 250 of 300 kr count, 200 are booked. */
    { "project", VERDICT_FAIL, -5000, COST_OF_YEARS X("amount = 250 kr total\nin_kind = 100 kr total\n") },
    { "project", VERDICT_FAIL, -5000, X("amount = 50 kr total\nin_kind = 100 kr total\n") },
    { "project", VERDICT_PASS, 0, COST_OF_YEARS "eligible = no\n" X("amount = 50 kr total\n") },
    /* What counts of it is no more than the cost, but beside 150 of another it may be. */
    { "project", VERDICT_PASS, WHATEVER, COST_OF_YEARS X("amount = ? total\n") },
    { "project", VERDICT_UNDETERMINED, 0, COST_OF_YEARS X("amount = ? total\n") Y("share = 75 %\n") },
    { "oh", VERDICT_PASS, 0, COST_OF_YEARS OVERHEAD },
    { "oh", VERDICT_FAIL, -600,
      COST_OF_YEARS OVERHEAD "[cost hall]\namount = 6 kr once\ncategory = lokaler\n" },
    { "oh", VERDICT_PASS, 0,
      COST_OF_YEARS OVERHEAD "[cost hall]\namount = 6 kr once\ncategory = lokaler\neligible = no\n" },
    { "oh", VERDICT_PASS, 0, COST_OF_YEARS "[overhead oh]\nrate = 10 %\nbase = other\ncovers = overhead\n" },
    { "oh", VERDICT_UNDETERMINED, 0,
      COST_OF_YEARS OVERHEAD "[cost hall]\namount = ? total\ncategory = lokaler\n" },
};
/* clang-format on */

static void nothing_is_financed_twice(void **state)
{
    CHECK("overlap", overlaps);
    struct trial trial = project_of(state, TWO_YEARS, overlaps[13].sections);
    assert_figure(finding_of(&trial, "overlap", "oh"), "covered", 600);
}

static const struct term_case eligibles[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS },
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 200 kr total\n") },
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 2 620 kr total\n") },
    /* 150 kr in a year that costs 100; of which nothing is eligible. */
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("amount = 150 kr total\nfrom = 2022-01\n") },
    { "x", VERDICT_PASS, 0, COST_OF_YEARS X("2022 = 150 kr\n") },
    { "x", VERDICT_FAIL, -10000, COST_OF_YEARS "eligible = no\n" X("2022 = 150 kr\n") },
    { "x", VERDICT_PASS, -100, COST_OF_YEARS "eligible = no\n" X("amount = 1 kr total\n") },
    { "x", VERDICT_FAIL, -101, COST_OF_YEARS "eligible = no\n" X("amount = 1,01 kr total\n") },
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS "eligible = no\n" X("amount = 50 kr total\nown = yes\n") },
    { "project", VERDICT_NOT_APPLICABLE, 0,
      COST_OF_YEARS "eligible = no\n[funder x]\nstatus = rejected\namount = 50 kr total\n" },
    { "y", VERDICT_FAIL, -700,
      COST_OF_YEARS "[cost hall]\namount = 6 kr once\ncategory = premises\n" X("amount = 200 kr total\n")
          Y("amount = 13 kr total\nexcludes = other\n") },
    { "project", VERDICT_PASS, WHATEVER, COST_OF_YEARS X("amount = ? total\n") },
    { "project", VERDICT_UNDETERMINED, 0, COST_OF_YEARS X("amount = ? total\nexcludes = other\n") },
    /* One that is known to fail settles it. */
    { "y", VERDICT_FAIL, -5000, COST_OF_YEARS X("amount = ? total\n") Y("amount = 50 kr total\nexcludes = other\n") },
};

static void a_funder_pays_for_what_is_eligible_to_it(void **state)
{
    for (size_t i = 0; i < sizeof eligibles / sizeof *eligibles; i++) {
        struct trial trial = project_of(state, TWO_YEARS, eligibles[i].sections);
        assert_verdict(&trial, "eligibility", eligibles[i].subject, eligibles[i].verdict, eligibles[i].margin);
    }
}

#define FLIGHT(id, keys) "[travel " id "]\nmonth = 2021-02\ntrips = 1\ncost_per_trip = 5 kr\nmode = flight\n" keys
#define TRAIN            "[travel t]\nmonth = 2021-02\ntrips = 1\ncost_per_trip = 5 kr\nmode = train\n"

/* clang-format off */
static const struct term_case compensations[] = {
    { "project", VERDICT_NOT_APPLICABLE, 0, COST_OF_YEARS },
    { "project", VERDICT_NOT_APPLICABLE, 0,
      TRAIN "[travel u]\nmonth = 2021-02\ntrips = 1\ncost_per_trip = 5 kr\n" },
    { "a", VERDICT_PASS, 0, TRAIN FLIGHT("a", "compensation = 5 %\n") },
    { "b", VERDICT_FAIL, -1, FLIGHT("a", "compensation = 5 %\n") FLIGHT("b", "") },
    { "a", VERDICT_FAIL, -1, FLIGHT("a", "") TRAIN FLIGHT("b", "") },
    { "b", VERDICT_FAIL, -1, FLIGHT("a", "compensation = 5 %\n") FLIGHT("b", "compensation = 0 %\n") },
};
/* clang-format on */

static void flights_are_compensated(void **state)
{
    CHECK("compensation", compensations);
    struct trial trial = project_of(state, TWO_YEARS, compensations[4].sections);
    assert_figure(finding_of(&trial, "compensation", "a"), "bare", 2);
}

/* clang-format off */
static const struct term_case secured[] = {
    /* 2021 is secured whatever the funder is, 2022 is not; in kind has the funder's own status. */
    { "project", VERDICT_WARN, -4000, X("2021 = 60 kr\n2022 = 40 kr estimated\n") },
    { "project", VERDICT_WARN, -4000, "[funder x]\nstatus = applied\n2021 = 60 kr granted\n2022 = 40 kr\n" },
    { "project", VERDICT_PASS, 0,
      "[funder x]\nstatus = applied\n2021 = 60 kr granted\n2022 = 40 kr decided\n" },
    { "project", VERDICT_WARN, -700,
      "[funder x]\nstatus = applied\n2021 = 60 kr granted\n2022 = 40 kr decided\nin_kind = 7 kr total\n" },
    { "project", VERDICT_PASS, 0, X("2021 = 60 kr\n2022 = 40 kr rejected\n") },
};
/* clang-format on */

static void years_are_secured_by_their_own_status(void **state)
{
    CHECK("secured", secured);
}

/* The match rule with a scenario on top. */
static enum verdict match_with(const struct trial *trial, const char *scenario)
{
    struct trial changed = trial_copy(trial);
    trial_read(&changed, arena_text(trial->arena, "[scenario]\n%s", scenario), 1);
    trial_build(&changed);
    return finding_of(&changed, "match", "grant")->verdict;
}

/* 300 kr of match for a grant of 400: 100 kr less applied for, or 100 kr more match; the krona that is forgiven is no
   part of an answer. */
static void a_match_is_cured_to_the_ore(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    COST_OF_YEARS X("amount = 300 kr total\n") "[funder grant]\nstatus = applied\n"
                                                                               "matches = x\namount = 400 kr total\n");
    const cure_list cures = cures_of(&trial, "match", "grant");
    assert_int_equal(cures.count, 2);
    assert_cure(&cures, 0, "smaller-application", 10000);
    assert_cure(&cures, 1, "more-match", 10000);
    assert_int_equal(cures.items[0].neighbour, -1);
    assert_int_equal(match_with(&trial, "[funder grant]\namount -= 99 kr\n"), VERDICT_PASS);
    assert_int_equal(match_with(&trial, "[funder grant]\namount -= 98,99 kr\n"), VERDICT_FAIL);
    assert_int_equal(match_with(&trial, "[funder x]\namount += 99 kr\n"), VERDICT_PASS);
    assert_int_equal(match_with(&trial, "[funder x]\namount += 98,99 kr\n"), VERDICT_FAIL);
}

/* Where its highest share binds, half of 200 kr, no match helps: 150 less 50, and less 49 is forgiven. */
static void a_match_bound_by_its_share_is_cured_by_less_alone(void **state)
{
    struct trial trial =
        project_of(state, TWO_YEARS,
                   COST_OF_YEARS X("amount = 300 kr total\n") "[funder grant]\nstatus = applied\nmatches = x\n"
                                                              "amount = 150 kr total\nmax_share = 50 %\n");
    const cure_list cures = cures_of(&trial, "match", "grant");
    assert_int_equal(cures.count, 1);
    assert_cure(&cures, 0, "smaller-application", 5000);
    assert_int_equal(match_with(&trial, "[funder grant]\namount -= 49 kr\n"), VERDICT_PASS);
    assert_int_equal(match_with(&trial, "[funder grant]\namount -= 48,99 kr\n"), VERDICT_FAIL);
}

int main(void)
{
    /* clang-format off */
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_group_keeps_its_limits),
        ARENA_TEST(a_group_of_two_grants_is_above_its_half),
        ARENA_TEST(a_funder_keeps_its_highest_share),
        ARENA_TEST(in_kind_is_what_is_certified_and_within_its_limit),
        ARENA_TEST(contributions_fit_in_their_frame),
        ARENA_TEST(decisions_have_references_and_figures_sources),
        ARENA_TEST(nothing_is_financed_twice),
        ARENA_TEST(a_funder_pays_for_what_is_eligible_to_it),
        ARENA_TEST(flights_are_compensated),
        ARENA_TEST(years_are_secured_by_their_own_status),
        ARENA_TEST(a_match_is_cured_to_the_ore),
        ARENA_TEST(a_match_bound_by_its_share_is_cured_by_less_alone),
    };
    /* clang-format on */
    return cmocka_run_group_tests(tests, NULL, NULL);
}

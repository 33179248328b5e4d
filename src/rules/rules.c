#include <medfin/rules/rules.h>

#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/rules/judgement.h>

#include "activity_budget.h"
#include "balance.h"
#include "benefit.h"
#include "compensation.h"
#include "eligibility.h"
#include "evidence.h"
#include "frame.h"
#include "frequency.h"
#include "group.h"
#include "in_kind.h"
#include "liquidity.h"
#include "match.h"
#include "overlap.h"
#include "reserve.h"
#include "secured.h"
#include "share.h"
#include "staffing.h"

static enum verdict fails(const struct project *project)
{
    (void)project;
    return VERDICT_FAIL;
}

static enum verdict warns(const struct project *project)
{
    (void)project;
    return VERDICT_WARN;
}

const struct rule rule_rows[] = {
    { "balance", "balans", N_("Budget balances"),
      N_("Financing equals cost in every year (or in the whole project), within the tolerance: a deficit fails, a "
         "surplus warns: a funder wants it back, an association keeps it."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.2: ”i balans”; Region Västernorrland: per budgetår",
      SECTION_RULES, "balance", balance_make, fails, true },
    { "match", "medfinansiering", N_("Match suffices"),
      N_("A grant that matches other money can be drawn in full: ratio × match and its highest share of the cost "
         "both reach the amount applied for, in all or, where it is stated by year, in each year."),
      "RUN/578/2020: 1:1-medel; förordning (2003:596) 5 §", SECTION_FUNDER, "matches", match_make, fails, true },
    { "group", "gemensamt-tak", N_("Within common limit"),
      N_("All money of a group, as one appropriation, is together at most its highest share of the project and at "
         "most its amount."),
      "förordning (2003:596) 5 §: 1:1-medel", SECTION_GROUP, "max_share", group_make, fails, true },
    { "share", "högsta-andel", N_("Within highest share"),
      N_("A funder's money, never its contribution in kind, is at most its highest share over the whole project; a "
         "year's end above it warns."),
      N_("funders' terms"), SECTION_FUNDER, "max_share", share_make, fails, true },
    { "in-kind", "annat-än-pengar", N_("Contributions in kind agree"),
      N_("What lines state in kind for a funder equals what it certifies, and all in kind is within its limit."),
      N_("funders' terms"), SECTION_FUNDER, "in_kind", in_kind_make, fails, true },
    { "frame", "ram", N_("Within frame"),
      N_("What funders contribute inside a frame, in cash and in kind, fits each calendar year in the frame less "
         "what other decisions take."),
      "RUN/578/2020: ”inom ram för område Hållbar tillväxt”", SECTION_FRAME, "amount", frame_make, fails, true },
    { "reserve", "reserv", N_("Reserve suffices"),
      N_("Free equity is at least so many months' running costs at every test date; the reading that decides is "
         "named."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.2: ”kostnaden för att vid behov avveckla verksamheten under "
      "ett halvår”",
      SECTION_RESERVE, "months", reserve_make, fails, false },
    { "liquidity", "likviditet", N_("Cash suffices"),
      N_("Cash is at least the limit in every month, also in those after the project's end until the last payment "
         "has come."),
      N_("project owners pre-finance what funders pay on claims"), SECTION_RULES, "liquidity_limit", liquidity_make,
      fails, true },
    { "staffing", "heltid", N_("At most full time"),
      N_("A person's shares add up to at most full time in every month."), "RUN/578/2020: 50 %-tjänst", SECTION_RULES,
      NULL, staffing_make, fails, false },
    { "secured", "säkrat", N_("Secured financing"),
      N_("Financing that is neither granted nor decided is at most the stated percent of all financing."),
      "RUN/453/2020: 1:1-medel beslutas i särskilt ärende", SECTION_RULES, "unsecured", secured_make, secured_broken,
      false },
    { "evidence", "källor", N_("Sources and decisions"),
      N_("A funder that has granted or decided has the reference of its decision, and every figure says where it "
         "comes from."),
      "medfinansieringsintyg", SECTION_RULES, NULL, evidence_make, warns, false },
    { "overlap", "dubbelfinansiering", N_("No double financing"),
      N_("Funders that want back what is over pay together at most the eligible cash cost, each counted at most for what is eligible to it, and no eligible line stands in a category that a flat rate already covers."),
      N_("funders' terms"), SECTION_RULES, NULL, overlap_make, fails, true },
    { "eligibility", "stöd-inom-kostnad", N_("Support within cost"),
      N_("No funder that wants back what is over pays for cost that is not eligible to it; a mere surplus is the "
         "balance's."),
      N_("funders' terms"), SECTION_RULES, NULL, eligibility_make, fails, true },
    { "benefit", "nytta", N_("Benefit meets effort"),
      N_("What a year of membership gives is at least the own effort, and the network is in line with the own work."),
      "Landstinget Blekinge: ”nyttan är större eller lika med den egna insatsen och som ligger i direkt linje med "
      "den egna verksamheten”",
      SECTION_MEMBERSHIP, "in_line", benefit_make, fails, false },
    { "compensation", "klimatkompensation", N_("Flights compensated"),
      N_("Flights are climate-compensated; a compensation of 0 is none."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.3", SECTION_RULES, NULL, compensation_make, fails, false },
    { "frequency", "antal-gånger", N_("Held as often as promised"),
      N_("What was held up to the last closed month and what is planned for the months left is at least as often a year as "
         "the activity promises, rounded down for a part of a year."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.3", SECTION_ACTIVITY, "at_least", frequency_make, fails, false },
    { "activity-budget", "aktivitetsbudget", N_("Within activity budget"),
      N_("Planned activities cost at most the activity budget in every calendar year, contributions in kind apart."),
      "Sveriges Ekokommuner, handlingsplan 2021", SECTION_RULES, NULL, activity_budget_make, fails, true },
};

const int rule_count = sizeof rule_rows / sizeof *rule_rows;

static const char *source_of(const struct section *section, const char *key)
{
    month at;
    const struct key *row = key ? key_find(section->kind, key, &at) : NULL;
    const struct fact *fact = row ? section_fact(section, row) : NULL;
    if (fact && fact_is_stated(fact))
        return fact->by->source;
    return fact_is_stated(section->source) ? section->source->value.text : NULL;
}

const char *finding_source(const struct project *project, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    const struct section *section = finding->about ? finding->about : project_find(project, rule->stated_in, "");
    return section && section->kind == rule->stated_in ? source_of(section, rule->stated_by) : NULL;
}

static bool is_word(const char *word, const char *bytes, size_t size)
{
    return strncmp(word, bytes, size) == 0 && !word[size];
}

const struct rule *rule_named(const char *id, size_t size)
{
    for (int i = 0; i < rule_count; i++)
        if (is_word(rule_rows[i].id, id, size) || is_word(rule_rows[i].swedish, id, size))
            return &rule_rows[i];
    return NULL;
}

void rule_run(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct judgements judgements = { 0 };
    rule->make(plan, rule, &judgements);
    findings_read(&judgements, plan, findings, arena);
}

/* All are read together, since what is proved for one rule serves the next. */
void rules_run(const struct plan *plan, finding_list *findings, struct arena *arena)
{
    struct judgements judgements = { 0 };
    for (int i = 0; i < rule_count; i++)
        rule_rows[i].make(plan, &rule_rows[i], &judgements);
    findings_read(&judgements, plan, findings, arena);
}

/* The table of rules and its runner. */

#include "rule.h"

#include <assert.h>
#include <string.h>

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
    { "balance", N_("Balance"),
      N_("Financing equals cost in every year (or in the whole project), within the tolerance: a deficit fails, a "
         "surplus warns: a funder wants it back, an association keeps it."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.2: ”i balans”; Region Västernorrland: per budgetår", balance_find,
      fails },
    { "match", N_("Match"),
      N_("A grant that matches other money can be drawn in full: ratio × match and its highest share of the cost "
         "both reach the amount applied for."),
      "RUN/578/2020: 1:1-medel; förordning (2003:596) 5 §", match_find, fails },
    { "group", N_("Group"),
      N_("All money of a group, as one appropriation, is together at most its highest share of the project and at "
         "most its amount."),
      "förordning (2003:596) 5 §: 1:1-medel", group_find, fails },
    { "share", N_("Highest share"),
      N_("A funder's money, never its contribution in kind, is at most its highest share over the whole project; a "
         "year's end above it warns."),
      N_("funders' terms"), share_find, fails },
    { "in-kind", N_("Contributions in kind"),
      N_("What lines book in kind for a funder equals what it certifies, and all in kind is within its limit."),
      N_("funders' terms"), in_kind_find, fails },
    { "frame", N_("Frame"),
      N_("What funders contribute inside a frame, in cash and in kind, fits each calendar year in the frame less "
         "what other decisions take."),
      "RUN/578/2020: ”inom ram för område Hållbar tillväxt”", frame_find, fails },
    { "reserve", N_("Reserve"),
      N_("Free equity is at least so many months' running costs at every test date; the reading that decides is "
         "named."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.2: ”kostnaden för att vid behov avveckla verksamheten under "
      "ett halvår”",
      reserve_find, fails },
    { "liquidity", N_("Liquidity"),
      N_("Cash is at least the limit in every month, also in those after the project's end until the last payment "
         "has come."),
      N_("project owners pre-finance what funders pay on claims"), liquidity_find, fails },
    { "staffing", N_("Staffing"), N_("A person's shares add up to at most full time in every month."),
      "RUN/578/2020: 50 %-tjänst", staffing_find, fails },
    { "secured", N_("Secured financing"),
      N_("Financing that is neither granted nor decided is at most the stated percent of all financing."),
      "RUN/453/2020: 1:1-medel beslutas i särskilt ärende", secured_find, secured_broken },
    { "evidence", N_("Evidence"),
      N_("A funder that has granted or decided has the reference of its decision, and every figure says where it "
         "comes from."),
      "medfinansieringsintyg", evidence_find, warns },
    { "overlap", N_("Double financing"),
      N_("Money from others than the owner is at most the eligible cost, and no eligible line stands in a category "
         "that a flat rate already covers."),
      N_("funders' terms"), overlap_find, fails },
    { "eligibility", N_("Eligible cost"), N_("No funder's money exceeds the cost that is eligible to it."),
      N_("funders' terms"), eligibility_find, fails },
    { "benefit", N_("Benefit"),
      N_("What a year of membership gives is at least the own effort, and the network is in line with the own work."),
      "Landstinget Blekinge: ”nyttan är större eller lika med den egna insatsen och som ligger i direkt linje med "
      "den egna verksamheten”",
      benefit_find, fails },
    { "compensation", N_("Climate compensation"), N_("Flights are climate-compensated."),
      "Sveriges Ekokommuner, verksamhetsplan 2021 § 3.3", compensation_find, fails },
    { "activity-budget", N_("Activity budget"),
      N_("Planned activities cost at most the activity budget in every calendar year, contributions in kind apart."),
      "Sveriges Ekokommuner, handlingsplan 2021", activity_budget_find, fails },
};

const int rule_count = sizeof rule_rows / sizeof *rule_rows;

const struct rule *rule_named(const char *id, size_t size)
{
    for (int i = 0; i < rule_count; i++)
        if (strncmp(rule_rows[i].id, id, size) == 0 && !rule_rows[i].id[size])
            return &rule_rows[i];
    return NULL;
}

const char *basis_label(enum share_basis basis)
{
    static const char *const labels[] = { [BASIS_ALL] = N_("eligible cost with in kind"),
                                          [BASIS_CASH] = N_("booked eligible cost"),
                                          [BASIS_FINANCING] = N_("all financing"),
                                          [BASIS_PUBLIC] = N_("public financing") };
    return labels[basis];
}

void rules_run(const struct plan *plan, finding_list *findings, struct arena *arena)
{
    for (int i = 0; i < rule_count; i++)
        rule_rows[i].find(plan, &rule_rows[i], findings, arena);
}

bool verdict_holds(enum verdict verdict)
{
    return verdict <= VERDICT_WARN;
}

enum verdict findings_verdict(const finding_list *findings)
{
    enum verdict gravest = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict > gravest)
            gravest = findings->items[i].verdict;
    return gravest;
}

static const struct {
    const char *id, *title;
} verdict_words[] = {
    [VERDICT_NOT_APPLICABLE] = { "not-applicable", N_("not applicable") },
    [VERDICT_PASS] = { "pass", N_("pass") },
    [VERDICT_WARN] = { "warn", N_("warning") },
    [VERDICT_UNDETERMINED] = { "undetermined", N_("undetermined") },
    [VERDICT_FAIL] = { "fail", N_("fail") },
};

const char *verdict_title(enum verdict verdict)
{
    return verdict_words[verdict].title;
}

const char *verdict_id(enum verdict verdict)
{
    return verdict_words[verdict].id;
}

struct finding *finding_add(finding_list *findings, const struct rule *rule, const struct section *subject,
                            struct arena *arena)
{
    struct finding *finding = list_add(findings, arena);
    *finding = (struct finding){ .rule = rule, .subject = subject, .at = -1, .since = -1 };
    return finding;
}

void finding_figure(struct finding *finding, struct rule_figure figure, struct arena *arena)
{
    int count = finding->figure_count;
    bool is_full = (count & (count - 1)) == 0;
    if (is_full) {
        struct rule_figure *all = arena_take(arena, count ? 2 * (size_t)count : 1, sizeof *all);
        for (int i = 0; i < count; i++)
            all[i] = finding->figures[i];
        finding->figures = all;
    }
    finding->figures[finding->figure_count++] = figure;
}

const char *rule_figure_path(struct arena *arena, const struct rule_figure *figure)
{
    const char *when = figure->year ? arena_text(arena, "years.%d.", figure->year)
                       : figure->at ? arena_text(arena, "months.%s.", month_text(arena, figure->at))
                                    : "";
    const struct rule_reading *reading = figure->reading;
    return arena_text(arena, "%s%s%s%s%s", reading ? "readings." : "", reading ? reading->id : "", reading ? "." : "",
                      when, figure->key);
}

const struct rule_figure *finding_in_reading(const struct finding *finding, const struct rule_reading *reading,
                                             const char *key)
{
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->reading == reading && !figure->at && !figure->year && strcmp(figure->key, key) == 0)
            return figure;
    }
    return NULL;
}

const struct rule_reading *finding_reading(const struct finding *finding, const struct rule_reading *previous)
{
    bool is_behind = !previous;
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_reading *reading = finding->figures[i].reading;
        if (is_behind && reading && reading != previous)
            return reading;
        is_behind = is_behind || reading == previous;
    }
    return NULL;
}

void finding_money_in(struct finding *finding, int year, const char *key, const char *label, struct cell cell,
                      struct arena *arena)
{
    finding_figure(
        finding,
        (struct rule_figure){
            .key = key, .label = label, .year = year, .unit = UNIT_MONEY, .number = cell.amount, .needs = cell.needs },
        arena);
}

void finding_money(struct finding *finding, const char *key, const char *label, struct cell cell, struct arena *arena)
{
    finding_money_in(finding, 0, key, label, cell, arena);
}

void finding_share(struct finding *finding, const char *key, const char *label, struct cell part, struct cell whole,
                   struct arena *arena)
{
    const struct needs *needs = needs_union(arena, part.needs, whole.needs);
    share quotient = 0;
    bool none = !needs && !money_share(part.amount, whole.amount, &quotient);
    finding_figure(
        finding,
        (struct rule_figure){
            .key = key, .label = label, .unit = UNIT_SHARE, .number = quotient, .needs = needs, .none = none },
        arena);
}

bool finding_tighten(struct finding *finding, struct cell margin, struct arena *arena)
{
    finding->needs = needs_union(arena, finding->needs, margin.needs);
    if (!cell_is_known(margin) || (finding->has_margin && finding->margin <= margin.amount))
        return false;
    finding->has_margin = true;
    finding->margin = margin.amount;
    return true;
}

void finding_settle(struct finding *finding, money tolerance, enum verdict otherwise)
{
    if (finding->has_margin && finding->margin < -tolerance) {
        finding->verdict = otherwise;
    } else if (finding->needs) {
        finding->verdict = VERDICT_UNDETERMINED;
        finding->has_margin = false;
    } else {
        finding->verdict = VERDICT_PASS;
    }
}

void finding_decide(struct finding *finding, struct cell margin, enum verdict otherwise)
{
    finding->needs = margin.needs;
    finding->has_margin = cell_is_known(margin);
    finding->margin = finding->has_margin ? margin.amount : 0;
    if (!finding->has_margin)
        finding->verdict = VERDICT_UNDETERMINED;
    else
        finding->verdict = margin.amount >= 0 ? VERDICT_PASS : otherwise;
}

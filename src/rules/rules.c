/* The table of rules and its runner. */

#include "rule.h"

#include <assert.h>

const struct rule rule_rows[] = {
    { "balance", N_("Balance"),
      N_("Financing equals cost in every year (or in the whole project), within the tolerance: a deficit fails, a "
         "surplus warns, since it is repaid."),
      "Sveriges Ekokommuner, stadgar § 3.2 \"i balans\"; Region Västernorrland: per budgetår", balance_find },
    { "match", N_("Match"),
      N_("A grant that matches other money can be drawn in full: ratio × match and its highest share of the cost "
         "both reach the amount applied for."),
      "1:1-medel, Region Jämtland Härjedalen RUN/578/2020; förordning (2003:596) 5 §", match_find },
    { "staffing", N_("Staffing"), N_("A person's shares add up to at most full time in every month."),
      "RUN/578/2020: 50 %-tjänst", staffing_find },
    { "secured", N_("Secured financing"),
      N_("Financing that is neither granted nor decided is at most the stated percent of all financing."),
      "RUN/453/2020: 1:1-medel beslutas i särskilt ärende", secured_find },
};

const int rule_count = sizeof rule_rows / sizeof *rule_rows;

void rules_run(const struct plan *plan, finding_list *findings, struct arena *arena)
{
    for (int i = 0; i < rule_count; i++)
        rule_rows[i].find(plan, &rule_rows[i], findings, arena);
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
    *finding = (struct finding){ .rule = rule, .subject = subject, .at = -1 };
    return finding;
}

void finding_figure(struct finding *finding, struct rule_figure figure, struct arena *arena)
{
    struct rule_figure *all = arena_take(arena, (size_t)finding->figure_count + 1, sizeof *all);
    for (int i = 0; i < finding->figure_count; i++)
        all[i] = finding->figures[i];
    all[finding->figure_count++] = figure;
    finding->figures = all;
}

void finding_money(struct finding *finding, const char *key, const char *label, struct cell cell,
                   struct arena *arena)
{
    finding_figure(finding,
                   (struct rule_figure){ .key = key,
                                         .label = label,
                                         .unit = UNIT_MONEY,
                                         .number = cell.amount,
                                         .needs = cell.needs },
                   arena);
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

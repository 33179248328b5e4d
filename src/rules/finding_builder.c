#include "finding_builder.h"

#include <medfin/rules/rules.h>

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

void finding_basis(struct finding *finding, enum share_basis basis, struct cell cell, struct arena *arena)
{
    static const char *const labels[] = { [BASIS_ALL] = N_("eligible cost with in kind"),
                                          [BASIS_CASH] = N_("booked eligible cost"),
                                          [BASIS_FINANCING] = N_("all financing"),
                                          [BASIS_PUBLIC] = N_("public financing") };
    finding_money(finding, "basis", labels[basis], cell, arena);
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

bool finding_settle(struct finding *finding, money tolerance, const struct project *project)
{
    bool is_broken = finding->has_margin && finding->margin < -tolerance;
    if (is_broken) {
        finding->verdict = finding->rule->broken(project);
    } else if (finding->needs) {
        finding->verdict = VERDICT_UNDETERMINED;
        finding->has_margin = false;
    } else {
        finding->verdict = VERDICT_PASS;
    }
    return is_broken;
}

void finding_decide(struct finding *finding, struct cell margin, const struct project *project)
{
    finding->needs = margin.needs;
    finding->has_margin = cell_is_known(margin);
    finding->margin = finding->has_margin ? margin.amount : 0;
    if (!finding->has_margin)
        finding->verdict = VERDICT_UNDETERMINED;
    else
        finding->verdict = margin.amount >= 0 ? VERDICT_PASS : finding->rule->broken(project);
}

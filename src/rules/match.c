#include "match.h"

#include <medfin/plan/share_and_match.h>
#include <medfin/plan/sums.h>

#include "finding_builder.h"

enum { THOUSANDTHS = 1000 };

static const int64_t MOST_HOURS = 1000000000; /* beyond them, hours are no answer */

static struct cell drawn_by(const struct plan *plan, const struct funder *funder)
{
    const struct selection drawn = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    return plan_sum(plan, &drawn, plan->first, plan_last(plan));
}

/* The hourly value in kind that would fill a gap: the grant's own terms, else the matched's. */
static const struct fact *hourly_rate(const struct funder *funder)
{
    if (fact_is_stated(&funder->in_kind_hourly_rate))
        return &funder->in_kind_hourly_rate;
    for (int i = 0; i < funder->matches.value.count; i++) {
        const struct funder *matched = (const struct funder *)funder->matches.sections[i];
        if (matched->section.kind == SECTION_FUNDER && fact_is_stated(&matched->in_kind_hourly_rate))
            return &matched->in_kind_hourly_rate;
    }
    return NULL;
}

/* Hours of work in kind that would bring the match up, rounded up to thousandths. */
static void add_hours(struct finding *finding, const struct funder *funder, struct arena *arena)
{
    const struct fact *rate = hourly_rate(funder);
    if (!rate || !funder->counts_in_kind.value.number)
        return;
    wide match = (wide)-finding->margin * funder->ratio.value.second * THOUSANDTHS;
    wide hour = (wide)rate->value.number * funder->ratio.value.number;
    if (match / hour >= MOST_HOURS * THOUSANDTHS)
        return;
    finding_figure(finding,
                   (struct rule_figure){ .key = "hours",
                                         .label = N_("hours in kind that would fill the match"),
                                         .unit = UNIT_HOURS,
                                         .number = (int64_t)((match + hour - 1) / hour) },
                   arena);
}

static void find_match(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                       finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &funder->section, arena);
    finding->unit = UNIT_MONEY;
    if (funder_is_rejected(funder) || !fact_is_stated(&funder->amount)) {
        finding->because = funder_is_rejected(funder) ? N_("The application is rejected.")
                                                      : N_("No amount is stated that it should reach.");
        return;
    }
    struct cell amount = fact_cell(plan, &funder->amount);
    struct cell drawn = drawn_by(plan, funder);
    const struct match_reach reach = plan_match_reach(plan, funder);
    struct cell margin = cell_minus(arena, drawn, amount);
    finding_decide(finding, margin, plan->project);
    if (finding->has_margin && finding->margin >= -plan->project->rules->tolerance.value.number)
        finding->verdict = VERDICT_PASS;

    finding_money(finding, "amount", N_("amount applied for"), amount, arena);
    finding_money(finding, "drawn", N_("drawn"), drawn, arena);
    finding_money(finding, "matched", N_("what it matches"), reach.matched, arena);
    finding_money(finding, "by_ratio", N_("ratio × match"), reach.by_ratio, arena);
    if (reach.has_share)
        finding_money(finding, "by_share", N_("highest share of eligible cost"), reach.by_share, arena);
    if (finding->verdict != VERDICT_FAIL)
        return;
    bool share_binds = reach.has_share && reach.by_share.amount < reach.by_ratio.amount;
    finding->because = share_binds ? N_("Its highest share of the eligible cost binds.")
                                   : N_("The match binds: ratio × what the matched contribute.");
    if (!share_binds)
        add_hours(finding, funder, arena);
}

void match_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    int before = findings->count;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (funder_kind(funder) == FUNDER_MATCH)
            find_match(plan, rule, funder, findings, arena);
    }
    if (findings->count == before)
        finding_add(findings, rule, NULL, arena);
}

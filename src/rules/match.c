#include "match.h"

#include <medfin/plan/repaid.h>
#include <medfin/plan/share_and_match.h>
#include <medfin/plan/tally.h>

#include "judged.h"
#include "making.h"

enum { THOUSANDTHS = 1000 };

static const int64_t MOST_HOURS = 1000000000; /* beyond them, hours are no answer */

/* What an hour in kind is worth, and the ratio in which it is matched. */
struct hours {
    node hour, grant, match;
};

/* The hourly value in kind that would fill a gap: the grant's own terms, else the matched's. */
static const struct funder *hourly_terms(const struct funder *funder)
{
    if (fact_is_stated(funder->in_kind_hourly_rate))
        return funder;
    for (int i = 0; i < funder->matches->value.count; i++) {
        const struct funder *matched = (const struct funder *)funder->matches->sections[i];
        if (matched->section.kind == SECTION_FUNDER && fact_is_stated(matched->in_kind_hourly_rate))
            return matched;
    }
    return NULL;
}

/* Hours of work in kind that would bring the match up, rounded up to thousandths. */
static bool read_hours(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct hours *hours = from->context;
    const struct plan *plan = judged->plan;
    const struct judged_place *place = judged->decides->place;
    if (judged->decides->verdict != VERDICT_FAIL || node_cell(plan, place->left).amount < 0)
        return false;
    wide match = (wide)-judged->decides->margin * node_cell(plan, hours->match).amount * THOUSANDTHS;
    wide hour = (wide)node_cell(plan, hours->hour).amount * node_cell(plan, hours->grant).amount;
    if (match / hour >= MOST_HOURS * THOUSANDTHS)
        return false;
    figure->number = (int64_t)((match + hour - 1) / hour) * (SHARE_ONE / THOUSANDTHS);
    return true;
}

static void add_hours(struct judgement *judgement, const struct plan *plan, const struct funder *funder)
{
    const struct funder *terms = hourly_terms(funder);
    if (!terms || !funder->counts_in_kind->value.number)
        return;
    const struct section *section = &funder->section;
    struct hours *hours = arena_take(plan->arena, 1, sizeof *hours);
    hours->hour = money_leaf(plan, &terms->section, terms->in_kind_hourly_rate);
    hours->grant = count_leaf(plan, section, funder->ratio);
    hours->match = graph_fact(plan->graph, section, funder->ratio, KIND_COUNT, FIELD_SECOND);
    figure_add(
        judgement, plan,
        (struct judged_figure){
            .says = { .key = "hours", .label = N_("hours in kind that would fill the match"), .kind = KIND_DECIMAL },
            .read = read_hours,
            .context = hours });
}

/* What it can draw by the end of a month; year 0: of the whole, else what it draws in the year. */
struct stretch {
    int year;
    month last;
    node amount, drawn;
};

static void judge(struct judgement *judgement, const struct plan *plan, const struct funder *funder,
                  const struct stretch *of)
{
    const struct match_reach reach = match_reach(plan, funder, of->last);
    bool has_share = fact_is_stated(funder->max_share);
    node asked = while_granted(plan, &funder->section, of->amount);
    struct judged_place *place = place_add(judgement, plan, less_node(plan, N_("drawn"), of->drawn, asked),
                                           N_("The match binds: ratio × what the matched contribute."));
    place->year = of->year;
    place->because_short = N_("Its highest share of the eligible cost binds.");
    place->left = has_share ? less_node(plan, N_("left"), reach.by_share, reach.by_ratio) : 0;
    money_add(judgement, plan, of->year, "amount", N_("amount applied for"), of->amount);
    money_add(judgement, plan, of->year, "drawn", N_("drawn"), of->drawn);
}

/* What is not drawn of a year lapses, so that each year has a place of its own. */
static void judge_years(struct judgement *judgement, const struct plan *plan, const struct funder *funder)
{
    for (int i = 0; i < funder->years.count; i++) {
        int year = month_year(funder->years.items[i].at);
        const struct selection drawn = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        const struct stretch of = { .year = year,
                                    .last = month_earlier(year_last(year), plan_last(plan)),
                                    .amount = dated_node(plan, &funder->section, &funder->years.items[i].fact),
                                    .drawn = rows_over(plan, selection_test, &drawn, N_("drawn"), year_first(year),
                                                       year_last(year)) };
        judge(judgement, plan, funder, &of);
    }
}

static void judge_whole(struct judgement *judgement, const struct plan *plan, const struct funder *funder)
{
    operand parts[funder->years.count + 1];
    for (int i = 0; i < funder->years.count; i++)
        parts[i] = dated_node(plan, &funder->section, &funder->years.items[i].fact);
    const struct stretch of = { .last = plan_last(plan),
                                .amount = funder->years.count ? sum_node(plan, N_("what the years add up to"), parts,
                                                                         funder->years.count)
                                                              : money_leaf(plan, &funder->section, funder->amount),
                                .drawn = funder_paid_node(plan, funder, plan_last(plan)) };
    judge(judgement, plan, funder, &of);
}

static void make_match(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                       struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &funder->section);
    judgement->applies = pays_node(plan, funder);
    judgement->refused = N_("The application is rejected.");
    if (!fact_is_stated(funder->amount) && !funder->years.count) {
        judgement->because = N_("No amount is stated that it should reach.");
        return;
    }
    if (funder->years.count && !funder->carry_over->value.number)
        judge_years(judgement, plan, funder);
    else
        judge_whole(judgement, plan, funder);
    const struct match_reach reach = match_reach(plan, funder, plan_last(plan));
    money_add(judgement, plan, 0, "matched", N_("what it matches"), reach.matched);
    money_add(judgement, plan, 0, "by_ratio", N_("ratio × match"), reach.by_ratio);
    if (fact_is_stated(funder->max_share))
        money_add(judgement, plan, 0, "by_share", N_("highest share of eligible cost"), reach.by_share);
    add_hours(judgement, plan, funder);
}

void match_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    int before = judgements->count;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (funder_kind(funder) == FUNDER_MATCH)
            make_match(plan, rule, funder, judgements);
    }
    if (judgements->count == before)
        judgement_add(judgements, plan, rule, NULL);
}

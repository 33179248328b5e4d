#include "balance.h"

#include <medfin/model/payer.h>
#include <medfin/plan/repaid.h>

#include "judged.h"
#include "making.h"

struct gap {
    int year;                  /* 0: the whole project */
    node cost, financing, gap; /* gap: financing − cost */
};

static struct gap gap_of(const struct plan *plan, int year)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct months over = year ? months_of_year(year) : plan_months(plan);
    struct gap gap = { .year = year,
                       .cost = rows_over(plan, selection_test, &cost, N_("cost"), over.first, over.last),
                       .financing =
                           rows_over(plan, selection_test, &financing, N_("financing"), over.first, over.last) };
    gap.gap = less_node(plan, N_("financing minus cost"), gap.financing, gap.cost);
    return gap;
}

static void show(struct judgement *judgement, const struct plan *plan, const struct gap *gap)
{
    money_add(judgement, plan, gap->year, "cost", N_("cost"), gap->cost);
    money_add(judgement, plan, gap->year, "financing", N_("financing"), gap->financing);
    money_add(judgement, plan, gap->year, "gap", N_("financing minus cost"), gap->gap);
}

static const char *surplus_sentence(const struct project *project)
{
    static const char *const sentences[] = {
        [ALL_REPAID] = N_("The financing exceeds the cost; a surplus is repaid."),
        [ALL_KEPT] = N_("The financing exceeds the cost; the surplus adds to the equity."),
        [SOME_KEPT] = N_("The financing exceeds the cost; funders want back their part of it, the rest adds to the "
                         "equity."),
    };
    return sentences[project_surplus(project)];
}

/* A deficit fails and a surplus warns: two sides of one gap. */
static void judge(struct judgement *judgement, const struct plan *plan, const struct gap *gap)
{
    place_add(judgement, plan, gap->gap, N_("The financing does not cover the cost."))->year = gap->year;
    struct judged_place *surplus =
        place_add(judgement, plan, less_node(plan, N_("cost"), 0, gap->gap), surplus_sentence(plan->project));
    surplus->year = gap->year;
    surplus->otherwise = VERDICT_WARN;
    show(judgement, plan, gap);
}

static bool read_of_surplus(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct cell of = node_cell(judged->plan, from->of);
    figure->number = of.amount;
    figure->needs = of.needs;
    return judged->decides->verdict == VERDICT_WARN && project_surplus(judged->plan->project) != ALL_KEPT;
}

/* What becomes of a surplus: the equity is what it was and what stays. */
static void show_surplus(struct judgement *judgement, const struct plan *plan, node gap)
{
    node owed = owed_back_node(plan);
    const struct judged_figure figures[] = {
        { .says = { .key = "owed_back", .label = N_("of it to be paid back to funders") }, .of = owed },
        { .says = { .key = "kept", .label = N_("of it added to the equity") },
          .of = less_node(plan, N_("added to the equity"), gap, owed) },
    };
    for (int i = 0; i < 2; i++) {
        struct judged_figure figure = figures[i];
        figure.read = read_of_surplus;
        figure_add(judgement, plan, figure);
    }
}

void balance_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct gap whole = gap_of(plan, 0);
    judgement->adds_up = true;
    judgement->two_sided = true;
    judgement->deviation = whole.gap;
    if (plan->project->rules->balance->value.number != BALANCE_YEAR) {
        judge(judgement, plan, &whole);
        show_surplus(judgement, plan, whole.gap);
        return;
    }
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct gap gap = gap_of(plan, year);
        judge(judgement, plan, &gap);
    }
    show(judgement, plan, &whole);
    show_surplus(judgement, plan, whole.gap);
}

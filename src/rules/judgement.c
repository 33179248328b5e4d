#include <medfin/rules/judgement.h>

#include "judged.h"

static bool is_short(const struct plan *plan, const struct judged_place *place, int64_t margin)
{
    return margin < -node_cell(plan, place->tolerance).amount;
}

/* The gravest is kept, and of equally grave ones the tightest. */
static void weigh(struct reading_outcome *outcome, const struct judged_place *place, int64_t margin, bool is_broken)
{
    enum verdict verdict = is_broken ? place->otherwise : VERDICT_PASS;
    bool is_first = !outcome->place || verdict > outcome->verdict;
    if (!is_first && (verdict < outcome->verdict || margin >= outcome->margin))
        return;
    outcome->place = place;
    outcome->verdict = verdict;
    outcome->margin = margin;
}

static void look_at(const struct judged *judged, const struct judged_place *place)
{
    struct reading_outcome *outcome = reading_outcome_of(judged, place->reading);
    struct cell margin = node_cell(judged->plan, place->margin);
    if (!cell_is_known(margin) && place->at_least)
        margin = place->at_least(place, judged->plan);
    outcome->verdict = outcome->verdict ? outcome->verdict : VERDICT_PASS;
    outcome->needs = needs_union(judged->arena, outcome->needs, margin.needs);
    if (!cell_is_known(margin)) {
        outcome->unknown = outcome->unknown ? outcome->unknown : place;
        return;
    }
    weigh(outcome, place, margin.amount, is_short(judged->plan, place, margin.amount));
    if (outcome->since || margin.amount >= 0)
        return;
    outcome->since = place;
    outcome->since_margin = margin.amount;
}

static void look_aside(const struct judged *judged, const struct judged_place *place)
{
    struct reading_outcome *outcome = reading_outcome_of(judged, place->reading);
    const struct cell margin = node_cell(judged->plan, place->margin);
    if (outcome->verdict <= VERDICT_WARN && cell_is_known(margin) && is_short(judged->plan, place, margin.amount))
        weigh(outcome, place, margin.amount, true);
}

/* What is known to fail is settled, whatever else is unknown. */
static void settle(const struct judgement *judgement, struct reading_outcome *outcome)
{
    outcome->has_margin = outcome->place != NULL;
    if (!outcome->needs || outcome->verdict > VERDICT_UNDETERMINED)
        return;
    outcome->verdict = VERDICT_UNDETERMINED;
    outcome->has_margin = false;
    outcome->margin = 0;
    /* The other side may be the one that binds. */
    if (judgement->two_sided)
        outcome->place = NULL;
}

static void look(const struct judged *judged)
{
    const struct judgement *judgement = judged->judgement;
    for (int i = 0; i < judgement->places.count; i++)
        if (!judgement->places.items[i].is_aside)
            look_at(judged, &judgement->places.items[i]);
    for (int i = 0; i <= judgement->reading_count; i++)
        settle(judgement, &judged->outcomes[i]);
    for (int i = 0; i < judgement->places.count; i++)
        if (judgement->places.items[i].is_aside)
            look_aside(judged, &judgement->places.items[i]);
}

static const char *sentence(const struct judged *judged)
{
    const struct reading_outcome *outcome = judged->decides;
    const struct judged_place *place = outcome->place;
    bool is_told = outcome->verdict == VERDICT_WARN || outcome->verdict == VERDICT_FAIL ||
                   (outcome->verdict == VERDICT_UNDETERMINED && judged->judgement->tells_binding);
    if (!is_told || !place || !place->because)
        return judged->judgement->because;
    const struct cell left = node_cell(judged->plan, place->left);
    bool is_left = !place->because_short || !cell_is_known(left) || left.amount >= 0;
    return is_left ? place->because : place->because_short;
}

static void watch(node_list *nodes, node of, struct arena *arena)
{
    if (of)
        *list_add(nodes, arena) = of;
}

void judgement_watch(const struct judgement *judgement, node_list *nodes, struct arena *arena)
{
    watch(nodes, judgement->applies, arena);
    watch(nodes, judgement->deviation, arena);
    for (int i = 0; i < judgement->places.count; i++) {
        const struct judged_place *place = &judgement->places.items[i];
        watch(nodes, place->margin, arena);
        watch(nodes, place->tolerance, arena);
        watch(nodes, place->left, arena);
    }
}

static void add_outcome(struct finding *finding, const struct judged *judged)
{
    const struct judgement *judgement = judged->judgement;
    const struct reading_outcome *outcome = judged->decides;
    const struct judged_place *place = outcome->place, *since = judgement->tells_first ? outcome->since : NULL;
    finding->verdict = outcome->verdict;
    finding->has_margin = outcome->has_margin;
    finding->margin = outcome->margin;
    finding->needs = outcome->needs;
    finding->because = sentence(judged);
    if (place) {
        finding->subject = place->subject ? place->subject : judgement->subject;
        finding->year = place->year;
        finding->at = place->at ? place->at : -1;
    }
    const struct judged_place *tightest = outcome->has_margin ? place : outcome->unknown;
    finding->tightest = tightest ? tightest->margin : 0;
    if (since) {
        finding->since = since->at;
        finding->since_margin = outcome->since_margin;
        finding->since_coverage = INT64_MIN;
    }
    if (judgement->least && finding->verdict <= judgement->least) {
        finding->verdict = judgement->least;
        finding->because = judgement->because_least;
    }
}

static void read_value(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct cell of = node_cell(judged->plan, from->of);
    figure->number = of.amount;
    figure->needs = of.needs;
}

static bool is_shown(const struct judged *judged, const struct judged_figure *from)
{
    const struct reading_outcome *outcome = judged->decides;
    return !from->place || (outcome->has_margin && outcome->place - judged->judgement->places.items == from->place - 1);
}

static void add_figures(struct finding *finding, const struct judged *judged)
{
    const struct judgement *judgement = judged->judgement;
    const struct judged_place *since = judgement->tells_first ? judged->decides->since : NULL;
    if (since && since->coverage)
        finding->since_coverage = since->coverage(since, judged->plan);
    finding->figures = arena_take(judged->arena, (size_t)judgement->figures.count + 1, sizeof *finding->figures);
    for (int i = 0; i < judgement->figures.count; i++) {
        const struct judged_figure *from = &judgement->figures.items[i];
        struct rule_figure *figure = &finding->figures[finding->figure_count];
        *figure = from->says;
        if (!is_shown(judged, from))
            continue;
        if (!from->read)
            read_value(judged, from, figure);
        else if (!from->read(judged, from, figure))
            continue;
        bool is_value = !from->read || graph_node(judged->plan->graph, from->of).kind == figure->kind;
        if (!figure->is_node && is_value) {
            figure->of = from->of;
            figure->is_node = from->of || !from->read;
        }
        finding->figure_count++;
    }
}

static bool applies(const struct judgement *judgement, const struct plan *plan)
{
    return !judgement->applies || node_cell(plan, judgement->applies).amount;
}

/* Whether there is a finding at all, those of its rule's other judgements aside. */
static bool judgement_stands(const struct judgement *judgement, const struct plan *plan)
{
    return judgement->refused || applies(judgement, plan);
}

static struct finding read(const struct judgement *judgement, const struct plan *plan, bool figures,
                           struct arena *arena)
{
    struct finding finding = { .rule = judgement->rule,
                               .about = judgement->subject,
                               .subject = judgement->subject,
                               .person = judgement->person,
                               .kind = judgement->kind,
                               .at = -1,
                               .since = -1 };
    if (!applies(judgement, plan)) {
        finding.because = judgement->refused;
        return finding;
    }
    struct reading_outcome outcomes[judgement->reading_count + 1];
    for (int i = 0; i <= judgement->reading_count; i++)
        outcomes[i] = (struct reading_outcome){ 0 };
    struct judged judged = { .judgement = judgement, .plan = plan, .outcomes = outcomes, .arena = arena };
    judged.decides = reading_outcome_of(&judged, judgement->deciding);
    look(&judged);
    finding.deciding = judgement->deciding;
    finding.two_sided = judgement->two_sided;
    finding.adds_up = judgement->adds_up;
    if (judgement->two_sided)
        finding.deviation = node_cell(plan, judgement->deviation);
    add_outcome(&finding, &judged);
    if (figures)
        add_figures(&finding, &judged);
    return finding;
}

static void read_all(const struct judgements *judgements, const struct plan *plan, bool figures, finding_list *findings,
                     struct arena *arena)
{
    int before = findings->count;
    for (int i = 0; i < judgements->count; i++) {
        const struct judgement *judgement = &judgements->items[i];
        bool is_beside = findings->count > before && findings->items[findings->count - 1].rule == judgement->rule;
        if (judgement_stands(judgement, plan) && !(judgement->is_alone && is_beside))
            *list_add(findings, arena) = read(judgement, plan, figures, arena);
    }
}

void findings_read(const struct judgements *judgements, const struct plan *plan, finding_list *findings,
                   struct arena *arena)
{
    read_all(judgements, plan, true, findings, arena);
}

void verdicts_read(const struct judgements *judgements, const struct plan *plan, finding_list *findings,
                   struct arena *arena)
{
    read_all(judgements, plan, false, findings, arena);
}

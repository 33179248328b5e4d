#include <medfin/rules/judgement.h>

#include <medfin/base/names.h>
#include <medfin/graph/bounds.h>

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

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* What answers aim at. */
static void spare(struct reading_outcome *outcome, const struct judged_place *place, int64_t margin, int64_t tolerance)
{
    if (margin < 0 && place->otherwise > outcome->unforgiven)
        outcome->unforgiven = place->otherwise;
    if (verdict_holds(place->otherwise))
        return;
    outcome->spare = least_of(outcome->spare, margin);
    outcome->spare_forgiven = least_of(outcome->spare_forgiven, margin + tolerance);
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
    bool is_broken = is_short(judged->plan, place, margin.amount);
    weigh(outcome, place, margin.amount, is_broken);
    spare(outcome, place, margin.amount, node_cell(judged->plan, place->tolerance).amount);
    if (outcome->since || !is_broken)
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

static bool is_looked_at(const struct judged *judged, const struct judged_place *place)
{
    return !place->applies || node_cell(judged->plan, place->applies).amount;
}

static bool is_open(const struct judged *judged, const struct judged_place *place)
{
    return !cell_is_known(node_cell(judged->plan, place->margin)) &&
           !(place->at_least && cell_is_known(place->at_least(place, judged->plan)));
}

/* Whether anything unknown may change it there. */
static bool is_open_of(const struct judged *judged, const struct reading_outcome *outcome,
                       const struct judged_place *place)
{
    return reading_outcome_of(judged, place->reading) == outcome && !place->is_aside && is_looked_at(judged, place) &&
           is_open(judged, place);
}

/* The gravest that it fails with whatever the unknowns are, of those that do not hold; NULL: none. */
static const struct judged_place *always_failing(struct judged *judged, const struct reading_outcome *outcome)
{
    const struct judgement *judgement = judged->judgement;
    const struct judged_place *failing = NULL;
    for (int i = 0; i < judgement->places.count; i++) {
        const struct judged_place *place = &judgement->places.items[i];
        bool is_graver = !verdict_holds(place->otherwise) && (!failing || place->otherwise > failing->otherwise);
        if (is_graver && is_open_of(judged, outcome, place) &&
            bounds_prove_most(*judged->bounds, place->margin, place->tolerance, -1))
            failing = place;
    }
    return failing;
}

/* No value of the unknowns may change the verdict: then the worst that holds is the verdict, or what fails for all. */
static bool is_settled_anyhow(struct judged *judged, struct reading_outcome *outcome)
{
    const struct judgement *judgement = judged->judgement;
    const struct judged_place *graver = NULL;
    enum verdict worst = outcome->verdict;
    if (!*judged->bounds)
        *judged->bounds = bounds_new(judged->plan->graph, judged->plan->attempt, judged->arena);
    /* Where one may fail and may hold, no other settles it but by failing. */
    for (int i = 0; i < judgement->places.count && verdict_holds(worst); i++) {
        const struct judged_place *place = &judgement->places.items[i];
        if (place->otherwise <= worst || !is_open_of(judged, outcome, place) ||
            bounds_prove_least(*judged->bounds, place->margin, place->tolerance, 0))
            continue;
        graver = place;
        worst = place->otherwise;
    }
    if (!verdict_holds(worst)) {
        graver = always_failing(judged, outcome);
        if (!graver)
            return false;
        worst = graver->otherwise;
    }
    outcome->verdict = worst;
    outcome->place = judgement->two_sided && verdict_holds(worst) ? NULL : graver;
    return true;
}

/* What is known to fail is settled, whatever else is unknown. */
static void settle(struct judged *judged, struct reading_outcome *outcome)
{
    const struct judgement *judgement = judged->judgement;
    outcome->has_margin = outcome->place != NULL;
    if (!outcome->needs || outcome->verdict > VERDICT_UNDETERMINED)
        return;
    if (is_settled_anyhow(judged, outcome)) {
        outcome->needs = NULL;
        outcome->has_margin = false;
        outcome->margin = 0;
        return;
    }
    outcome->verdict = VERDICT_UNDETERMINED;
    outcome->has_margin = false;
    outcome->margin = 0;
    /* The other side may be the one that binds. */
    if (judgement->two_sided)
        outcome->place = NULL;
}

static void look(struct judged *judged)
{
    const struct judgement *judgement = judged->judgement;
    for (int i = 0; i < judgement->places.count; i++)
        if (!judgement->places.items[i].is_aside && is_looked_at(judged, &judgement->places.items[i]))
            look_at(judged, &judgement->places.items[i]);
    for (int i = 0; i <= judgement->reading_count; i++)
        settle(judged, &judged->outcomes[i]);
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
        watch(nodes, place->applies, arena);
        watch(nodes, place->left, arena);
    }
}

/* Below zero exactly where it does not hold. */
static int64_t told_spare(enum verdict verdict, int64_t spare)
{
    if (!verdict_holds(verdict))
        return least_of(spare, -1);
    return spare == INT64_MAX ? 0 : spare;
}

static void add_spare(struct finding *finding, const struct reading_outcome *outcome)
{
    bool is_unforgiven = outcome->unforgiven > finding->verdict && finding->verdict != VERDICT_NOT_APPLICABLE;
    finding->unforgiven = is_unforgiven ? outcome->unforgiven : finding->verdict;
    finding->spare = told_spare(finding->unforgiven, outcome->spare);
    finding->spare_forgiven = told_spare(finding->verdict, outcome->spare_forgiven);
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
    add_spare(finding, outcome);
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
                           struct bounds **bounds, struct arena *arena)
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
        outcomes[i] = (struct reading_outcome){ .spare = INT64_MAX, .spare_forgiven = INT64_MAX };
    struct judged judged = {
        .judgement = judgement, .plan = plan, .outcomes = outcomes, .bounds = bounds, .arena = arena
    };
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
    struct bounds *bounds = NULL;
    struct names called = { 0 };
    for (int i = 0; i < judgements->count; i++) {
        const struct judgement *judgement = &judgements->items[i];
        bool is_beside = findings->count > before && findings->items[findings->count - 1].rule == judgement->rule;
        if (!judgement_stands(judgement, plan) || (judgement->is_alone && is_beside))
            continue;
        struct finding *finding = list_add(findings, arena);
        *finding = read(judgement, plan, figures, &bounds, arena);
        if (!is_beside)
            called = (struct names){ 0 };
        const char *about = finding_about(finding);
        finding->same = about ? (*names_number(&called, about, arena))++ : 0;
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

#include <medfin/simulate/simulator.h>

#include <math.h>

#include <medfin/model/correlation.h>
#include <medfin/plan/reserve.h>
#include <medfin/plan/tally.h>

#include "drawn_plan.h"
#include "margins.h"
#include "proofs.h"
#include "simulator_fields.h"

/* The simulator in the making. */
struct maker {
    struct simulator *simulator;
    struct program *program;
    const struct drawn_plan *drawn;
    const struct fold *fold;
    int *watched; /* by slot: number + 1, 0: not */
    int room;
    LIST(int) slots;
    LIST(struct simulated_figure) figures;
};

typedef LIST(struct uncertain) uncertain_list;

/* The values, then members that may leave, then values that are certain now and move others. */
static uncertain_list list_uncertain(const struct figure_list *values, const leaving_list *leaving,
                                     const struct pair_list *stated, struct arena *arena)
{
    uncertain_list uncertain = { 0 };
    for (int i = 0; i < values->count; i++) {
        struct uncertain *value = list_add(&uncertain, arena);
        *value = uncertain_of(values->items[i].fact);
        value->stream = draw_stream(statement_path(arena, values->items[i].fact->by, LANGUAGE_EN));
    }
    for (int i = 0; i < leaving->count; i++)
        for (int d = 0; d < leaving->items[i].count; d++)
            *list_add(&uncertain, arena) = leaving_value(&leaving->items[i], d, arena);
    for (int i = 0; i < stated->fixed.count; i++)
        *list_add(&uncertain, arena) =
            (struct uncertain){ .stream = draw_stream(stated->fixed.items[i]), .is_fixed = true };
    return uncertain;
}

static bool make_draws(struct simulator *simulator, const struct figure_list *values, const leaving_list *leaving,
                       uint64_t seed)
{
    struct simulation *answer = &simulator->answer;
    struct arena *arena = simulator->arena;
    answer->value_count = values->count;
    answer->values = arena_take(arena, (size_t)values->count + 1, sizeof *answer->values);
    const struct pair_list stated = project_correlations(answer->project, values, arena);
    const uncertain_list uncertain = list_uncertain(values, leaving, &stated, arena);
    const int fixed = uncertain.count - stated.fixed.count;
    struct correlated *pairs = arena_take(arena, (size_t)stated.count + 1, sizeof *pairs);
    for (int i = 0; i < stated.count; i++) {
        const struct correlated_pair *pair = &stated.items[i];
        pairs[i] = (struct correlated){ pair->a < values->count ? pair->a : pair->a - values->count + fixed,
                                        pair->b < values->count ? pair->b : pair->b - values->count + fixed,
                                        (double)pair->correlation / SHARE_ONE };
    }
    if (!draws_make(uncertain.items, uncertain.count, pairs, stated.count, seed, &answer->draws, arena))
        return false;
    for (int i = 0; i < values->count; i++)
        answer->values[i] = (struct simulated_value){ .section = values->items[i].section,
                                                      .fact = values->items[i].fact,
                                                      .draw = &answer->draws.items[i] };
    return true;
}

static int watch_slot(struct maker *maker, int slot)
{
    struct arena *arena = maker->simulator->arena;
    if (slot >= maker->room) {
        int room = 2 * slot + 64, *watched = arena_take(arena, (size_t)room, sizeof *watched);
        for (int i = 0; i < maker->room; i++)
            watched[i] = maker->watched[i];
        maker->watched = watched;
        maker->room = room;
    }
    if (!maker->watched[slot]) {
        *list_add(&maker->slots, arena) = slot;
        maker->watched[slot] = maker->slots.count;
    }
    return maker->watched[slot] - 1;
}

static struct reading reading_of(struct maker *maker, struct affine form)
{
    if (form.unknown)
        return (struct reading){ .unknown = true, .watched = -1 };
    struct reading reading = { .watched = -1, .constant = form.constant, .jumps = form.jumps };
    reading.bound = affine_is_whole(maker->program, &form) ? 0 : affine_bound(maker->program, &form);
    if (affine_is_certain(&form))
        return reading;
    reading.watched = watch_slot(maker, affine_slot(maker->program, form, &reading.constant, &reading.factor));
    return reading;
}

/* The months that a figure sums up, or the last at whose end it stands. */
static node node_of(const struct maker *maker, const struct simulated_figure *figure)
{
    const struct plan *plan = maker->drawn->plan;
    const struct figure as = simulated_as(figure);
    struct selection sum;
    /* A month of rows is a node that cash has too. */
    if (!figure->is_year && figure_selection(&as, &sum))
        return tally_month(plan, tally_of(plan, selection_test, &sum), figure->at);
    return figure_node(plan, &as);
}

static void add_figure(struct maker *maker, struct simulated_figure figure)
{
    figure.of = node_of(maker, &figure);
    *list_add(&maker->figures, maker->simulator->arena) = figure;
}

static void add_years(struct maker *maker, struct simulated_figure figure, month last)
{
    figure.is_year = true;
    const struct years years = years_of((struct months){ maker->drawn->plan->first, last });
    for (int year = years.first; year <= years.last; year++) {
        figure.at = month_earlier(year_last(year), last);
        add_figure(maker, figure);
    }
}

static void list_figures(struct maker *maker, bool by_payer)
{
    const struct plan *plan = maker->drawn->plan;
    const struct section_list *payers = &maker->drawn->project->payers;
    for (enum fan fan = 0; fan < FAN_PAYER; fan++) {
        month last = fan == FAN_CASH ? plan->first + maker->drawn->cash->room - 1 : plan_last(plan);
        add_years(maker, (struct simulated_figure){ .fan = fan }, last);
        for (month at = plan->first; at <= last; at++)
            add_figure(maker, (struct simulated_figure){ .fan = fan, .at = at });
    }
    for (int i = 0; by_payer && i < payers->count; i++)
        add_years(maker, (struct simulated_figure){ .fan = FAN_PAYER, .payer = payers->items[i] }, plan_last(plan));
}

/* The graph is finished; then all that is asked of it is folded. */
static void fold_all(struct maker *maker, const struct figure_list *values, const margin_list *margins)
{
    struct simulator *simulator = maker->simulator;
    const struct cash_nodes *cash = maker->drawn->cash;
    node_list asked = { 0 };
    for (int i = 0; i < maker->figures.count; i++)
        *list_add(&asked, simulator->arena) = maker->figures.items[i].of;
    for (int i = 0; i < cash->payments.count; i++)
        *list_add(&asked, simulator->arena) = cash->payments.items[i].amount;
    margins_ask(margins, &asked, simulator->arena);
    struct fold *fold = drawn_plan_fold(maker->drawn, values, simulator->leaving, maker->program, simulator->arena);
    fold_figures(fold, asked.items, asked.count);
    maker->fold = fold;
}

/* The last month of the plan, or the later one in which the last payment comes that is not nothing in every trial. */
static month last_of_cash(const struct maker *maker)
{
    const struct cash_nodes *cash = maker->drawn->cash;
    month last = plan_last(maker->drawn->plan);
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        const struct affine amount = fold_form(maker->fold, payment->amount);
        bool is_nothing = !amount.unknown && affine_is_certain(&amount) && amount.constant == 0;
        last = is_nothing ? last : month_later(payment->paid, last);
    }
    return last;
}

/* Cash ends with its last payment, which only the forms tell. */
static void end_cash(struct maker *maker)
{
    const month last = last_of_cash(maker);
    int kept = 0;
    for (int i = 0; i < maker->figures.count; i++) {
        struct simulated_figure figure = maker->figures.items[i];
        if (figure.fan == FAN_CASH && figure.at > last) {
            if (!figure.is_year || month_year(figure.at) > month_year(last))
                continue;
            figure.at = last;
            figure.of = node_of(maker, &figure);
        }
        maker->figures.items[kept++] = figure;
    }
    maker->figures.count = kept;
}

/* Month by month, so that what a balance changes by stands when it is added up. */
static void read_figures(struct maker *maker)
{
    const struct plan *plan = maker->drawn->plan;
    for (month at = plan->first; at < plan->first + maker->drawn->cash->room; at++)
        for (int i = 0; i < maker->figures.count; i++) {
            struct simulated_figure *figure = &maker->figures.items[i];
            if (figure->at == at)
                figure->reading = reading_of(maker, fold_form(maker->fold, figure->of));
        }
    maker->simulator->answer.figures = maker->figures.items;
    maker->simulator->answer.figure_count = maker->figures.count;
}

/* The same in every trial, and the exact plan's. */
static bool is_decided(const struct reading *reading)
{
    return reading->watched < 0 && (reading->constant < -reading->bound || reading->constant >= reading->bound);
}

/* A rule as its margins say it: certain places decide themselves, and the earliest of them that
   breaks does so in every trial. */
static void add_rule(struct maker *maker, const struct margin *margin)
{
    struct simulator *simulator = maker->simulator;
    int number = simulator->answer.rule_count++;
    struct simulated_rule *rule = &simulator->answer.rules[number];
    *rule = (struct simulated_rule){ .rule = margin->rule,
                                     .subject = margin->subject,
                                     .person = margin->person,
                                     .applies = margin->applies,
                                     .applying = reading_of(maker, margin->applies_form),
                                     .step = margin->step,
                                     .only_warns = margin->only_warns,
                                     .certain = true,
                                     .place_count = margin->places.count };
    rule->places = arena_take(simulator->arena, (size_t)margin->places.count + 1, sizeof *rule->places);
    simulator->earliest[number] = rule->place_count;
    simulator->doubtful[number] = MONEY_LIMIT;
    for (int i = rule->place_count - 1; i >= 0; i--) {
        const struct margin_place *place = &margin->places.items[i];
        struct reading reading = reading_of(maker, place->form);
        rule->places[i] = (struct simulated_place){
            .margin = place->margin, .tolerance = place->tolerance, .at = place->at, .reading = reading
        };
        rule->unknown = rule->unknown || reading.unknown;
        rule->jumps = rule->jumps || reading.jumps;
        rule->certain = rule->certain && (rule->only_warns || is_decided(&reading));
        if (rule->only_warns || reading.unknown || reading.watched >= 0)
            continue;
        if (reading.constant < -reading.bound)
            simulator->earliest[number] = i;
        else if (reading.constant < reading.bound)
            simulator->doubtful[number] = i;
    }
    rule->jumps = rule->jumps && !rule->unknown && !rule->only_warns;
}

static void add_rules(struct maker *maker, const margin_list *margins)
{
    struct simulator *simulator = maker->simulator;
    size_t room = (size_t)margins->count + 1;
    simulator->answer.rules = arena_take(simulator->arena, room, sizeof *simulator->answer.rules);
    simulator->earliest = arena_take(simulator->arena, room, sizeof *simulator->earliest);
    simulator->doubtful = arena_take(simulator->arena, room, sizeof *simulator->doubtful);
    for (int i = 0; i < margins->count; i++)
        add_rule(maker, &margins->items[i]);
}

/* Far above what anybody states, and far below what the graph's whole numbers hold of it over lines and months. */
static double most_of(const struct graph *graph, node of)
{
    const double of_money = 1e12, of_fine = 1e13, of_count = 1e5, stated = 4 * fabs((double)graph_value(graph, of));
    switch (kind_unit(graph_node(graph, of).kind)) {
    case SHARE_ONE:
        return INFINITY;
    case ORE_FINE:
        return fmax(of_fine, stated);
    default:
        return fmax(graph_node(graph, of).kind == KIND_MONEY ? of_money : of_count, stated);
    }
}

/* Beyond all numbers of a project none bounds it. */
static int64_t as_bound(double number)
{
    const double most = 9e18;
    return number < -most ? INT64_MIN : number > most ? INT64_MAX : (int64_t)number;
}

/* A draw is at hand for every trial; what is made of several is watched. */
static struct drawn_leaf leaf_of(struct maker *maker, node of)
{
    struct program *program = maker->program;
    const struct graph *graph = maker->drawn->plan->graph;
    const double unit = graph_node(graph, of).kind == KIND_FINE ? ORE_FINE : 1;
    const struct affine form = affine_times(program, fold_form(maker->fold, of), unit);
    const struct slot *slot = &program->slots.items[form.terms->slot];
    struct drawn_leaf leaf = {
        .of = of, .draw = -1, .most = most_of(graph, of), .is_share = kind_unit(graph_node(graph, of).kind) == SHARE_ONE
    };
    double low, high;
    affine_range(program, &form, &low, &high);
    leaf.range = (struct open_leaf){ of, as_bound(round(low)), as_bound(round(high)) };
    if (form.count == 1 && slot->op == SLOT_DRAW) {
        leaf.draw = slot->a;
        leaf.reading = (struct reading){ .constant = form.constant, .factor = form.terms->factor };
    } else {
        leaf.reading = reading_of(maker, form);
    }
    return leaf;
}

static void list_leaves(struct maker *maker)
{
    struct simulator *simulator = maker->simulator;
    simulator->leaf_count = fold_leaf_count(maker->fold);
    simulator->leaves = arena_take(simulator->arena, (size_t)simulator->leaf_count + 1, sizeof *simulator->leaves);
    for (int i = 0; i < simulator->leaf_count; i++)
        simulator->leaves[i] = leaf_of(maker, fold_leaf(maker->fold, i));
    simulator->users = users_new(maker->drawn->plan->graph, simulator->arena);
}

/* A rule that is undetermined is not tested, nor one that nothing breaks. */
static bool is_tested(const struct simulated_rule *rule, int place)
{
    return !rule->unknown && !rule->only_warns && tested_reading(rule, place)->watched >= 0;
}

static void add_tests(struct simulator *simulator)
{
    const struct simulation *answer = &simulator->answer;
    int count = 0;
    simulator->first_test = arena_take(simulator->arena, (size_t)simulator->watched_count + 2, sizeof(int));
    for (int r = 0; r < answer->rule_count; r++)
        for (int p = -1; p < answer->rules[r].place_count; p++)
            if (is_tested(&answer->rules[r], p)) {
                simulator->first_test[tested_reading(&answer->rules[r], p)->watched + 2]++;
                count++;
            }
    for (int w = 1; w < simulator->watched_count + 2; w++)
        simulator->first_test[w] += simulator->first_test[w - 1];
    simulator->tests = arena_take(simulator->arena, (size_t)count + 1, sizeof *simulator->tests);
    for (int r = 0; r < answer->rule_count; r++)
        for (int p = -1; p < answer->rules[r].place_count; p++)
            if (is_tested(&answer->rules[r], p))
                simulator->tests[simulator->first_test[tested_reading(&answer->rules[r], p)->watched + 1]++] =
                    (struct place_test){ r, p };
}

static const double hundredth = 0.01; /* öre */

static void number_figure(struct simulator *simulator, const struct simulated_figure *figure)
{
    int watched = figure->reading.watched, *counted = &simulator->counts_of[watched];
    double same = hundredth / fabs(figure->reading.factor);
    if (*counted < 0) {
        *counted = simulator->counted++;
        simulator->same[*counted] = same;
    }
    simulator->same[*counted] = fmin(simulator->same[*counted], same);
    if (figure->is_year && simulator->sum_of[watched] < 0)
        simulator->sum_of[watched] = simulator->summed++;
}

static void number_figures(struct simulator *simulator)
{
    const struct simulation *answer = &simulator->answer;
    size_t room = (size_t)simulator->watched_count + 1;
    simulator->counts_of = arena_take(simulator->arena, room, sizeof(int));
    simulator->sum_of = arena_take(simulator->arena, room, sizeof(int));
    simulator->same = arena_take(simulator->arena, room, sizeof *simulator->same);
    for (int w = 0; w < simulator->watched_count; w++)
        simulator->counts_of[w] = simulator->sum_of[w] = -1;
    for (int i = 0; i < answer->figure_count; i++)
        if (answer->figures[i].reading.watched >= 0)
            number_figure(simulator, &answer->figures[i]);
}

/* Each tariff once. */
static void list_leaving(struct simulator *simulator)
{
    struct simulation *answer = &simulator->answer;
    const leaving_list *leaving = simulator->leaving;
    answer->leaving = arena_take(simulator->arena, (size_t)leaving->count + 1, sizeof *answer->leaving);
    for (int i = 0; i < leaving->count; i++)
        if (!i || leaving->items[i].tariff != leaving->items[i - 1].tariff)
            answer->leaving[answer->leaving_count++] = leaving->items[i].tariff;
    const struct section_list *tariffs = &answer->project->of[SECTION_TARIFF];
    answer->staying = arena_take(simulator->arena, (size_t)tariffs->count + 1, sizeof *answer->staying);
    for (int i = 0; i < tariffs->count; i++)
        if (leaving_is_left_out(answer->project, tariffs->items[i]))
            answer->staying[answer->staying_count++] = tariffs->items[i];
}

struct simulator *simulator_new(const struct simulation_request *request, struct arena *arena)
{
    struct simulator *simulator = arena_take(arena, 1, sizeof *simulator);
    struct figure_list *values = arena_take(arena, 1, sizeof *values);
    *values = project_uncertain(request->project, arena);
    *simulator = (struct simulator){
        .arena = arena, .answer = { .project = request->project, .seed = request->seed, .trials = request->trials }
    };
    leaving_list *leaving = arena_take(arena, 1, sizeof *leaving);
    *leaving = leaving_find(request->project, values->count, arena);
    simulator->leaving = leaving;
    list_leaving(simulator);
    if (!make_draws(simulator, values, leaving, request->seed))
        return NULL;
    draws_lay(&simulator->answer.draws, request->threads, arena);
    struct maker maker = { .simulator = simulator, .program = program_new(&simulator->answer.draws, arena) };
    const struct drawn_plan drawn = drawn_plan_build(request->statements, values, &simulator->answer.draws, arena);
    maker.drawn = &drawn;
    simulator->answer.plan = drawn.plan;
    list_figures(&maker, request->by_payer);
    margin_list margins = margins_find(&drawn, arena);
    fold_all(&maker, values, &margins);
    end_cash(&maker);
    margins_fold(&margins, &drawn, values, maker.fold, arena);
    read_figures(&maker);
    add_rules(&maker, &margins);
    list_leaves(&maker);
    simulator->watched_count = maker.slots.count;
    simulator->schedule = schedule_new(maker.program, maker.slots.items, maker.slots.count, arena);
    simulator->bench = bench_new(simulator->schedule, arena);
    add_tests(simulator);
    proofs_find(simulator);
    number_figures(simulator);
    return simulator;
}

const struct simulation *simulator_answer(const struct simulator *simulator)
{
    return &simulator->answer;
}

struct kept {
    double (*watched)[BLOCK];
};

static void keep(void *context, int watched, const double *numbers)
{
    struct kept *kept = context;
    for (int i = 0; i < BLOCK; i++)
        kept->watched[watched][i] = numbers[i];
}

/* Made when a block is first asked for: few simulations ask. */
static void make_block(struct simulator *simulator)
{
    struct arena *arena = simulator->arena;
    int values = simulator->answer.value_count, count = simulator->watched_count;
    const double **value_arrays = arena_take(arena, (size_t)values + 1, sizeof *value_arrays);
    const double **watched_arrays = arena_take(arena, (size_t)count + 1, sizeof *watched_arrays);
    simulator->kept = arena_take(arena, (size_t)count + 1, sizeof *simulator->kept);
    for (int i = 0; i < values; i++)
        value_arrays[i] = bench_draws(simulator->bench, i);
    for (int i = 0; i < count; i++)
        watched_arrays[i] = simulator->kept[i];
    simulator->block = (struct trial_block){ value_arrays, watched_arrays, bench_jumped(simulator->bench) };
}

struct trial_block simulator_block(struct simulator *simulator, uint64_t first)
{
    if (!simulator->kept)
        make_block(simulator);
    struct kept kept = { simulator->kept };
    block_run(simulator->schedule, simulator->bench, first, 0, NULL, keep, &kept);
    return simulator->block;
}

#include <medfin/simulate/simulator.h>

#include <math.h>

#include <medfin/model/correlation.h>
#include <medfin/plan/cash.h>

#include "folded_cash.h"
#include "folded_plan.h"
#include "margins.h"
#include "simulator_fields.h"

/* The simulator in the making. */
struct maker {
    struct simulator *simulator;
    struct program *program;
    const struct folded_plan *folded;
    int *watched; /* by slot: number + 1, 0: not */
    int room;
    LIST(int) slots;
    const struct cash *cash;       /* exact */
    const struct affine *balances; /* of cash, by month */
    int balance_count;
    LIST(struct simulated_figure) figures;
};

static bool make_draws(struct simulator *simulator, const struct figure_list *values, const leaving_list *leaving,
                       uint64_t seed)
{
    struct simulation *answer = &simulator->answer;
    struct arena *arena = simulator->arena;
    answer->value_count = values->count;
    answer->values = arena_take(arena, (size_t)values->count + 1, sizeof *answer->values);
    int count = values->count;
    for (int i = 0; i < leaving->count; i++)
        count += leaving->items[i].count;
    struct uncertain *uncertain = arena_take(arena, (size_t)count + 1, sizeof *uncertain);
    for (int i = 0; i < leaving->count; i++)
        for (int d = 0; d < leaving->items[i].count; d++)
            uncertain[leaving->items[i].first + d] = leaving_value(leaving->items[i].tariff);
    for (int i = 0; i < values->count; i++)
        uncertain[i] = uncertain_of(values->items[i].fact);
    const struct pair_list stated = project_correlations(answer->project, values, arena);
    struct correlated *pairs = arena_take(arena, (size_t)stated.count + 1, sizeof *pairs);
    for (int i = 0; i < stated.count; i++)
        pairs[i] = (struct correlated){ stated.items[i].a, stated.items[i].b,
                                        (double)stated.items[i].correlation / SHARE_ONE };
    if (!draws_make(uncertain, count, pairs, stated.count, seed, &answer->draws, arena))
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

/* Whole numbers all the way: one draw so many times. Neither evaluator rounds anything. */
static bool is_exact(const struct program *program, const struct affine *form)
{
    const struct term *term = form->terms;
    bool is_draw = form->count == 1 && program->slots.items[term->slot].op == SLOT_DRAW;
    return form->error == 0 && (affine_is_certain(form) || (is_draw && round(term->factor) == term->factor &&
                                                            round(form->constant) == form->constant));
}

static struct reading reading_of(struct maker *maker, struct affine form)
{
    if (form.unknown)
        return (struct reading){ .unknown = true, .watched = -1 };
    struct reading reading = { .watched = -1, .constant = form.constant };
    reading.bound = is_exact(maker->program, &form) ? 0 : affine_bound(maker->program, &form);
    if (affine_is_certain(&form))
        return reading;
    reading.watched = watch_slot(maker, affine_slot(maker->program, form, &reading.constant, &reading.factor));
    return reading;
}

/* The months that a figure sums up, or the last at whose end it stands. */
static struct selection selection_of(const struct simulated_figure *figure)
{
    return (struct selection){ .side = figure->fan == FAN_COST ? COST_SIDE : FINANCING_SIDE, .payer = figure->payer };
}

static struct affine form_of(const struct maker *maker, const struct simulated_figure *figure, struct months span)
{
    const struct selection sum = selection_of(figure);
    if (figure->fan == FAN_EQUITY)
        return folded_equity(maker->folded, span.last);
    if (figure->fan == FAN_CASH)
        return maker->balances[span.last - maker->folded->plan->first];
    return folded_selected(maker->folded, &sum, span.first, span.last);
}

static const struct needs *needs_of(const struct maker *maker, const struct simulated_figure *figure,
                                    struct months span)
{
    const struct selection sum = selection_of(figure);
    const struct plan *plan = maker->folded->plan;
    if (figure->fan == FAN_EQUITY)
        return plan_equity(plan, span.last).needs;
    if (figure->fan == FAN_CASH)
        return cash_needs(maker->cash);
    return plan_sum(plan, &sum, span.first, span.last).needs;
}

static void add_years(struct maker *maker, struct simulated_figure figure, month last)
{
    figure.is_year = true;
    const struct years years = years_of((struct months){ maker->folded->plan->first, last });
    for (int year = years.first; year <= years.last; year++) {
        figure.at = month_earlier(year_last(year), last);
        *list_add(&maker->figures, maker->simulator->arena) = figure;
    }
}

static void list_figures(struct maker *maker, bool by_payer)
{
    const struct plan *plan = maker->folded->plan;
    const struct section_list *payers = &maker->folded->project->payers;
    for (enum fan fan = 0; fan < FAN_PAYER; fan++) {
        month last = fan == FAN_CASH ? plan->first + maker->balance_count - 1 : plan_last(plan);
        add_years(maker, (struct simulated_figure){ .fan = fan }, last);
        for (month at = plan->first; at <= last; at++)
            *list_add(&maker->figures, maker->simulator->arena) = (struct simulated_figure){ .fan = fan, .at = at };
    }
    for (int i = 0; by_payer && i < payers->count; i++)
        add_years(maker, (struct simulated_figure){ .fan = FAN_PAYER, .payer = payers->items[i] }, plan_last(plan));
}

static void read_figure(struct maker *maker, struct simulated_figure *figure)
{
    struct months span = { figure->is_year ? month_january(figure->at) : figure->at, figure->at };
    figure->reading = reading_of(maker, form_of(maker, figure, span));
    if (figure->reading.unknown)
        figure->needs = needs_of(maker, figure, span);
}

/* Month by month, so that what a balance changes by stands when it is added up. */
static void add_figures(struct maker *maker, bool by_payer)
{
    const struct plan *plan = maker->folded->plan;
    list_figures(maker, by_payer);
    for (month at = plan->first; at <= plan->first + maker->balance_count || at <= plan_last(plan); at++)
        for (int i = 0; i < maker->figures.count; i++)
            if (maker->figures.items[i].at == at)
                read_figure(maker, &maker->figures.items[i]);
    maker->simulator->answer.figures = maker->figures.items;
    maker->simulator->answer.figure_count = maker->figures.count;
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
                                     .step = margin->step,
                                     .only_warns = margin->only_warns,
                                     .certain = true,
                                     .place_count = margin->places.count };
    rule->places = arena_take(simulator->arena, (size_t)margin->places.count + 1, sizeof *rule->places);
    simulator->earliest[number] = rule->place_count;
    for (int i = rule->place_count - 1; i >= 0; i--) {
        struct reading reading = reading_of(maker, margin->places.items[i].form);
        rule->places[i] = (struct simulated_place){ .at = margin->places.items[i].at, .reading = reading };
        rule->unknown = rule->unknown || reading.unknown;
        rule->certain = rule->certain && (rule->only_warns || reading.watched < 0);
        bool is_broken = reading.watched < 0 && !reading.unknown && reading.constant < -reading.bound;
        if (is_broken && !rule->only_warns)
            simulator->earliest[number] = i;
    }
}

static void add_rules(struct maker *maker, const margin_list *margins)
{
    struct simulator *simulator = maker->simulator;
    size_t room = (size_t)margins->count + 1;
    simulator->answer.rules = arena_take(simulator->arena, room, sizeof *simulator->answer.rules);
    simulator->earliest = arena_take(simulator->arena, room, sizeof *simulator->earliest);
    for (int i = 0; i < margins->count; i++)
        add_rule(maker, &margins->items[i]);
}

/* A rule that is undetermined is not tested, nor one that nothing breaks. */
static bool is_tested(const struct simulated_rule *rule, const struct simulated_place *place)
{
    return !rule->unknown && !rule->only_warns && place->reading.watched >= 0;
}

static void add_tests(struct simulator *simulator)
{
    const struct simulation *answer = &simulator->answer;
    int count = 0;
    simulator->first_test = arena_take(simulator->arena, (size_t)simulator->watched_count + 2, sizeof(int));
    for (int r = 0; r < answer->rule_count; r++)
        for (int p = 0; p < answer->rules[r].place_count; p++)
            if (is_tested(&answer->rules[r], &answer->rules[r].places[p])) {
                simulator->first_test[answer->rules[r].places[p].reading.watched + 2]++;
                count++;
            }
    for (int w = 1; w < simulator->watched_count + 2; w++)
        simulator->first_test[w] += simulator->first_test[w - 1];
    simulator->tests = arena_take(simulator->arena, (size_t)count + 1, sizeof *simulator->tests);
    for (int r = 0; r < answer->rule_count; r++)
        for (int p = 0; p < answer->rules[r].place_count; p++)
            if (is_tested(&answer->rules[r], &answer->rules[r].places[p]))
                simulator->tests[simulator->first_test[answer->rules[r].places[p].reading.watched + 1]++] =
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
    struct folded_plan *folded = folded_plan_new(request->statements, values, leaving, maker.program, arena);
    maker.folded = folded;
    maker.cash = cash_build(folded->plan, arena);
    simulator->answer.plan = folded->plan;
    maker.balances = folded_cash(folded, &maker.balance_count);
    margin_list margins = { 0 };
    margins_find(folded, request->project, maker.balances, maker.balance_count, &margins);
    add_figures(&maker, request->by_payer);
    add_rules(&maker, &margins);
    simulator->watched_count = maker.slots.count;
    simulator->schedule = schedule_new(maker.program, maker.slots.items, maker.slots.count, arena);
    simulator->bench = bench_new(simulator->schedule, arena);
    add_tests(simulator);
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
    simulator->block = (struct trial_block){ value_arrays, watched_arrays };
}

struct trial_block simulator_block(struct simulator *simulator, uint64_t first)
{
    if (!simulator->kept)
        make_block(simulator);
    struct kept kept = { simulator->kept };
    block_run(simulator->schedule, simulator->bench, first, 0, NULL, keep, &kept);
    return simulator->block;
}

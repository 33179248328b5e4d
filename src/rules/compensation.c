#include "compensation.h"

#include <medfin/model/activity.h>

#include "making.h"

/* Nothing to spare where something is paid, one lacks where nothing is: a compensation of 0 is none. */
static node compensated_node(const struct plan *plan, const struct travel *travel)
{
    const struct fact *stated = travel->compensation;
    const char *label = N_("a compensated flight");
    node flight = count_number(plan, 1, N_("a flight")), paid = 0;
    if (fact_is_stated(stated)) {
        node amount = stated->value.is_share ? share_leaf(plan, &travel->section, stated)
                                             : money_leaf(plan, &travel->section, stated);
        paid = graph_of(plan->graph, OP_LEAST, KIND_COUNT, label, flight, amount);
    }
    return graph_of(plan->graph, OP_SUM, KIND_COUNT, label, paid, against(flight));
}

void compensation_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct section_list *travels = &plan->project->of[SECTION_TRAVEL];
    operand *flights = arena_take(plan->arena, (size_t)travels->count + 1, sizeof *flights);
    int count = 0;
    judgement->kind = KIND_COUNT;
    for (int i = 0; i < travels->count; i++) {
        const struct travel *travel = (const struct travel *)travels->items[i];
        if (!fact_is_stated(travel->mode) || travel->mode->value.number != MODE_FLIGHT)
            continue;
        node flight = compensated_node(plan, travel);
        place_add(judgement, plan, flight, N_("Flights without compensation; the first is named."))->subject =
            &travel->section;
        if (flight)
            flights[count++] = against(flight);
    }
    if (judgement->places.count)
        figure_add(judgement, plan,
                   (struct judged_figure){
                       .says = { .key = "bare", .label = N_("flights without compensation"), .kind = KIND_COUNT },
                       .of = graph_make(plan->graph, OP_SUM, KIND_COUNT, N_("flights without compensation"), flights,
                                        count) });
}

#include "schedule.h"

#include "line.h"

/* The part of an amount that falls in a month: amount, part and parts; no parts: nothing. */
struct portion {
    const struct fact *dated; /* NULL: the schedule's own amount at its level */
    int part, parts;
};

/* An amount stated by year is spread over that year's active months. */
static struct portion portion_of_year(const struct schedule *schedule, month at)
{
    const struct fact *stated = series_exactly(schedule->years, month_january(at));
    if (!stated)
        return (struct portion){ 0 };
    month first = month_later(month_january(at), schedule->first);
    month last = month_earlier(month_december(at), schedule->last);
    return (struct portion){ stated, months_between(first, at), months_between(first, last) };
}

static struct portion portion_stated(const struct schedule *schedule, month at)
{
    if (at < schedule->first || at > schedule->last)
        return (struct portion){ 0 };
    if (schedule->years && schedule->years->count)
        return portion_of_year(schedule, at);
    if (schedule->months && schedule->months->count) {
        const struct fact *stated = series_exactly(schedule->months, at);
        return (struct portion){ stated, 1, stated ? 1 : 0 };
    }
    switch (schedule->level.stated->value.period) {
    case PERIOD_MONTH:
        return (struct portion){ NULL, 1, 1 };
    case PERIOD_YEAR:
        return (struct portion){ NULL, month_number(at), MONTHS_OF_A_YEAR };
    case PERIOD_TOTAL:
        return (struct portion){ NULL, months_between(schedule->first, at),
                                 months_between(schedule->first, schedule->last) };
    default:
        return (struct portion){ NULL, 1, at == schedule->at };
    }
}

/* Nothing of what is refused by itself. */
static struct portion portion_at(const struct schedule *schedule, month at)
{
    const struct portion portion = portion_stated(schedule, at);
    bool is_refused = portion.dated && portion.dated->value.status == STATUS_REJECTED;
    return is_refused ? (struct portion){ 0 } : portion;
}

struct cell schedule_cell(const struct plan *plan, const struct schedule *schedule, month at)
{
    struct portion portion = portion_at(schedule, at);
    if (!portion.parts)
        return (struct cell){ 0 };
    struct cell whole = portion.dated ? fact_cell(plan, portion.dated) : price_level_cell(plan, &schedule->level, at);
    whole.amount = money_spread(whole.amount, portion.part, portion.parts);
    return whole;
}

/* What a year's or a whole's parts are worked from, while nothing revises it. */
struct run {
    struct cell whole;
    int part, parts;
    money upto; /* what the parts so far come to */
};

static struct cell run_on(struct run *run, const struct portion *portion)
{
    bool follows = portion->part == run->part + 1 && portion->parts == run->parts;
    money whole = run->whole.amount;
    money before = follows ? run->upto : money_ratio(whole, portion->part - 1, portion->parts);
    run->part = portion->part;
    run->parts = portion->parts;
    run->upto = money_ratio(whole, portion->part, portion->parts);
    return (struct cell){ run->upto - before, run->whole.needs };
}

void schedule_evaluate(const struct plan *plan, const struct schedule *schedule, struct row *row)
{
    const struct fact *dated = NULL;
    struct run run = { 0 };
    for (month at = schedule->first; at <= schedule->last; at++) {
        const struct portion portion = portion_at(schedule, at);
        bool is_revised =
            portion.dated ? portion.dated != dated : at == schedule->first || price_level_turns(&schedule->level, at);
        if (is_revised)
            run = (struct run){ portion.dated ? fact_cell(plan, portion.dated)
                                              : price_level_cell(plan, &schedule->level, at),
                                0, 0, 0 };
        dated = portion.dated;
        if (portion.parts)
            *row_cell(plan, row, at) = run_on(&run, &portion);
    }
}

const struct derivation *schedule_derivation(const struct plan *plan, const struct schedule *schedule, month at,
                                             struct arena *arena)
{
    struct portion portion = portion_at(schedule, at);
    if (!portion.parts)
        return derive_nothing(arena);
    const struct derivation *whole = portion.dated
                                         ? derive_fact(arena, schedule->level.section, portion.dated, MEASURE_MONEY)
                                         : price_level_derivation(plan, &schedule->level, at, arena);
    if (portion.parts == 1)
        return whole;
    return derive(arena, DERIVE_SPREAD, MEASURE_MONEY, N_("spread over months"), whole,
                  derive_number(arena, portion.part, MEASURE_NUMBER, N_("the part's number")),
                  derive_number(arena, portion.parts, MEASURE_NUMBER, N_("number of parts")));
}

/* A year's amount may be refused by itself. */
static node dated_node(const struct plan_nodes *nodes, const struct schedule *schedule, const struct fact *stated)
{
    const struct section *section = schedule->level.section;
    node of = money_leaf(nodes, section, stated);
    if (stated->value.status == STATUS_NONE)
        return of;
    return graph_of(nodes->graph, OP_IF_GRANTED, KIND_MONEY, N_("unless that year's is rejected"),
                    graph_fact(nodes->graph, section, stated, KIND_STATUS, FIELD_YEAR_PAYS), of);
}

void schedule_nodes(const struct plan_nodes *nodes, const struct schedule *schedule, node *months)
{
    node level = 0;
    for (month at = schedule->first; at <= schedule->last; at++) {
        const struct portion portion = portion_stated(schedule, at);
        bool is_dated = (schedule->years && schedule->years->count) || (schedule->months && schedule->months->count);
        if (!is_dated)
            level = price_level_node(nodes, &schedule->level, at, level);
        if (portion.parts)
            months[at - nodes->plan->first] = spread_part(
                nodes, portion.dated ? dated_node(nodes, schedule, portion.dated) : level, portion.part, portion.parts);
    }
}

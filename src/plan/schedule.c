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

void schedule_nodes(const struct plan *plan, const struct schedule *schedule, node *months)
{
    node level = 0;
    for (month at = schedule->first; at <= schedule->last; at++) {
        const struct portion portion = portion_stated(schedule, at);
        bool is_dated = (schedule->years && schedule->years->count) || (schedule->months && schedule->months->count);
        if (!is_dated)
            level = price_level_node(plan, &schedule->level, at, level);
        node whole = portion.dated ? dated_node(plan, schedule->level.section, portion.dated) : level;
        if (!portion.parts)
            continue;
        if (schedule->payer)
            whole = while_granted(plan, schedule->payer, whole);
        months[at - plan->first] = spread_part(plan, whole, portion.part, portion.parts);
    }
}

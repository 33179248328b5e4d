#ifndef MEDFIN_MODEL_ACTIVITY_H
#define MEDFIN_MODEL_ACTIVITY_H

/* What takes place in months of its own: activities and trips. */

#include <medfin/model/line.h>

enum { DAY_HOURS = 8 }; /* of a day, unless the project says otherwise */

struct activity {
    LINE_HEAD;
    const struct fact *at_month, *at_months, *amount, *total, *when, *participants, *unit_cost, *hours, *priority,
        *status, *responsible, *arena, *form, *days;
    const struct fact *at_least, *done, *spent, *came, *outcome;
    struct series years, held;
    int64_t length; /* in billionths of an hour, of each occasion; 0: not said */
};

struct activities {
    struct section section;
    const struct fact *file, *sheet, *columns, *budget, *day_hours;
};

struct travel {
    LINE_HEAD;
    const struct fact *at_month, *at_months, *trips, *cost_per_trip, *mode, *distance_km, *kg_co2e_per_km,
        *compensation;
};

/* The months of an activity or of trips, in the order stated. */
struct month_list {
    const month *items;
    const month *days; /* of each, 0 where it is not said; NULL: none is */
    int count;
};

struct month_list activity_months(const struct activity *activity);
struct month_list travel_months(const struct travel *travel);
/* A status that begins with cancelled or dormant (inställd, vilande) costs nothing. */
bool activity_is_planned(const struct activity *activity);

/* How many of its occasions fall on those months: that are planned, and that took place. */
int activity_planned_in(const struct activity *activity, struct months over);
int activity_done_in(const struct activity *activity, struct months over);
/* It took place as many times as were planned. */
bool activity_is_done(const struct activity *activity);
/* So it did, or its status is a word for that and a date at most (genomfört, klar, done): its cost is no longer chosen.
 */
bool activity_is_carried_out(const struct activity *activity);

/* What becomes of an activity in the plan; each is one of these. */
enum activity_standing {
    ACTIVITY_PLANNED,      /* its cost is in the plan */
    ACTIVITY_WITHOUT_COST, /* it states none */
    ACTIVITY_DORMANT,      /* its status says that it does not take place */
    ACTIVITY_ASIDE,        /* it has a cost, and its time cannot be read: listed, in no month */
    ACTIVITY_STANDINGS
};

enum activity_standing activity_standing(const struct activity *activity);

/* The [activities] of the project; NULL if it has none. */
const struct activities *project_activities(const struct project *project);

#endif

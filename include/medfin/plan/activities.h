#ifndef MEDFIN_PLAN_ACTIVITIES_H
#define MEDFIN_PLAN_ACTIVITIES_H

/* Activities as a whole: how many there are of each standing, what they cost in cash, and
   what they come to in participants, hours and emissions. */

#include <medfin/model/activity.h>
#include <medfin/plan/plan.h>

/* The activities' cash cost over those months; `activity` NULL takes all. What a funder
   bears in kind is no money of the budget. */
struct cell activities_cost(const struct plan *plan, const struct activity *activity, month first, month last);

/* The activity budget of a year, which is never reduced for a part of one. It is stated. */
struct cell activities_budget(const struct plan *plan);

/* How many activities have that standing, and what those that are left aside would cost. */
int activities_count(const struct project *project, enum activity_standing standing);
struct cell activities_aside(const struct plan *plan);

/* Which activities an indicator counts; zero bytes take all that take place. */
struct activity_choice {
    const char *arena; /* NULL: any, "": none stated; an activity of two arenas is in both */
    int form;          /* an activity_form + 1; 0: any, −1: none stated */
    int priority;      /* 1..3; 0: any, −1: none stated */
};

bool activity_is_chosen(const struct activity_choice *choice, const struct activity *activity);
/* Rows of what they cost in cash: a row_test whose context is an activity_choice. */
bool activity_costs(const void *choice, const struct row *row);

/* What they come to over some months. An activity counts once for each of its months;
   without a month it is in no period but the whole. */
struct activity_sums {
    int activities; /* that take place at all, months or none */
    int without_month;
    int times, digital_times;
    wide hours, digital_hours;                      /* billionths, each time counted */
    int64_t participants;                           /* each time counted */
    wide participant_hours;                         /* billionths of an hour, of those that state both */
    struct cell cost;                               /* cash */
    struct cell cost_of_attended, cost_of_measured; /* of those that state participants, and hours too */
};

struct activity_sums activities_sum(const struct plan *plan, const struct activity_choice *choice, month first,
                                    month last);

/* Members that pay a fee of the year, whatever the plan spans; 0 where no tariff is stated. */
int64_t members_in(const struct plan *plan, int year);

/* Trips over some months. */
struct travel_sums {
    int64_t trips, flights, compensated;
    wide grams;    /* of CO2e, rounded, of the trips that state distance and emissions */
    bool measured; /* some trip does */
};

struct travel_sums travel_sum(const struct plan *plan, month first, month last);

#endif

#include <medfin/model/activity.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/project.h>

static struct month_list months_of(const struct fact *one, const struct fact *several)
{
    const struct value *stated = fact_is_stated(several) ? &several->value : &one->value;
    return (struct month_list){ stated->months, stated->second ? stated->months + stated->count : NULL, stated->count };
}

struct month_list activity_months(const struct activity *activity)
{
    return months_of(activity->at_month, activity->at_months);
}

struct month_list travel_months(const struct travel *travel)
{
    return months_of(travel->at_month, travel->at_months);
}

bool activity_is_planned(const struct activity *activity)
{
    static const char *const idle[] = { "cancelled", "inställd", "dormant", "vilande" };
    for (size_t i = 0; fact_is_stated(activity->status) && i < sizeof idle / sizeof *idle; i++)
        if (text_begins(activity->status->value.text, idle[i]))
            return false;
    return true;
}

static int months_within(struct month_list months, struct months over)
{
    int count = 0;
    for (int i = 0; i < months.count; i++)
        count += months_hold(over, months.items[i]);
    return count;
}

int activity_planned_in(const struct activity *activity, struct months over)
{
    return activity_is_planned(activity) ? months_within(activity_months(activity), over) : 0;
}

static struct month_list months_done(const struct activity *activity)
{
    return months_of(activity->done, activity->done);
}

int activity_done_in(const struct activity *activity, struct months over)
{
    return months_within(months_done(activity), over);
}

/* What has no months has years, and the last of them has one of those it took place in. */
static bool took_place_last_year(const struct activity *activity, struct month_list done)
{
    const struct series *years = &activity->years;
    month last = years->count ? years->items[years->count - 1].at : done.items[0];
    for (int i = 0; i < done.count; i++)
        if (month_year(done.items[i]) >= month_year(last))
            return true;
    return false;
}

bool activity_is_done(const struct activity *activity)
{
    const struct month_list done = months_done(activity);
    int planned = activity_months(activity).count;
    return done.count && (planned ? done.count >= planned : took_place_last_year(activity, done));
}

bool activity_is_carried_out(const struct activity *activity)
{
    static const char *const over[] = { "genomförd", "genomfört", "genomförda", "klar",        "klart",  "klara",
                                        "avslutad",  "avslutat",  "hållen",     "hållet",      "done",   "held",
                                        "completed", "finished",  "complete",   "carried out", "utförd", "utfört",
                                        "utförda",   "slutförd",  "slutfört",   "slutförda" };
    const char *status = fact_is_stated(activity->status) ? activity->status->value.text : "";
    for (size_t i = 0; *status && i < sizeof over / sizeof *over; i++) {
        /* "Genomförd 2021-02" and "Klar." are; "Klart till midsommar" is not yet. */
        const char *rest = text_begins(status, over[i]) ? status + strlen(over[i]) : "x";
        if (!rest[strspn(rest, " .,;:()/-0123456789")])
            return true;
    }
    return activity_is_done(activity);
}

enum activity_standing activity_standing(const struct activity *activity)
{
    bool costs =
        fact_is_stated(activity->amount) || fact_is_stated(activity->unit_cost) || fact_is_stated(activity->total);
    if (!activity_is_planned(activity))
        return ACTIVITY_DORMANT;
    if (!costs && !activity->years.count)
        return ACTIVITY_WITHOUT_COST;
    return costs && !activity_months(activity).count ? ACTIVITY_ASIDE : ACTIVITY_PLANNED;
}

const struct activities *project_activities(const struct project *project)
{
    const struct section_list *sections = &project->of[SECTION_ACTIVITIES];
    return sections->count ? (const struct activities *)*sections->items : NULL;
}

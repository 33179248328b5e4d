#include <medfin/model/actuals.h>

#include <string.h>

#include <medfin/ledger/book.h>
#include <medfin/model/activity.h>
#include <medfin/model/line.h>
#include <medfin/model/tariff.h>

const struct actuals *project_actuals(const struct project *project)
{
    const struct section_list *sections = &project->of[SECTION_ACTUALS];
    return sections->count ? (const struct actuals *)*sections->items : NULL;
}

month actuals_through(const struct project *project)
{
    const struct actuals *actuals = project_actuals(project);
    return actuals ? month_earlier((month)actuals->through->value.number, project->last) : project->first - 1;
}

const struct ledger_balances *project_balances(const struct project *project)
{
    const struct section_list *sections = &project->of[SECTION_BALANCE];
    return sections->count ? (const struct ledger_balances *)*sections->items : NULL;
}

const struct dated *balance_upto(const struct project *project, const struct series *stated, month at)
{
    const struct dated *last = NULL;
    at = month_earlier(at, actuals_through(project));
    for (int i = 0; i < stated->count && stated->items[i].at <= at; i++)
        last = &stated->items[i];
    return last;
}

static bool is_line(const struct section *section)
{
    return section_rows[section->kind].costs || section->kind == SECTION_FUNDER;
}

const struct series *section_actuals(const struct section *section)
{
    if (section->kind == SECTION_TARIFF)
        return &((const struct tariff *)section)->actuals;
    return is_line(section) ? &((const struct line *)section)->actuals : NULL;
}

const struct series *section_comments(const struct section *section)
{
    if (section->kind == SECTION_TARIFF)
        return &((const struct tariff *)section)->comments;
    return is_line(section) ? &((const struct line *)section)->comments : NULL;
}

const struct fact *funder_booked_advance(const struct project *project, const struct funder *funder)
{
    const month at = line_first(project, &funder->line);
    const struct fact *booked = series_exactly(&funder->line.actuals, at);
    const bool is_alone = funder->paid->value.number == PAID_CLAIMS &&
                          funder->claim_every->value.number + funder->payment_lag->value.number > 1;
    const bool is_closed = at <= actuals_through(project);
    return booked && is_alone && is_closed && booked->value.number > 0 ? booked : NULL;
}

const struct fact *activity_spent(const struct section *section)
{
    const struct activity *activity = (const struct activity *)section;
    return section->kind == SECTION_ACTIVITY && fact_is_stated(activity->spent) ? activity->spent : NULL;
}

month activity_spent_in(const struct project *project, const struct section *section)
{
    const struct activity *activity = (const struct activity *)section;
    const month through = actuals_through(project);
    month last = project->first - 1;
    for (int i = 0; fact_is_stated(activity->done) && i < activity->done->value.count; i++)
        if (activity->done->value.months[i] <= through)
            last = month_later(last, activity->done->value.months[i]);
    return last < project->first ? through : last;
}

bool section_is_booked(const struct project *project, const struct section *section)
{
    const struct series *actuals = section_actuals(section);
    const struct book *book = project->book;
    for (int i = 0; book && i < book->target_count; i++)
        if (book->targets[i].kind == (int)section->kind && strcmp(book->targets[i].id, section->id) == 0)
            return true;
    return (actuals && actuals->count) || activity_spent(section);
}

bool line_is_unplanned(const struct line *line)
{
    const struct cost *cost = (const struct cost *)line;
    return line->section.kind == SECTION_COST && !fact_is_stated(cost->amount) && !cost->years.count &&
           !cost->months.count;
}

enum forecast line_forecast(const struct line *line)
{
    const struct cost *cost = (const struct cost *)line;
    if (fact_is_stated(line->forecast))
        return (enum forecast)line->forecast->value.number;
    if (line->section.kind == SECTION_ACTIVITY || line->section.kind == SECTION_TRAVEL)
        return FORECAST_BUDGET;
    if (line->section.kind != SECTION_COST)
        return FORECAST_PLAN;
    if (cost->years.count)
        return FORECAST_YEAR;
    if (cost->months.count)
        return FORECAST_PLAN;
    enum period period = cost->amount->value.period;
    return period == PERIOD_MONTH || period == PERIOD_YEAR ? FORECAST_PLAN : FORECAST_BUDGET;
}

#include <medfin/model/line.h>

#include <string.h>

#include <medfin/model/funder.h>
#include <medfin/model/project.h>

const struct funder *line_bearer(const struct line *line)
{
    return line->in_kind_by->value.count ? (const struct funder *)*line->in_kind_by->sections : NULL;
}

month line_first(const struct project *project, const struct line *line)
{
    return fact_is_stated(line->from) ? (month)line->from->value.number : project->first;
}

month line_last(const struct project *project, const struct line *line)
{
    return fact_is_stated(line->to) ? (month)line->to->value.number : project->last;
}

struct months line_months(const struct project *project, const struct line *line)
{
    return (struct months){ line_first(project, line), line_last(project, line) };
}

const struct fact *staff_share_at(const struct staff *staff, month at)
{
    const struct fact *dated = series_at(&staff->shares, at);
    return dated ? dated : staff->share;
}

bool line_running_is_doubtful(const struct line *line)
{
    const char *category = (*line->category->sections)->id;
    if (fact_is_stated(line->running))
        return false;
    for (int kind = 0; kind < SECTION_COUNT; kind++) {
        const char *own = section_rows[kind].costs ? section_rows[kind].category : NULL;
        bool is_of_kind = own && kind != SECTION_COST && strcmp(own, category) == 0;
        bool runs = kind == SECTION_STAFF || kind == SECTION_OVERHEAD;
        if (is_of_kind && runs != line_is_running(line))
            return true;
    }
    return false;
}

bool line_is_running(const struct line *line)
{
    if (line->section.kind != SECTION_COST || fact_is_stated(line->running))
        return line->running->value.number;
    const struct cost *cost = (const struct cost *)line;
    enum period period = cost->amount->value.period;
    return cost->years.count || period == PERIOD_MONTH || period == PERIOD_YEAR;
}

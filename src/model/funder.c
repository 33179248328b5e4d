#include <medfin/model/funder.h>

#include <medfin/model/project.h>

bool status_is_secured(enum status status)
{
    return status == STATUS_GRANTED || status == STATUS_DECIDED;
}

enum funder_kind funder_kind(const struct funder *funder)
{
    if (fact_is_stated(&funder->share))
        return FUNDER_SHARE;
    if (fact_is_stated(&funder->matches))
        return FUNDER_MATCH;
    return funder->remainder.value.number ? FUNDER_REMAINDER : FUNDER_FIXED;
}

bool funder_is_rejected(const struct funder *funder)
{
    return funder->status.value.number == STATUS_REJECTED;
}

enum status funder_status_in(const struct funder *funder, int year)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    bool own = stated && stated->value.status != STATUS_NONE && !funder_is_rejected(funder);
    return own ? stated->value.status : (enum status)funder->status.value.number;
}

bool funder_bears_lines(const struct project *project, const struct funder *funder)
{
    for (int i = 0; i < project->costs.count; i++)
        if (line_bearer((const struct line *)project->costs.items[i]) == funder)
            return true;
    return false;
}

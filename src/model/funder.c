#include <medfin/model/funder.h>

#include <string.h>

#include <medfin/model/project.h>

bool status_is_secured(enum status status)
{
    return status == STATUS_GRANTED || status == STATUS_DECIDED;
}

enum funder_kind funder_kind(const struct funder *funder)
{
    if (fact_is_stated(funder->share))
        return FUNDER_SHARE;
    if (fact_is_stated(funder->matches))
        return FUNDER_MATCH;
    return funder->remainder->value.number ? FUNDER_REMAINDER : FUNDER_FIXED;
}

bool funder_is_rejected(const struct funder *funder)
{
    return funder->status->value.number == STATUS_REJECTED;
}

enum status funder_status_in(const struct funder *funder, int year)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    bool own = stated && stated->value.status != STATUS_NONE && !funder_is_rejected(funder);
    return own ? stated->value.status : (enum status)funder->status->value.number;
}

bool funder_keeps_surplus(const struct funder *funder)
{
    return fact_is_stated(funder->surplus) ? funder->surplus->value.number == SURPLUS_KEPT : funder->own->value.number;
}

bool funder_bears_gross(const struct funder *funder)
{
    return fact_is_stated(funder->in_kind) && funder->in_kind->value.is_share;
}

/* A distribution without an end may draw all that a percent may be. */
static share largest_percent(const struct value *value)
{
    if (!value->spread)
        return value->number;
    bool is_bounded = value->spread->kind == DISTRIBUTION_UNIFORM || value->spread->kind == DISTRIBUTION_TRIANGULAR ||
                      value->spread->kind == DISTRIBUTION_PERT;
    return is_bounded ? value->spread->second : SHARE_ONE - 1;
}

static share gross_percents_at(const struct project *project, month at, bool drawn)
{
    share sum = 0;
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
        const struct funder *funder = (const struct funder *)project->of[SECTION_FUNDER].items[i];
        if (funder_bears_gross(funder) && months_hold(line_months(project, &funder->line), at))
            sum += drawn ? largest_percent(&funder->in_kind->value) : funder->in_kind->value.number;
    }
    return sum;
}

/* The set of those that are active grows only where one of them begins; many begin together. */
share gross_percents(const struct project *project, const struct funder *of, bool drawn)
{
    const struct months over = line_months(project, &of->line);
    bool begins[months_between(over.first, over.last)];
    memset(begins, 0, sizeof begins);
    begins[0] = true;
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
        const struct funder *other = (const struct funder *)project->of[SECTION_FUNDER].items[i];
        month first = line_first(project, &other->line);
        if (funder_bears_gross(other) && months_hold(over, first))
            begins[first - over.first] = true;
    }
    share most = 0;
    for (month at = over.first; at <= over.last; at++) {
        share sum = begins[at - over.first] ? gross_percents_at(project, at, drawn) : 0;
        most = sum > most ? sum : most;
    }
    return most;
}

const struct line *funder_borne_line(const struct project *project, const struct funder *funder)
{
    for (int i = 0; i < project->costs.count; i++) {
        const struct line *line = (const struct line *)project->costs.items[i];
        if (line_bearer(line) == funder)
            return line;
    }
    return NULL;
}

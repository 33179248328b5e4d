/* Look-ups over a finished project. */

#include <medfin/model/project.h>

#include <string.h>

const struct fact *series_at(const struct series *series, month at)
{
    const struct fact *latest = NULL;
    for (int i = 0; i < series->count && series->items[i].at <= at; i++)
        latest = &series->items[i].fact;
    return latest;
}

const struct fact *series_exactly(const struct series *series, month at)
{
    for (int i = 0; i < series->count; i++)
        if (series->items[i].at == at)
            return &series->items[i].fact;
    return NULL;
}

const struct section *project_find(const struct project *project, enum section_id kind, const char *id)
{
    const struct section_list *list = &project->of[kind];
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->items[i]->id, id) == 0)
            return list->items[i];
    return NULL;
}

bool status_is_secured(enum status status)
{
    return status == STATUS_GRANTED || status == STATUS_DECIDED;
}

void project_secured_only(const struct project *project, statement_list *statements, struct arena *arena)
{
    month none;
    const struct key *status = key_find(SECTION_FUNDER, "status", &none);
    int layer = statements->count ? statements->items[statements->count - 1].layer + 1 : 1;
    const struct section_list *funders = &project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (status_is_secured((enum status)funder->status.value.number))
            continue;
        *list_add(statements, arena) =
            (struct statement){ .layer = layer,
                                .section = SECTION_FUNDER,
                                .id = funder->section.id,
                                .key = status,
                                .at = -1,
                                .value = { .kind = VALUE_STATUS, .number = STATUS_REJECTED },
                                .place = funder->status.by->place,
                                .key_place = funder->status.by->place,
                                .is_setting = true };
    }
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

month line_first(const struct project *project, const struct fact *from)
{
    return fact_is_stated(from) ? (month)from->value.number : project->first;
}

month line_last(const struct project *project, const struct fact *to)
{
    return fact_is_stated(to) ? (month)to->value.number : project->last;
}

const struct fact *staff_share_at(const struct staff *staff, month at)
{
    const struct fact *dated = series_at(&staff->shares, at);
    return dated ? dated : &staff->share;
}

bool cost_is_running(const struct cost *cost)
{
    if (fact_is_stated(&cost->running))
        return cost->running.value.number;
    enum period period = cost->amount.value.period;
    return cost->years.count || period == PERIOD_MONTH || period == PERIOD_YEAR;
}

const char *section_path(struct arena *arena, const struct section *section)
{
    const struct section_row *row = &section_rows[section->kind];
    return row->has_id ? arena_text(arena, "%s.%s", row->name, section->id) : row->name;
}

const char *section_title(const struct section *section)
{
    return fact_is_stated(&section->title) ? section->title.value.text : section->id;
}

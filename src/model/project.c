/* Look-ups over a finished project. */

#include <medfin/model/project.h>

#include <string.h>

#include <medfin/base/text.h>

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

bool fact_same(const struct fact *a, const struct fact *b)
{
    if (a == b || !a->by || !b->by)
        return a == b;
    return a->by->from_table && b->by->from_table && a->by->key == b->by->key &&
           a->by->place.source == b->by->place.source && a->by->place.offset == b->by->place.offset;
}

const struct section *project_find(const struct project *project, enum section_id kind, const char *id)
{
    const struct section_list *list = &project->of[kind];
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->items[i]->id, id) == 0)
            return list->items[i];
    return NULL;
}

bool fact_names(const struct fact *fact, const struct section *section)
{
    for (int i = 0; i < fact->value.count; i++)
        if (fact->sections[i] == section)
            return true;
    return false;
}

bool section_refers(const struct section *section, const struct section *other)
{
    for (int k = 0; k < key_count; k++)
        if (key_rows[k].targets && key_is_of(&key_rows[k], section->kind) &&
            fact_names((const struct fact *)((const char *)section + key_rows[k].offset), other))
            return true;
    return false;
}

bool status_is_secured(enum status status)
{
    return status == STATUS_GRANTED || status == STATUS_DECIDED;
}

static bool has_secured_year(const struct funder *funder)
{
    for (int i = 0; i < funder->years.count; i++)
        if (status_is_secured(funder->years.items[i].fact.value.status))
            return true;
    return false;
}

/* A statement that says the same of a payer as one that stands, but rejected. */
static struct statement rejection(const struct section *payer, const struct statement *by, int layer)
{
    struct statement rejected = *by;
    rejected.layer = layer;
    rejected.id = payer->id;
    rejected.is_setting = true;
    rejected.operation = OPERATION_SET;
    if (rejected.value.kind == VALUE_STATUS)
        rejected.value = (struct value){ .kind = VALUE_STATUS, .number = STATUS_REJECTED };
    else
        rejected.value.status = STATUS_REJECTED;
    return rejected;
}

static const struct key *key_named(enum section_id section, const char *name)
{
    month none;
    return key_find(section, name, &none);
}

/* What an unsecured funder would do in kind is not counted on, though some year of its
   money is granted: its own falls away, and the lines that it bears are left out. */
static void drop_in_kind(const struct project *project, const struct funder *funder, int layer,
                         statement_list *statements, struct arena *arena)
{
    if (fact_is_stated(&funder->in_kind)) {
        struct statement *drop = list_add(statements, arena);
        *drop = rejection(&funder->section, funder->in_kind.by, layer);
        drop->operation = OPERATION_REMOVE;
    }
    for (int i = 0; i < project->costs.count; i++) {
        const struct section *line = project->costs.items[i];
        if (line_bearer((const struct line *)line) != funder)
            continue;
        *list_add(statements, arena) = (struct statement){ .layer = layer,
                                                           .section = line->kind,
                                                           .id = line->id,
                                                           .key = key_named(line->kind, "active"),
                                                           .at = -1,
                                                           .value = { .kind = VALUE_WORD },
                                                           .place = line->place,
                                                           .key_place = line->place,
                                                           .is_setting = true };
    }
}

static bool funder_is_undecided(const struct funder *funder)
{
    enum status status = (enum status)funder->status.value.number;
    if (status == STATUS_REJECTED)
        return false;
    bool secured = status_is_secured(status);
    for (int y = 0; secured && y < funder->years.count; y++) {
        enum status own = funder_status_in(funder, month_year(funder->years.items[y].at));
        secured = status_is_secured(own) || own == STATUS_REJECTED;
    }
    return !secured;
}

static void funder_refuse(const struct project *project, const struct funder *funder, int layer,
                          statement_list *statements, struct arena *arena)
{
    bool secured = status_is_secured((enum status)funder->status.value.number);
    if (!secured && !has_secured_year(funder)) {
        *list_add(statements, arena) = rejection(&funder->section, funder->status.by, layer);
        return;
    }
    if (!secured)
        drop_in_kind(project, funder, layer, statements, arena);
    for (int y = 0; y < funder->years.count; y++) {
        const struct dated *year = &funder->years.items[y];
        if (!status_is_secured(funder_status_in(funder, month_year(year->at))))
            *list_add(statements, arena) = rejection(&funder->section, year->fact.by, layer);
    }
}

bool payer_is_undecided(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    enum status status = (enum status)payer_status(payer)->value.number;
    return funder ? funder_is_undecided(funder) : !status_is_secured(status) && status != STATUS_REJECTED;
}

void payer_refuse(const struct project *project, const struct section *payer, int layer, statement_list *statements,
                  struct arena *arena)
{
    const struct funder *funder = payer_funder(payer);
    if (funder)
        funder_refuse(project, funder, layer, statements, arena);
    else
        *list_add(statements, arena) = rejection(payer, payer_status(payer)->by, layer);
}

void project_secured_only(const struct project *project, statement_list *statements, struct arena *arena)
{
    int layer = statements->count ? statements->items[statements->count - 1].layer + 1 : 1;
    for (int i = 0; i < project->payers.count; i++)
        if (payer_is_undecided(project->payers.items[i]))
            payer_refuse(project, project->payers.items[i], layer, statements, arena);
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

const struct funder *line_bearer(const struct line *line)
{
    return line->in_kind_by.value.count ? (const struct funder *)*line->in_kind_by.sections : NULL;
}

bool funder_bears_lines(const struct project *project, const struct funder *funder)
{
    for (int i = 0; i < project->costs.count; i++)
        if (line_bearer((const struct line *)project->costs.items[i]) == funder)
            return true;
    return false;
}

static struct month_list months_of(const struct fact *one, const struct fact *several)
{
    if (fact_is_stated(several))
        return (struct month_list){ several->value.months, several->value.count };
    return (struct month_list){ one->value.months, one->value.count };
}

struct month_list activity_months(const struct activity *activity)
{
    return months_of(&activity->at_month, &activity->at_months);
}

struct month_list travel_months(const struct travel *travel)
{
    return months_of(&travel->at_month, &travel->at_months);
}

bool activity_is_planned(const struct activity *activity)
{
    static const char *const idle[] = { "cancelled", "inställd", "dormant", "vilande" };
    for (size_t i = 0; fact_is_stated(&activity->status) && i < sizeof idle / sizeof *idle; i++)
        if (text_begins(activity->status.value.text, idle[i]))
            return false;
    return true;
}

enum activity_standing activity_standing(const struct activity *activity)
{
    bool costs =
        fact_is_stated(&activity->amount) || fact_is_stated(&activity->unit_cost) || fact_is_stated(&activity->total);
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

month line_first(const struct project *project, const struct line *line)
{
    return fact_is_stated(&line->from) ? (month)line->from.value.number : project->first;
}

month line_last(const struct project *project, const struct line *line)
{
    return fact_is_stated(&line->to) ? (month)line->to.value.number : project->last;
}

struct months line_months(const struct project *project, const struct line *line)
{
    return (struct months){ line_first(project, line), line_last(project, line) };
}

const struct fact *staff_share_at(const struct staff *staff, month at)
{
    const struct fact *dated = series_at(&staff->shares, at);
    return dated ? dated : &staff->share;
}

bool line_is_running(const struct line *line)
{
    if (line->section.kind != SECTION_COST || fact_is_stated(&line->running))
        return line->running.value.number;
    const struct cost *cost = (const struct cost *)line;
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
    if (fact_is_stated(&section->title))
        return section->title.value.text;
    return *section->id ? section->id : section_rows[section->kind].name;
}

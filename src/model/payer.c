#include <medfin/model/payer.h>

#include <medfin/model/funder.h>
#include <medfin/model/key_names.h>
#include <medfin/model/tariff.h>

const struct funder *payer_funder(const struct section *payer)
{
    return payer->kind == SECTION_FUNDER ? (const struct funder *)payer : NULL;
}

const struct fact *payer_status(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder ? funder->status : ((const struct tariff *)payer)->status;
}

bool payer_is_rejected(const struct section *payer)
{
    return payer_status(payer)->value.number == STATUS_REJECTED;
}

enum status payer_status_in(const struct section *payer, int year)
{
    const struct funder *funder = payer_funder(payer);
    return funder ? funder_status_in(funder, year) : (enum status)payer_status(payer)->value.number;
}

enum status payer_left_out_in(const struct section *payer, int year)
{
    const struct funder *funder = payer_funder(payer);
    const struct fact *stated = funder ? series_exactly(&funder->years, year_first(year)) : NULL;
    const bool is_own = stated && stated->value.status && !payer_is_rejected(payer);
    return (enum status)(is_own ? stated->value.second : payer_status(payer)->value.second);
}

const char *payer_id(struct arena *arena, const struct section *payer)
{
    return payer_funder(payer) ? payer->id : section_path(arena, payer, LANGUAGE_EN);
}

const char *payer_reference(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder && fact_is_stated(funder->reference) ? funder->reference->value.text : NULL;
}

bool project_has_equity(const struct project *project)
{
    bool lives_on_fees = project->of[SECTION_TARIFF].count && !project->of[SECTION_FUNDER].count;
    return project->keeps_reserve || lives_on_fees;
}

enum surplus_of_all project_surplus(const struct project *project)
{
    int kept = project->of[SECTION_TARIFF].count, repaid = 0;
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
        bool keeps = funder_keeps_surplus((const struct funder *)project->of[SECTION_FUNDER].items[i]);
        kept += keeps;
        repaid += !keeps;
    }
    return !repaid ? ALL_KEPT : kept ? SOME_KEPT : ALL_REPAID;
}

static bool has_secured_year(const struct funder *funder)
{
    for (int i = 0; i < funder->years.count; i++)
        if (status_is_secured(funder->years.items[i].fact.value.status))
            return true;
    return false;
}

/* A statement that says the same of a payer as one that stands, but rejected; `second` keeps what its status was. */
static struct statement rejection(const struct section *payer, const struct statement *by, int layer)
{
    struct statement rejected = *by;
    rejected.layer = layer;
    rejected.id = payer->id;
    rejected.is_setting = true;
    rejected.operation = OPERATION_SET;
    if (rejected.value.kind == VALUE_STATUS) {
        rejected.value = (struct value){ .kind = VALUE_STATUS, .number = STATUS_REJECTED, .second = by->value.number };
        return rejected;
    }
    rejected.value.second = by->value.status ? by->value.status : payer_status(payer)->value.number;
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
    if (fact_is_stated(funder->in_kind)) {
        struct statement *drop = list_add(statements, arena);
        *drop = rejection(&funder->section, funder->in_kind->by, layer);
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
    enum status status = (enum status)funder->status->value.number;
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
    bool secured = status_is_secured((enum status)funder->status->value.number);
    if (!secured && !has_secured_year(funder)) {
        *list_add(statements, arena) = rejection(&funder->section, funder->status->by, layer);
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
    int layer = statements->items[statements->count - 1].layer + 1;
    statement_list refusals = { 0 }; /* apart: the project's facts point into its statements, which move as they grow */
    for (int i = 0; i < project->payers.count; i++)
        if (payer_is_undecided(project->payers.items[i]))
            payer_refuse(project, project->payers.items[i], layer, &refusals, arena);
    for (int i = 0; i < refusals.count; i++)
        *list_add(statements, arena) = refusals.items[i];
}

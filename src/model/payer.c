/* Who pays, whether it is a funder or the members by a tariff. */

#include <medfin/model/tariff.h>

const struct funder *payer_funder(const struct section *payer)
{
    return payer->kind == SECTION_FUNDER ? (const struct funder *)payer : NULL;
}

const struct fact *payer_status(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder ? &funder->status : &((const struct tariff *)payer)->status;
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

const char *payer_id(struct arena *arena, const struct section *payer)
{
    return payer_funder(payer) ? payer->id : section_path(arena, payer);
}

const char *payer_reference(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder && fact_is_stated(&funder->reference) ? funder->reference.value.text : NULL;
}

bool project_keeps_surplus(const struct project *project)
{
    bool lives_on_fees = project->of[SECTION_TARIFF].count && !project->of[SECTION_FUNDER].count;
    return project->keeps_reserve || lives_on_fees;
}

/* What payers and keys are called. */

#include <medfin/contents/names.h>
#include <medfin/model/payer.h>

#include <string.h>

const char *payer_title(const struct doc *doc, const struct section *payer)
{
    if (payer_funder(payer) || fact_is_stated(&payer->title))
        return section_title(payer);
    return arena_text(doc->arena, "%s, %s", tr(N_("Membership fees")), payer->id);
}

const char *key_title(const struct key *key)
{
    return key->label ? tr(key->label) : "";
}

const char *key_meaning(struct arena *arena, const struct key *key)
{
    const char *meaning = strcmp(key->name, "amount") == 0 ? key_title(key) : tr(key->meaning);
    return arena_text(arena, "%.*s", (int)strcspn(meaning, ",;"), meaning);
}

/* "cost", "cost, 2022". */
const char *asked_figure_title(struct doc *doc, const struct asked_figure *figure)
{
    const char *label = tr(figure->of->label);
    return figure->year ? arena_text(doc->arena, "%s, %d", label, figure->year) : label;
}

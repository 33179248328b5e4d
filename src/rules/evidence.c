#include "evidence.h"

#include <medfin/model/stated_values.h>

#include "making.h"

static node settled_leaf(const struct plan *plan, const struct funder *funder, const struct fact *fact,
                         enum field field)
{
    return graph_fact(plan->graph, &funder->section, fact, KIND_STATUS, field);
}

/* Its own status, or that of a year. */
static node decided_node(const struct plan *plan, const struct funder *funder)
{
    operand *parts = arena_take(plan->arena, (size_t)funder->years.count + 1, sizeof *parts);
    int count = 0;
    parts[count++] = settled_leaf(plan, funder, funder->status, FIELD_SETTLED);
    for (int i = 0; i < funder->years.count; i++)
        if (funder->years.items[i].fact.value.status != STATUS_NONE)
            parts[count++] = settled_leaf(plan, funder, &funder->years.items[i].fact, FIELD_YEAR_SETTLED);
    return graph_make(plan->graph, OP_MOST, KIND_STATUS, N_("decided"), parts, count);
}

/* `about` is whose it is; `first` what is named in a judgement of the project. */
static struct judgement *judge(const struct plan *plan, const struct rule *rule, const struct section *about,
                               const struct section *first, int missing, const char *because,
                               struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, about);
    judgement->kind = KIND_COUNT;
    place_add(judgement, plan, count_number(plan, -missing, because), because)->subject = first;
    return judgement;
}

void evidence_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct project *project = plan->project;
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
        const struct funder *funder = (const struct funder *)project->of[SECTION_FUNDER].items[i];
        if (!fact_is_stated(funder->reference))
            judge(plan, rule, &funder->section, NULL, 1, N_("The decision has no reference."), judgements)->applies =
                decided_node(plan, funder);
    }
    const struct figure_list figures = project_figures(project, plan->arena);
    const struct section *first = NULL;
    int unsourced = 0;
    for (int i = 0; i < figures.count; i++)
        if (!figures.items[i].fact->by->source) {
            first = first ? first : figures.items[i].section;
            unsourced++;
        }
    judge(plan, rule, NULL, first, unsourced, N_("Figures without a source; the section of the first is named."),
          judgements)
        ->is_alone = !unsourced;
}

#include <medfin/papers/asked.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/model/payer.h>
#include <medfin/papers/prose.h>
#include <medfin/papers/quoted.h>
#include <medfin/plan/sums.h>

const char *title_within(struct arena *arena, const char *title)
{
    static const char *const common[] = { "Område ", "Verksamhetsområde ", "Förvaltning ", "Avdelning ", "Enhet ",
                                          "Area ",   "Department ",        "Unit " };
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (strncmp(title, common[i], strlen(common[i])) == 0)
            return arena_text(arena, "%c%s", *title - 'A' + 'a', title + 1);
    return title;
}

static struct doc_cell paid(struct doc *doc, const struct plan *plan, const struct funder *funder, int form)
{
    const struct selection of = { .side = FINANCING_SIDE,
                                  .form = form == IN_KIND ? IN_KIND : IN_CASH,
                                  .payer = &funder->section };
    return cell_sum(doc, plan, &of, plan_months(plan), NULL);
}

/* Of the owner's own money, unless it is a decision of another matter. */
static void add_own(struct doc *doc, const struct plan *plan, const struct funder *funder, struct doc_points *points)
{
    struct arena *arena = doc->arena;
    const char *owner = plan->project->owner->value.text;
    const struct years years = plan_years(plan);
    const struct doc_cell cash = paid(doc, plan, funder, IN_CASH), work = paid(doc, plan, funder, IN_KIND);
    if (cash.unknown || !cash.number)
        return;
    *list_add(&points->list, arena) =
        arena_text(arena, tr(N_("%s sets aside %s to take part in the project in %s.")), owner, prose_amount(doc, cash),
                   prose_years(arena, years.first, years.last));
    if (!work.unknown && work.number)
        *list_add(&points->list, arena) =
            arena_text(arena, tr(N_("%s contributes in kind worth %s.")), owner, prose_amount(doc, work));
    if (funder->frame->sections)
        *list_add(&points->list, arena) = arena_text(arena, tr(N_("It is financed within the frame of %s.")),
                                                     title_within(arena, section_title(funder->frame->sections[0])));
}

/* An association that lives on fees decides its budget. */
static void add_budget(struct doc *doc, const struct plan *plan, struct doc_points *points)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct years years = plan_years(plan);
    const struct doc_cell costs = cell_sum(doc, plan, &cost, plan_months(plan), NULL);
    const struct doc_cell pays = cell_sum(doc, plan, &financing, plan_months(plan), NULL);
    if (costs.unknown || pays.unknown || !costs.number)
        return;
    *list_add(&points->list, doc->arena) =
        arena_text(doc->arena, tr(N_("The budget for %s is set: costs %s, income %s.")),
                   prose_years(doc->arena, years.first, years.last), prose_amount(doc, costs), prose_amount(doc, pays));
}

static struct doc_points points_of_figures(struct doc *doc, const struct plan *plan)
{
    struct doc_points points = { 0 };
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (funder->own->value.number && !funder_is_rejected(funder) && fact_is_stated(plan->project->owner))
            add_own(doc, plan, funder, &points);
    }
    if (!funders->count && plan->project->of[SECTION_TARIFF].count)
        add_budget(doc, plan, &points);
    return points;
}

bool decision_is_stated(const struct project *project)
{
    return project->of[SECTION_DECISION].count > 0;
}

void asked_contents(struct doc *doc, const struct plan *plan)
{
    struct doc_points points = decision_asked(plan->project, doc->arena);
    for (int i = 0; i < points.list.count; i++)
        points.list.items[i] = quoted_text(doc, plan, points.list.items[i]);
    if (!points.list.count)
        points = points_of_figures(doc, plan);
    doc_ask(doc, tr(N_("To decide")), &points);
}

#include "making.h"

#include "judged.h"

struct judgement *judgement_add(struct judgements *judgements, const struct plan *plan, const struct rule *rule,
                                const struct section *subject)
{
    struct judgement *judgement = list_add(judgements, plan->arena);
    judgement->rule = rule;
    judgement->subject = subject;
    return judgement;
}

static node tolerance_node(const struct plan *plan)
{
    const struct rules *rules = plan->project->rules;
    return money_leaf(plan, &rules->section, rules->tolerance);
}

struct judged_place *place_add(struct judgement *judgement, const struct plan *plan, node margin, const char *because)
{
    struct judged_place *place = list_add(&judgement->places, plan->arena);
    place->margin = margin;
    place->tolerance = judgement->rule->forgives ? tolerance_node(plan) : 0;
    place->otherwise = judgement->rule->broken(plan->project);
    place->because = because;
    return place;
}

void figure_add(struct judgement *judgement, const struct plan *plan, struct judged_figure figure)
{
    *list_add(&judgement->figures, plan->arena) = figure;
}

void money_add(struct judgement *judgement, const struct plan *plan, int year, const char *key, const char *label,
               node of)
{
    figure_add(
        judgement, plan,
        (struct judged_figure){ .says = { .key = key, .label = label, .year = year, .kind = KIND_MONEY }, .of = of });
}

static const char *label_of_basis(enum share_basis basis)
{
    static const char *const labels[] = { [BASIS_ALL] = N_("eligible cost with in kind"),
                                          [BASIS_CASH] = N_("eligible cash cost"),
                                          [BASIS_FINANCING] = N_("all financing"),
                                          [BASIS_PUBLIC] = N_("public financing") };
    return labels[basis];
}

void basis_add(struct judgement *judgement, const struct plan *plan, enum share_basis basis, node whole)
{
    money_add(judgement, plan, 0, "basis", label_of_basis(basis), whole);
}

static bool read_share(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct cell part = node_cell(judged->plan, from->of), whole = node_cell(judged->plan, from->with);
    figure->number = part.amount;
    figure->needs = part.needs;
    figure->is_node = true;
    figure->of = from->of;
    figure->none = cell_is_known(whole) && !whole.amount;
    return true;
}

void share_add(struct judgement *judgement, const struct plan *plan, node part, node whole)
{
    figure_add(judgement, plan,
               (struct judged_figure){ .says = { .key = "share", .label = N_("its share"), .kind = KIND_SHARE },
                                       .of = quotient_node(plan, KIND_SHARE, N_("its share"), part, whole),
                                       .with = whole,
                                       .read = read_share });
}

node percent_node(const struct plan *plan, const char *label, node whole, const struct section *section,
                  const struct fact *percent)
{
    return whole ? graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, label, whole, share_leaf(plan, section, percent)) : 0;
}

node whole_node(const struct plan *plan, row_test *test, const void *context, const char *label)
{
    return rows_over(plan, test, context, label, plan->first, plan_last(plan));
}

node basis_node(const struct plan *plan, enum share_basis basis, const struct funder *by, month last)
{
    const struct counted_basis counted = { basis, by };
    return rows_over(plan, basis_takes, &counted, label_of_basis(basis), plan->first, last);
}

node pays_node(const struct plan *plan, const struct funder *funder)
{
    return graph_fact(plan->graph, &funder->section, funder->status, KIND_STATUS, FIELD_PAYS);
}

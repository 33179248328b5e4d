#include "secured.h"

#include <medfin/model/payer.h>

#include "judged.h"
#include "making.h"

/* What each row of financing pays in the years in which its payer's money is neither granted nor decided. */
struct unsecured {
    operand *rows;
    int count;
    node limit; /* in percent */
};

static node settled_leaf(const struct plan *plan, const struct row *row, int year)
{
    const struct section *payer = row_payer(row);
    const struct funder *funder = row->in_kind ? NULL : payer_funder(payer);
    const struct fact *own = funder ? series_exactly(&funder->years, year_first(year)) : NULL;
    if (own && own->value.status != STATUS_NONE)
        return graph_fact(plan->graph, payer, own, KIND_STATUS, FIELD_YEAR_SETTLED);
    return graph_fact(plan->graph, payer, payer_status(payer), KIND_STATUS, FIELD_SETTLED);
}

static node unsecured_of(const struct plan *plan, struct row *row)
{
    const struct years years = plan_years(plan);
    operand parts[years_count(years)];
    int count = 0;
    for (int year = years.first; year <= years.last; year++) {
        node paid = row_over(plan, row, year_first(year), year_last(year));
        node open =
            graph_of(plan->graph, OP_SUM, KIND_STATUS, N_("unsecured financing"),
                     graph_number(plan->graph, 1, KIND_STATUS, N_("one")), against(settled_leaf(plan, row, year)));
        if (paid)
            parts[count++] = graph_of(plan->graph, OP_IF_GRANTED, KIND_MONEY, N_("of which unsecured"), open, paid);
    }
    return sum_node(plan, N_("of which unsecured"), parts, count);
}

static money known_of(const struct plan *plan, const struct unsecured *unsecured)
{
    money known = 0;
    for (int i = 0; i < unsecured->count; i++) {
        const struct cell of = node_cell(plan, unsecured->rows[i]);
        known += cell_is_known(of) ? of.amount : 0;
    }
    return known;
}

/* A limit of nothing does not depend on how much there is, and is broken by the first krona: money of unknown amount
   can only add to it. */
static struct cell first_krona(const struct judged_place *place, const struct plan *plan)
{
    const struct unsecured *unsecured = place->context;
    money known = known_of(plan, unsecured);
    if (!node_cell(plan, unsecured->limit).amount && known > 0)
        return cell_known(-known);
    return node_cell(plan, place->margin);
}

static bool read_known(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    figure->number = known_of(judged->plan, from->context);
    return !cell_is_known(node_cell(judged->plan, from->with));
}

enum verdict secured_broken(const struct project *project)
{
    return project->rules->unsecured->value.second == THRESHOLD_WARN ? VERDICT_WARN : VERDICT_FAIL;
}

static struct unsecured *find_unsecured(const struct plan *plan)
{
    struct unsecured *unsecured = arena_take(plan->arena, 1, sizeof *unsecured);
    unsecured->rows = arena_take(plan->arena, (size_t)plan->row_count + 1, sizeof *unsecured->rows);
    for (int i = 0; i < plan->row_count; i++) {
        bool is_financing = plan->rows[i].side == SIDE_FINANCING;
        node of = is_financing ? unsecured_of(plan, &plan->rows[i]) : 0;
        if (of)
            unsecured->rows[unsecured->count++] = of;
    }
    return unsecured;
}

void secured_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct rules *rules = plan->project->rules;
    if (rules->unsecured->value.second == THRESHOLD_OFF) {
        judgement->because = N_("Switched off: unsecured = off.");
        return;
    }
    const struct selection financing = { .side = FINANCING_SIDE };
    struct unsecured *rows = find_unsecured(plan);
    rows->limit = share_leaf(plan, &rules->section, rules->unsecured);
    node all = whole_node(plan, selection_test, &financing, N_("financing"));
    node unsecured = sum_node(plan, N_("of which unsecured"), rows->rows, rows->count);
    node most = percent_node(plan, N_("at most unsecured"), all, &rules->section, rules->unsecured);
    struct judged_place *place = place_add(judgement, plan, less_node(plan, N_("left"), most, unsecured),
                                           N_("Part of the financing is neither granted nor decided."));
    place->at_least = first_krona;
    place->context = rows;
    money_add(judgement, plan, 0, "financing", N_("financing"), all);
    figure_add(judgement, plan,
               (struct judged_figure){ .says = { .key = "unsecured_known", .label = N_("unsecured at the least") },
                                       .with = unsecured,
                                       .read = read_known,
                                       .context = rows });
    money_add(judgement, plan, 0, "unsecured", N_("of which unsecured"), unsecured);
    money_add(judgement, plan, 0, "limit", N_("at most unsecured"), most);
}

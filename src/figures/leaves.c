#include <medfin/figures/leaves.h>

/* What has been met, by node and by the number of a stated value. */
struct gathering {
    const struct plan *plan;
    struct arena *arena;
    leaf_list leaves;
    bool *seen, *stated;
};

/* A value may be two leaves, as a ratio's sides are; and defaults have no number. */
static bool is_new(const struct gathering *gathering, const struct node_view *view)
{
    if (view->fact->stated > 0)
        return !gathering->stated[view->fact->stated];
    for (int i = 0; i < gathering->leaves.count; i++) {
        const struct leaf *met = &gathering->leaves.items[i];
        if (met->section == view->section && !met->fact->stated && fact_same(met->fact, view->fact))
            return false;
    }
    return true;
}

static void take(struct gathering *gathering, const struct node_view *view)
{
    if (!is_new(gathering, view))
        return;
    if (view->fact->stated > 0)
        gathering->stated[view->fact->stated] = true;
    *list_add(&gathering->leaves, gathering->arena) = (struct leaf){ view->section, view->fact };
}

static void gather(struct gathering *gathering, node of)
{
    const struct node_view view = graph_node(gathering->plan->graph, of);
    if (!of || gathering->seen[of])
        return;
    gathering->seen[of] = true;
    if (view.op == OP_FACT)
        take(gathering, &view);
    bool is_condition = view.op == OP_IF_GRANTED || view.op == OP_WHILE_LEFT;
    /* What a status takes away rests on that status alone. */
    if (view.op == OP_IF_GRANTED && !node_cell(gathering->plan, operand_node(view.parts[0])).amount) {
        gather(gathering, operand_node(view.parts[0]));
        return;
    }
    for (int i = is_condition ? 1 : 0; i < view.count; i++)
        gather(gathering, operand_node(view.parts[i]));
}

static struct gathering gathering_new(const struct plan *plan, struct arena *arena)
{
    return (struct gathering){ .plan = plan,
                               .arena = arena,
                               .seen = arena_take(arena, (size_t)graph_count(plan->graph), sizeof(bool)),
                               .stated = arena_take(arena, (size_t)plan->project->stated_count + 1, sizeof(bool)) };
}

leaf_list node_leaves(const struct plan *plan, node of, struct arena *arena)
{
    struct gathering gathering = gathering_new(plan, arena);
    gather(&gathering, of);
    return gathering.leaves;
}

static void gather_rows(struct gathering *gathering, const struct figure *figure, const struct selection *of)
{
    const struct plan *plan = gathering->plan;
    const struct months over = months_shared(figure_months(plan, figure), plan_months(plan));
    for (int i = 0; i < plan->row_count; i++)
        for (month at = over.first; selection_takes(of, &plan->rows[i]) && at <= over.last; at++)
            gather(gathering, *row_month(plan, &plan->rows[i], at));
}

leaf_list figure_leaves(const struct plan *plan, const struct figure *figure, struct arena *arena)
{
    static const struct selection financing = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    node of_figure = figure_node(plan, figure);
    struct gathering gathering = gathering_new(plan, arena);
    struct selection of;
    if (figure_selection(figure, &of)) {
        gather_rows(&gathering, figure, &of);
    } else if (figure_is(figure, "gap")) {
        gather_rows(&gathering, figure, &financing);
        gather_rows(&gathering, figure, &cost);
    } else {
        gather(&gathering, of_figure);
    }
    return gathering.leaves;
}

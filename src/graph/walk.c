#include <medfin/graph/walk.h>

static void walk(const struct graph *graph, struct walk_step step, walk_take *take, void *context)
{
    if (!take(context, &step))
        return;
    struct node_view view = graph_node(graph, step.of);
    for (int i = 0, times; i < view.count; i += times) {
        times = 1;
        while (i + times < view.count && view.parts[i + times] == view.parts[i])
            times++;
        walk(graph,
             (struct walk_step){ .of = operand_node(view.parts[i]),
                                 .above = step.of,
                                 .depth = step.depth + 1,
                                 .place = i,
                                 .times = times,
                                 .is_against = operand_is_against(view.parts[i]) },
             take, context);
    }
}

void graph_walk(const struct graph *graph, node of, walk_take *take, void *context)
{
    walk(graph, (struct walk_step){ .of = of, .times = 1 }, take, context);
}

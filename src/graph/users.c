#include <medfin/graph/users.h>

#include "store.h"

struct users {
    const struct graph *graph;
    int count;       /* nodes, when it was made */
    uint32_t *first; /* of each node, where its users begin; one more behind the last */
    operand *all;
};

const struct users *users_new(const struct graph *graph, struct arena *arena)
{
    struct users *users = arena_take(arena, 1, sizeof *users);
    users->graph = graph;
    node count = (node)(users->count = graph_count(graph));
    users->first = arena_take(arena, (size_t)count + 2, sizeof *users->first);
    /* Counted two places further on; filling then moves each place's end to the next one's beginning. */
    for (node i = 1; i < count; i++) {
        const struct stored *data = graph_stored(graph, i);
        for (unsigned p = 0; p < data->count; p++)
            users->first[operand_node(data->parts[p]) + 2]++;
    }
    for (node i = 2; i <= count + 1; i++)
        users->first[i] += users->first[i - 1];
    users->all = arena_take(arena, (size_t)users->first[count + 1] + 1, sizeof *users->all);
    for (node i = 1; i < count; i++) {
        const struct stored *data = graph_stored(graph, i);
        for (unsigned p = 0; p < data->count; p++)
            users->all[users->first[operand_node(data->parts[p]) + 1]++] = i | (data->parts[p] & OPERAND_AGAINST);
    }
    return users;
}

const struct graph *users_graph(const struct users *users)
{
    return users->graph;
}

int users_count(const struct users *users)
{
    return users->count;
}

const operand *users_of(const struct users *users, node of, int *count)
{
    *count = (int)(users->first[of + 1] - users->first[of]);
    return users->all + users->first[of];
}

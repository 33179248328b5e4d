#include "json_tree.h"

#include <assert.h>
#include <string.h>

enum { FIRST_BUCKETS = 64 };

struct json_tree json_tree_new(struct arena *arena)
{
    struct json_tree tree = { .arena = arena, .bucket_count = FIRST_BUCKETS };
    tree.buckets = arena_take(arena, tree.bucket_count, sizeof *tree.buckets);
    tree.root = arena_take(arena, 1, sizeof *tree.root);
    return tree;
}

/* Reads the step that begins at `*path` and moves past it. */
static struct json_step next_step(const char **path)
{
    const char *at = *path + (**path == '.');
    struct json_step step = { .name = at };
    if (*at == '[') {
        for (at++; *at >= '0' && *at <= '9'; at++)
            step.size = step.size * 10 + (uint32_t)(*at - '0');
        assert(*at == ']');
        step.name = NULL;
        *path = at + 1;
        return step;
    }
    while (*at && *at != '.' && *at != '[')
        at += 1 + (*at == '\\' && at[1]);
    step.size = (uint32_t)(at - step.name);
    assert(step.size);
    *path = at;
    return step;
}

/* FNV-1a, begun with the parent's, so that equal names in different objects part. */
static uint32_t hash_of(const struct json_node *parent, struct json_step step)
{
    const uint64_t prime = UINT64_C(1099511628211);
    uint64_t hash = (parent->step.hash + UINT64_C(1)) * prime ^ step.size;
    for (size_t i = 0; step.name && i < step.size; i++)
        hash = (hash ^ (unsigned char)step.name[i]) * prime;
    return (uint32_t)(hash ^ hash >> 32);
}

static struct json_node **bucket(const struct json_tree *tree, uint32_t hash)
{
    return &tree->buckets[hash & (tree->bucket_count - 1)];
}

static bool is_at(const struct json_node *node, const struct json_node *parent, struct json_step step)
{
    const struct json_step *own = &node->step;
    return node->parent == parent && own->hash == step.hash && !own->name == !step.name && own->size == step.size &&
           (!step.name || memcmp(own->name, step.name, step.size) == 0);
}

static void grow(struct json_tree *tree)
{
    struct json_node **old = tree->buckets;
    size_t count = tree->bucket_count;
    tree->bucket_count *= 4;
    tree->buckets = arena_take(tree->arena, tree->bucket_count, sizeof *tree->buckets);
    for (size_t i = 0; i < count; i++)
        for (struct json_node *node = old[i], *same; node; node = same) {
            same = node->same;
            node->same = *bucket(tree, node->step.hash);
            *bucket(tree, node->step.hash) = node;
        }
}

static struct json_node *add_child(struct json_tree *tree, struct json_node *parent, struct json_step step)
{
    assert(!parent->is_cell && (step.name || step.size == parent->count));
    assert(!parent->first || !parent->first->step.name == !step.name);
    if (++tree->node_count > tree->bucket_count)
        grow(tree);
    struct json_node *node = arena_take(tree->arena, 1, sizeof *node);
    *node = (struct json_node){ .step = step, .parent = parent, .same = *bucket(tree, step.hash) };
    *bucket(tree, step.hash) = node;
    *(parent->last ? &parent->last->next : &parent->first) = node;
    parent->last = node;
    parent->count++;
    return node;
}

struct json_node *json_tree_at(struct json_tree *tree, struct json_node *from, const char *path)
{
    while (*path) {
        struct json_step step = next_step(&path);
        step.hash = hash_of(from, step);
        struct json_node *node = *bucket(tree, step.hash);
        while (node && !is_at(node, from, step))
            node = node->same;
        from = node ? node : add_child(tree, from, step);
    }
    return from;
}

void json_tree_put(struct json_tree *tree, struct json_node *from, const struct doc_cell *cell)
{
    struct json_node *node = json_tree_at(tree, from, cell->key);
    assert(!node->is_cell && !node->first);
    node->is_cell = true;
    node->cell = cell;
}

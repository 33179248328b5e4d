#ifndef MEDFIN_WRITE_JSON_TREE_H
#define MEDFIN_WRITE_JSON_TREE_H

/* Inside the writer of JSON: the cells of a doc as a tree, each at the path that its key says. Cells
   of one object may stand far apart in a doc, so a child is found by its name in a table of all. */

#include <medfin/doc/doc.h>

/* A step of a path: a name, which keeps the escapes of the path, or a place in an array. */
struct json_step {
    const char *name; /* NULL: a place */
    uint32_t size;    /* of the name; else the place itself */
    uint32_t hash;    /* with that of what holds it */
};

/* 64 bytes, of which a large doc has millions. */
struct json_node {
    struct json_step step; /* from what holds it */
    union {
        const struct doc_cell *cell;
        struct json_node *first; /* of those that it holds, by name or by place as the first is … */
    };
    struct json_node *last, *next; /* … in the order in which they came */
    const struct json_node *parent;
    struct json_node *same; /* the next in its bucket */
    bool is_cell;
    uint32_t count;
};

struct json_tree {
    struct arena *arena;
    struct json_node *root;
    struct json_node **buckets;
    size_t bucket_count, node_count; /* buckets: a power of two */
};

struct json_tree json_tree_new(struct arena *arena);

/* What stands at the path from `from` on, made where it is new. No two cells stand at one path, a
   cell holds nothing, and the places of an array come in their order. */
struct json_node *json_tree_at(struct json_tree *tree, struct json_node *from, const char *path);
void json_tree_put(struct json_tree *tree, struct json_node *from, const struct doc_cell *cell);

#endif

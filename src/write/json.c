#include "json.h"

#include <string.h>

#include <medfin/doc/table_text.h>

#include "json_tree.h"

/* Beyond the first plane a code point is written as a pair of surrogates. */
static void add_code_point(struct text *out, int code)
{
    enum { SECOND_PLANE = 0x10000 };
    if (code < SECOND_PLANE)
        text_addf(out, "\\u%04x", code);
    else
        text_addf(out, "\\u%04x\\u%04x", 0xd800 + ((code - SECOND_PLANE) >> 10), 0xdc00 + (code & 0x3ff));
}

/* JSON allows DEL and what else is unseen beyond ASCII; a terminal would act on it. */
static void add_character(struct text *out, const char *bytes, size_t length)
{
    static const char named[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = strchr(named, *bytes);
    if (found)
        text_addf(out, "\\%c", letters[found - named]);
    else if (text_character(bytes, length) && text_is_control(bytes, length))
        add_code_point(out, text_code_point(bytes, length));
    else
        text_add_bytes(out, bytes, length);
}

static bool is_plain(char byte)
{
    return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
}

static void add_bytes(struct text *out, const char *string, size_t size)
{
    text_add_bytes(out, "\"", 1);
    for (const char *end = string + size, *at = string; at < end;) {
        size_t run = 0;
        while (at + run < end && is_plain(at[run]))
            run++;
        text_add_bytes(out, at, run);
        at += run;
        size_t length = at < end ? text_step(at, (size_t)(end - at)) : 0;
        if (length)
            add_character(out, at, length);
        at += length;
    }
    text_add_bytes(out, "\"", 1);
}

static void add_string(struct text *out, const char *string)
{
    add_bytes(out, string, strlen(string));
}

static void add_name(struct text *out, struct json_step step)
{
    if (!memchr(step.name, '\\', step.size)) {
        add_bytes(out, step.name, step.size);
        return;
    }
    char *name = arena_copy(out->arena, step.name, step.size), *end = name;
    for (const char *at = name; *at; at++) {
        at += *at == '\\' && at[1];
        *end++ = *at;
    }
    *end = '\0';
    add_string(out, name);
}

static void add_value(struct text *out, const struct doc_cell *cell)
{
    const char *word = cell->id ? cell->id : cell->text;
    bool is_word = cell->kind == CELL_TEXT || cell->kind == CELL_VERDICT;
    if (cell->unknown || cell->kind == CELL_EMPTY || (is_word && !word))
        text_add(out, "null");
    else if (is_word)
        add_string(out, word);
    else if (shown_is_figure(cell))
        add_figure(out, cell, '.');
    else if (cell->of == KIND_MONTH)
        add_string(out, month_text(out->arena, (month)cell->number));
    else
        text_add(out, cell->number ? "true" : "false");
}

static void add_node(struct text *out, const struct json_node *node, int depth);

/* A line for each name; places side by side. */
static void add_children(struct text *out, const struct json_node *parent, int depth)
{
    bool is_array = parent->first && !parent->first->step.name;
    text_add(out, is_array ? "[" : "{\n");
    for (const struct json_node *child = parent->first; child; child = child->next) {
        if (!is_array) {
            text_fill(out, '\t', depth + 1);
            add_name(out, child->step);
            text_add(out, ":\t");
        }
        add_node(out, child, depth + 1);
        if (child->next)
            text_add(out, is_array ? ", " : ",");
        if (!is_array)
            text_add(out, "\n");
    }
    if (!is_array)
        text_fill(out, '\t', depth);
    text_add(out, is_array ? "]" : "}");
}

static void add_node(struct text *out, const struct json_node *node, int depth)
{
    if (node->is_cell)
        add_value(out, node->cell);
    else
        add_children(out, node, depth);
}

static void put_table(struct json_tree *tree, struct json_node *part, const struct doc_table *table)
{
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_row *row = &table->rows.items[i];
        struct json_node *from = row->path ? NULL : part;
        for (int column = 0; column < table->column_count; column++) {
            const struct doc_cell *cell = &row->cells[column];
            if (!cell->key)
                continue;
            /* A row without a key has no place in the tree. */
            from = from ? from : json_tree_at(tree, part, row->path);
            json_tree_put(tree, from, cell);
        }
    }
}

static void put_block(struct json_tree *tree, const struct doc_block *block)
{
    /* A part is named as it stands, even where it holds nothing. */
    struct json_node *part = block->part ? json_tree_at(tree, tree->root, block->part) : tree->root;
    const struct doc_table records =
        block->kind == BLOCK_RECORDS ? records_table(&block->records, tree->arena) : (struct doc_table){ 0 };
    if (block->kind == BLOCK_VALUE)
        json_tree_put(tree, part, &block->value);
    else
        put_table(tree, part, block->table ? block->table : &records);
}

void json_write(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    (void)options;
    const struct doc_cell schema = cell_text("medfin/1", "schema");
    struct json_tree tree = json_tree_new(out->arena);
    json_tree_put(&tree, tree.root, &schema);
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        if (block->kind == BLOCK_VALUE || block->table || block->kind == BLOCK_RECORDS)
            put_block(&tree, block);
    }
    add_node(out, tree.root, 0);
    text_add(out, "\n");
}

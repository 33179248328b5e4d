#include "shown.h"
#include "writers.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include <cjson/cJSON.h>

/* cJSON takes memory of its own: when it gets none, the arena says so for it. */
static void *required(struct arena *arena, void *taken)
{
    return taken ? taken : arena_take(arena, SIZE_MAX, SIZE_MAX);
}

static cJSON *string_item(const char *text)
{
    return text ? cJSON_CreateString(text) : cJSON_CreateNull();
}

static cJSON *cell_item(struct arena *arena, const struct doc_cell *cell)
{
    if (cell->unknown)
        return cJSON_CreateNull();
    switch (cell->kind) {
    case CELL_EMPTY:
        break;
    case CELL_TEXT:
    case CELL_VERDICT:
        return string_item(cell->id ? cell->id : cell->text);
    case CELL_MONEY:
    case CELL_EXACT:
        return cJSON_CreateRaw(money_plain(arena, cell->number, '.'));
    case CELL_SHARE:
    case CELL_RATE:
    case CELL_NUMBER:
    case CELL_FINE:
        return cJSON_CreateRaw(fraction_plain(arena, cell->number, '.'));
    case CELL_COUNT:
        return cJSON_CreateRaw(arena_text(arena, "%" PRId64, cell->number));
    case CELL_MONTH:
        return cJSON_CreateString(month_text(arena, (month)cell->number));
    case CELL_YES_NO:
        return cJSON_CreateBool(cell->number != 0);
    }
    return cJSON_CreateNull();
}

/* One step of a path: a name, or a place in an array. */
struct step {
    const char *name; /* NULL: an index */
    int index;
};

/* Reads the step that begins at `*path` and moves past it. */
static struct step next_step(struct arena *arena, const char **path)
{
    const char *at = *path;
    if (*at == '[') {
        struct step step = { NULL, 0 };
        for (at++; *at >= '0' && *at <= '9'; at++)
            step.index = step.index * 10 + (*at - '0');
        assert(*at == ']');
        *path = at + 1;
        return step;
    }
    at += *at == '.';
    char *name = arena_take(arena, strlen(at) + 1, 1), *end = name;
    for (; *at && *at != '.' && *at != '['; at++) {
        at += *at == '\\' && at[1];
        *end++ = *at;
    }
    assert(end > name);
    *path = at;
    return (struct step){ name, 0 };
}

static cJSON *child(const cJSON *parent, struct step step)
{
    assert(step.name ? cJSON_IsObject(parent) : cJSON_IsArray(parent));
    return step.name ? cJSON_GetObjectItemCaseSensitive(parent, step.name)
                     : cJSON_GetArrayItem(parent, step.index);
}

static void add_child(struct arena *arena, cJSON *parent, struct step step, cJSON *item)
{
    assert(step.name || step.index == cJSON_GetArraySize(parent));
    bool added =
        step.name ? cJSON_AddItemToObject(parent, step.name, item) : cJSON_AddItemToArray(parent, item);
    if (!added)
        required(arena, NULL);
}

static void put(struct arena *arena, cJSON *root, const struct doc_cell *cell)
{
    if (!cell->key)
        return;
    const char *path = cell->key;
    cJSON *parent = root;
    struct step step = next_step(arena, &path);
    while (*path) {
        cJSON *next = child(parent, step);
        if (!next) {
            next = required(arena, *path == '[' ? cJSON_CreateArray() : cJSON_CreateObject());
            add_child(arena, parent, step, next);
        }
        parent = next;
        step = next_step(arena, &path);
    }
    assert(!child(parent, step));
    add_child(arena, parent, step, required(arena, cell_item(arena, cell)));
}

static void put_table(struct arena *arena, cJSON *root, const struct doc_table *table)
{
    for (int row = 0; row < table->rows.count; row++)
        for (int column = 0; column < table->column_count; column++)
            put(arena, root, &table->rows.items[row].cells[column]);
}

/* What the block's keys are below. */
static cJSON *part_of(struct arena *arena, cJSON *root, const struct doc_block *block)
{
    if (!block->part)
        return root;
    const struct step step = { block->part, 0 };
    if (!child(root, step))
        add_child(arena, root, step, required(arena, cJSON_CreateObject()));
    return child(root, step);
}

/* The code point of a valid character of at most three bytes. */
static unsigned code_point(const char *bytes, size_t length)
{
    unsigned code = (unsigned char)bytes[0];
    if (length > 1)
        code &= length == 2 ? 0x1f : 0x0f;
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3f);
    return code;
}

/* JSON allows DEL, C1 and what turns the reading order; a terminal would act on them. They
   stand in strings alone, where cJSON has already escaped the line ends and tabs. */
static void add_escaped(struct text *out, const char *printed)
{
    size_t size = strlen(printed);
    for (size_t at = 0, length; at < size; at += length) {
        length = text_step(printed + at, size - at);
        bool layout = printed[at] == '\n' || printed[at] == '\t';
        if (!layout && text_character(printed + at, size - at) && text_is_control(printed + at, size - at))
            text_addf(out, "\\u%04x", code_point(printed + at, length));
        else
            text_add_bytes(out, printed + at, length);
    }
}

void json_write(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    (void)options;
    struct arena *arena = out->arena;
    cJSON *root = required(arena, cJSON_CreateObject());
    add_child(arena, root, (struct step){ "schema", 0 }, required(arena, cJSON_CreateString("medfin/1")));
    for (int i = 0; i < doc->blocks.count; i++) {
        const struct doc_block *block = &doc->blocks.items[i];
        if (block->kind == BLOCK_VALUE)
            put(arena, part_of(arena, root, block), &block->value);
        else if (block->kind == BLOCK_TABLE)
            put_table(arena, part_of(arena, root, block), &block->table);
    }
    char *printed = required(arena, cJSON_Print(root));
    add_escaped(out, printed);
    text_add(out, "\n");
    cJSON_free(printed);
    cJSON_Delete(root);
}

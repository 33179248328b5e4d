#include <medfin/doc/doc.h>

#include <assert.h>
#include <string.h>

const struct doc_unit doc_units[] = {
    { "kr", KRONA },
    { "tkr", 1000 * KRONA },
    { "mnkr", 1000000 * KRONA },
    { NULL, 0 },
};

struct doc *doc_new(struct arena *arena, enum language language, const struct doc_unit *unit)
{
    assert(unit);
    struct doc *doc = arena_take(arena, 1, sizeof *doc);
    *doc = (struct doc){ .arena = arena, .language = language, .unit = unit };
    return doc;
}

static struct doc_block *block(struct doc *doc, enum block_kind kind)
{
    struct doc_block *block = list_add(&doc->blocks, doc->arena);
    block->kind = kind;
    block->part = doc->part;
    return block;
}

void doc_heading(struct doc *doc, int level, const char *text)
{
    struct doc_block *heading = block(doc, BLOCK_HEADING);
    heading->level = level + doc->depth;
    heading->text = text;
}

void doc_details(struct doc *doc, int level, const char *text)
{
    struct doc_block *details = block(doc, BLOCK_DETAILS);
    details->level = level + doc->depth;
    details->text = text;
}

void doc_details_end(struct doc *doc)
{
    block(doc, BLOCK_DETAILS_END);
}

struct doc_chart *doc_chart(struct doc *doc, enum chart_kind kind, const char *title, int categories)
{
    struct doc_chart *chart = arena_take(doc->arena, 1, sizeof *chart);
    *chart = (struct doc_chart){
        .kind = kind, .title = title, .description = "", .unit = CELL_MONEY, .category_count = categories
    };
    chart->categories = arena_take(doc->arena, (size_t)categories, sizeof *chart->categories);
    block(doc, BLOCK_CHART)->chart = chart;
    return chart;
}

struct chart_series *chart_series(struct doc *doc, struct doc_chart *chart, const char *title)
{
    struct chart_series *series = list_add(&chart->series, doc->arena);
    series->title = title;
    series->values = arena_take(doc->arena, (size_t)chart->category_count, sizeof *series->values);
    return series;
}

void chart_mark(struct doc *doc, struct doc_chart *chart, int series, int category, const char *text)
{
    *list_add(&chart->marks, doc->arena) = (struct chart_mark){ series, category, text };
}

bool chart_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest)
{
    bool any = false;
    for (int s = 0; s < chart->series.count; s++)
        for (int i = 0; i < chart->category_count; i++) {
            struct chart_value value = chart->series.items[s].values[i];
            if (value.unknown)
                continue;
            *least = any && *least < value.number ? *least : value.number;
            *greatest = any && *greatest > value.number ? *greatest : value.number;
            any = true;
        }
    return any;
}

void doc_text(struct doc *doc, enum doc_tone tone, const char *text)
{
    struct doc_block *paragraph = block(doc, BLOCK_TEXT);
    paragraph->tone = tone;
    paragraph->text = text;
}

void doc_value(struct doc *doc, struct doc_cell value)
{
    assert(value.key);
    block(doc, BLOCK_VALUE)->value = value;
}

void doc_records(struct doc *doc, struct doc_records records)
{
    block(doc, BLOCK_RECORDS)->records = records;
}

struct doc_table records_table(const struct doc_records *records, struct arena *arena)
{
    struct doc filled = { .arena = arena };
    struct doc_table table = { .column_count = records->column_count };
    records->fill(&filled, &table, records->given);
    return table;
}

struct doc_table *doc_table(struct doc *doc, const char *caption, const char *label_title,
                            const struct doc_column *columns, int count)
{
    struct doc_column *copy = arena_take(doc->arena, (size_t)count, sizeof *copy);
    if (count)
        memcpy(copy, columns, (size_t)count * sizeof *copy);
    struct doc_table *table = &block(doc, BLOCK_TABLE)->table;
    *table =
        (struct doc_table){ .caption = caption, .label_title = label_title, .columns = copy, .column_count = count };
    return table;
}

void doc_table_room(struct doc *doc, struct doc_table *table, int rows)
{
    assert(!table->rows.count && rows >= 0);
    size_t count = (size_t)rows;
    table->rows.items = arena_take(doc->arena, count, sizeof *table->rows.items);
    table->rows.room = rows;
    table->cells = arena_take(doc->arena, count * (size_t)table->column_count, sizeof *table->cells);
}

struct doc_row *doc_row(struct doc *doc, struct doc_table *table, const char *label, int indent)
{
    bool has_room = table->cells && table->rows.count < table->rows.room;
    struct doc_row *row = list_add(&table->rows, doc->arena);
    *row = (struct doc_row){ .label = label, .indent = indent, .part_of = -1, .sign = 1 };
    size_t columns = (size_t)table->column_count;
    row->cells = has_room ? table->cells : arena_take(doc->arena, columns, sizeof *row->cells);
    table->cells = has_room ? row->cells + columns : NULL;
    return row;
}

struct doc_cell cell_text(const char *text, const char *key)
{
    return (struct doc_cell){ .kind = CELL_TEXT, .text = text, .key = key };
}

struct doc_cell cell_money(money amount, bool unknown, const char *key)
{
    return (struct doc_cell){ .kind = CELL_MONEY, .unknown = unknown, .number = amount, .key = key };
}

struct doc_cell cell_share(share part, bool unknown, const char *key)
{
    return (struct doc_cell){ .kind = CELL_SHARE, .unknown = unknown, .number = part, .key = key };
}

struct doc_cell cell_count(int64_t count, const char *key)
{
    return (struct doc_cell){ .kind = CELL_COUNT, .number = count, .key = key };
}

struct doc_cell cell_month(month at, const char *key)
{
    return (struct doc_cell){ .kind = CELL_MONTH, .number = at, .key = key };
}

const char *cell_key(struct arena *arena, const struct doc_row *row, const struct doc_cell *cell)
{
    return row->path && cell->key ? arena_text(arena, "%s.%s", row->path, cell->key) : cell->key;
}

static char *name_add(char *end, const char *name)
{
    for (; *name; name++) {
        if (strchr(".[\\", *name))
            *end++ = '\\';
        *end++ = *name;
    }
    *end = '\0';
    return end;
}

const char *key_name(struct arena *arena, const char *name)
{
    char *escaped = arena_take(arena, 2 * strlen(name) + 1, 1);
    name_add(escaped, name);
    return escaped;
}

const char *key_below(struct arena *arena, const char *path, const char *name)
{
    char *key = arena_take(arena, strlen(path) + 2 * strlen(name) + 2, 1), *end = stpcpy(key, path);
    *end++ = '.';
    name_add(end, name);
    return key;
}

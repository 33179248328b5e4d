#include <medfin/doc/doc.h>

#include <assert.h>
#include <string.h>

const struct doc_unit doc_units[] = {
    { "kr", KRONA, 1 },
    { "tkr", 1000 * KRONA, 1 },
    { "mnkr", 100000 * KRONA, 10 },
    { NULL, 0, 0 },
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

void doc_lead(struct doc *doc, enum doc_tone tone, const char *answer, const char *more)
{
    struct doc_block *lead = block(doc, BLOCK_LEAD);
    lead->tone = tone;
    lead->text = answer;
    lead->more = more;
}

void doc_ask(struct doc *doc, const char *heading, const struct doc_points *points)
{
    if (!points->list.count)
        return;
    struct doc_block *ask = block(doc, BLOCK_ASK);
    ask->text = heading;
    ask->points = *points;
}

void doc_annexes(struct doc *doc, const char *heading)
{
    struct doc_block *annexes = block(doc, BLOCK_ANNEXES);
    annexes->level = 2;
    annexes->text = heading;
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
        .kind = kind, .title = title, .description = "", .of = KIND_MONEY, .category_count = categories
    };
    chart->categories = arena_take(doc->arena, (size_t)categories, sizeof *chart->categories);
    block(doc, BLOCK_CHART)->chart = chart;
    return chart;
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
    if (!doc->for_people)
        block(doc, BLOCK_VALUE)->value = value;
}

void doc_records(struct doc *doc, struct doc_records records)
{
    if (!doc->for_people)
        block(doc, BLOCK_RECORDS)->records = records;
}

struct doc_table records_table(const struct doc_records *records, struct arena *arena)
{
    struct doc filled = { .arena = arena };
    struct doc_table table = { .column_count = records->column_count };
    records->fill(&filled, &table, records->given);
    return table;
}

static struct doc_table *new_table(struct doc *doc, const char *caption, const char *label_title,
                                   const struct doc_column *columns, int count)
{
    struct doc_column *copy = arena_take(doc->arena, (size_t)count, sizeof *copy);
    if (count)
        memcpy(copy, columns, (size_t)count * sizeof *copy);
    struct doc_table *table = arena_take(doc->arena, 1, sizeof *table);
    *table =
        (struct doc_table){ .caption = caption, .label_title = label_title, .columns = copy, .column_count = count };
    return table;
}

struct doc_table *doc_table(struct doc *doc, const char *caption, const char *label_title,
                            const struct doc_column *columns, int count)
{
    struct doc_table *table = new_table(doc, caption, label_title, columns, count);
    block(doc, BLOCK_TABLE)->table = table;
    return table;
}

struct doc_table *doc_chart_table(struct doc *doc, const char *caption, const char *label_title,
                                  const struct doc_column *columns, int count)
{
    assert(doc->blocks.count);
    struct doc_block *last = &doc->blocks.items[doc->blocks.count - 1];
    assert(last->kind == BLOCK_CHART && !last->table);
    last->table = new_table(doc, caption, label_title, columns, count);
    return last->table;
}

#include <medfin/sheet/word.h>

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>

#include "xml.h"

enum { MOST_NAMES = 100000, MOST_BYTES = 64 * 1024 * 1024 };

typedef LIST(const char *) name_list;

static const char prefix[] = "medfin_";

/* The number of such a name; −1 of another. */
static int number_of(const char *name)
{
    char *end;
    if (!name || strncmp(name, prefix, sizeof prefix - 1) != 0)
        return -1;
    const long number = strtol(name + sizeof prefix - 1, &end, 10);
    return *end || end == name + sizeof prefix - 1 || number < 0 || number >= MOST_NAMES ? -1 : (int)number;
}

/* What bookmarks are bound to, by their number. */
struct properties {
    name_list names;
    struct text text;
    int number;
    bool is_over;
    struct arena *arena;
};

static void begin_property(void *user, const char *element, const char **attributes)
{
    struct properties *properties = user;
    if (strcmp(element, "property") != 0)
        return;
    properties->number = number_of(xml_attribute(attributes, "name"));
    properties->text = text_new(properties->arena);
}

static void end_property(void *user, const char *element)
{
    struct properties *properties = user;
    const bool is_bound = strcmp(element, "property") == 0 && properties->number >= 0;
    /* A name that could be read as anything but one binds nothing. */
    if (!is_bound || !properties->text.size || strpbrk(properties->text.bytes, "<>\""))
        return;
    while (properties->names.count <= properties->number)
        *list_add(&properties->names, properties->arena) = NULL;
    properties->names.items[properties->number] = properties->text.bytes;
}

static void text_of_property(void *user, const char *bytes, int size)
{
    struct properties *properties = user;
    text_add_bytes(&properties->text, bytes, (size_t)size);
    properties->is_over = properties->text.size > MOST_BYTES;
}

/* A row of a table that is bound. */
struct row {
    name_list cells;
};

/* A bookmark that has begun. */
struct open {
    const char *id;
    bool is_table;
};

/* The document as it is gone through. A line of what is made of it is a paragraph, or a table that is bound. */
struct document {
    const struct properties *properties;
    struct text out, cell;
    LIST(struct open) open;
    LIST(struct row) rows; /* of a table, or of all that one binding holds … */
    LIST(int) tables;      /* … and where each of them begins */
    int depth;             /* of tables within each other */
    bool is_text, is_over;
    bool is_bound_table, is_ending; /* a binding may begin and end within its table: it is of the whole */
    struct arena *arena;
};

static void add_escaped(struct text *out, const char *bytes, size_t size)
{
    for (size_t at = 0; at < size; at++)
        switch (bytes[at]) {
        case '<':
            text_add(out, "&lt;");
            break;
        case '>':
            text_add(out, "&gt;");
            break;
        case '&':
            text_add(out, "&amp;");
            break;
        default:
            text_add_bytes(out, bytes + at, 1);
        }
}

static struct text *out_of(struct document *document)
{
    return document->depth ? &document->cell : &document->out;
}

static const char *cell_of(const struct row *row, int at)
{
    return at < row->cells.count ? row->cells.items[at] : "";
}

/* Whether a table goes on with the columns that the one before it had no room for: the same labels in as many rows. */
static bool goes_on(const struct document *document, int first, int from, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(cell_of(&document->rows.items[first + i], 0), cell_of(&document->rows.items[from + i], 0)) != 0)
            return false;
    return count > 0;
}

static int rows_end(const struct document *document, int table)
{
    return table + 1 < document->tables.count ? document->tables.items[table + 1] : document->rows.count;
}

/* Bands of columns become the table that they were. */
static void join_bands(struct document *document)
{
    const int count = document->tables.count ? rows_end(document, 0) : 0;
    for (int t = 1; t < document->tables.count; t++) {
        const int from = document->tables.items[t];
        if (rows_end(document, t) - from != count || !goes_on(document, 0, from, count))
            continue;
        for (int i = 0; i < count; i++) {
            struct row *more = &document->rows.items[from + i];
            for (int c = 1; c < more->cells.count; c++)
                *list_add(&document->rows.items[i].cells, document->arena) = more->cells.items[c];
            more->cells.count = 0;
        }
    }
}

static void end_tables(struct document *document)
{
    join_bands(document);
    text_add(&document->out, "<table>");
    for (int i = 0; i < document->rows.count; i++) {
        const struct row *row = &document->rows.items[i];
        text_add(&document->out, row->cells.count ? "<tr>" : "");
        for (int c = 0; c < row->cells.count; c++)
            text_addf(&document->out, "<td>%s</td>", row->cells.items[c]);
        text_add(&document->out, row->cells.count ? "</tr>" : "");
    }
    text_addf(&document->out, "</table>%s\n", document->is_bound_table ? "<!--/medfin-->" : "");
    document->rows.count = document->tables.count = 0;
    document->is_bound_table = document->is_ending = false;
}

static bool begins_with(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0;
}

static void begin_bookmark(struct document *document, const char **attributes)
{
    const int number = number_of(xml_attribute(attributes, "name"));
    const char *id = xml_attribute(attributes, "id");
    const name_list *names = &document->properties->names;
    const char *name = number > 0 && number < names->count ? names->items[number] : NULL;
    if (!name || !id)
        return;
    const bool is_table = begins_with(name, "table "), is_block = is_table || begins_with(name, "part ");
    text_addf(is_block ? &document->out : out_of(document), is_block ? "<!--medfin:%s-->" : "<data value=\"%s\">",
              name);
    document->is_bound_table = document->is_bound_table || is_table;
    if (is_table || !is_block)
        *list_add(&document->open, document->arena) = (struct open){ arena_text(document->arena, "%s", id), is_table };
}

static void end_bookmark(struct document *document, const char **attributes)
{
    const char *id = xml_attribute(attributes, "id");
    for (int i = document->open.count - 1; id && i >= 0; i--) {
        struct open *open = &document->open.items[i];
        if (!*open->id || strcmp(open->id, id) != 0)
            continue;
        if (open->is_table && document->depth)
            document->is_ending = true;
        else if (open->is_table)
            end_tables(document);
        else
            text_add(out_of(document), "</data>");
        open->id = "";
        return;
    }
}

static void begin_table_part(struct document *document, const char *element)
{
    if (strcmp(element, "tbl") == 0 && !document->depth++)
        *list_add(&document->tables, document->arena) = document->rows.count;
    if (document->depth != 1)
        return;
    if (strcmp(element, "tr") == 0)
        *list_add(&document->rows, document->arena) = (struct row){ 0 };
    if (strcmp(element, "tc") == 0)
        document->cell = text_new(document->arena);
}

static void on_begin(void *user, const char *element, const char **attributes)
{
    struct document *document = user;
    if (strcmp(element, "t") == 0)
        document->is_text = true;
    else if (strcmp(element, "bookmarkStart") == 0)
        begin_bookmark(document, attributes);
    else if (strcmp(element, "bookmarkEnd") == 0)
        end_bookmark(document, attributes);
    else if (strcmp(element, "tab") == 0 || strcmp(element, "br") == 0 || strcmp(element, "cr") == 0)
        text_add(out_of(document), " ");
    else if (strcmp(element, "p") == 0 && !document->depth)
        text_add(&document->out, "<p>");
    else
        begin_table_part(document, element);
}

static void on_end(void *user, const char *element)
{
    struct document *document = user;
    const bool is_cell = document->depth == 1 && document->rows.count;
    if (strcmp(element, "t") == 0)
        document->is_text = false;
    else if (strcmp(element, "p") == 0)
        text_add(out_of(document), document->depth ? " " : "</p>\n");
    else if (strcmp(element, "tc") == 0 && is_cell)
        *list_add(&document->rows.items[document->rows.count - 1].cells, document->arena) = document->cell.bytes;
    else if (strcmp(element, "tbl") == 0 && document->depth && !--document->depth &&
             (document->is_ending || !document->is_bound_table))
        end_tables(document);
}

static void on_text(void *user, const char *bytes, int size)
{
    struct document *document = user;
    if (document->is_text)
        add_escaped(out_of(document), bytes, (size_t)size);
    document->is_over = document->out.size > MOST_BYTES || document->cell.size > MOST_BYTES;
}

static enum part_state parts_read(struct archive *archive, struct document *document, struct properties *properties,
                                  const char **part)
{
    static const struct xml_events of_properties = { begin_property, end_property, text_of_property };
    static const struct xml_events of_document = { on_begin, on_end, on_text };
    *part = "docProps/custom.xml";
    enum part_state state = xml_read(archive, *part, &of_properties, properties, &properties->is_over);
    if (state != PART_READ && state != PART_MISSING)
        return state;
    *part = "word/document.xml";
    text_add(&document->out, "<!doctype html>");
    if (properties->names.count && properties->names.items[0])
        text_addf(&document->out, "<!--medfin:%s-->", properties->names.items[0]);
    return xml_read(archive, *part, &of_document, document, &document->is_over);
}

const struct source *word_document_read(const char *name, const char *bytes, size_t size, struct arena *arena,
                                        struct diags *diags)
{
    struct archive archive;
    struct properties properties = { .text = text_new(arena), .number = -1, .arena = arena };
    struct document document = {
        .properties = &properties, .out = text_new(arena), .cell = text_new(arena), .arena = arena
    };
    const char *part = "[Content_Types].xml";
    enum part_state state = PART_DAMAGED;
    if (archive_open(&archive, bytes, size)) {
        state = parts_read(&archive, &document, &properties, &part);
        archive_close(&archive);
    }
    if (state != PART_READ) {
        diag_add(diags, DIAG_WORD_DAMAGED, ((struct place){ source_new(arena, name, "", 0, 0), 0, 0 }),
                 ARGS(arg_text(part)));
        return NULL;
    }
    return source_new(arena, name, document.out.bytes, document.out.size, 0);
}

#include <medfin/doc/place.h>

#include <medfin/base/text.h>

static void add_count(struct doc *doc, int count, const char *path, const char *key)
{
    doc_value(doc, cell_count(count, arena_text(doc->arena, "%s.%s", path, key)));
}

static int characters(struct place place)
{
    const char *bytes = place.source->bytes + place.offset;
    int count = 0;
    for (size_t at = 0; at < place.size; at += text_step(bytes + at, place.size - at))
        count++;
    return count;
}

void doc_place(struct doc *doc, struct place place, const char *path)
{
    if (!place.source)
        return;
    const struct place end = place_at(place.source, place.offset + place.size, 0);
    doc_value(doc, cell_text(place.source->name, arena_text(doc->arena, "%s.file", path)));
    add_count(doc, place_line(place), path, "line");
    add_count(doc, place_column(place), path, "column");
    if (place.source->sheet) {
        doc_value(doc, cell_text(place_cell(doc->arena, place), arena_text(doc->arena, "%s.cell", path)));
        return;
    }
    add_count(doc, characters(place), path, "length");
    add_count(doc, place_line(end), path, "end.line");
    add_count(doc, place_column(end), path, "end.column");
}

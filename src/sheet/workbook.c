#include "workbook.h"

#include <string.h>

#include <medfin/base/text.h>

/* What a part says stands where: an id, the part, and what kind of thing it is. */
struct relation {
    const char *id, *part, *kind;
};

struct relations {
    const char *folder;
    LIST(struct relation) all;
    struct arena *arena;
    bool is_over;
};

static const char *copied(struct arena *arena, const char *text)
{
    return arena_copy(arena, text ? text : "", text ? strlen(text) : 0);
}

/* "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml" in "xl/", and of "/xl/worksheets/sheet1.xml". */
static const char *part_named(const struct relations *relations, const char *target)
{
    if (*target == '/')
        return copied(relations->arena, target + 1);
    if (strncmp(target, "./", 2) == 0)
        target += 2;
    return arena_text(relations->arena, "%s%s", relations->folder, target);
}

static void on_relation(void *user, const char *element, const char **attributes)
{
    enum { MOST = 65536 };
    struct relations *relations = user;
    const char *target = xml_attribute(attributes, "Target"), *kind = xml_attribute(attributes, "Type");
    relations->is_over = relations->all.count > MOST;
    if (strcmp(element, "Relationship") != 0 || !target || !kind)
        return;
    const char *slash = strrchr(kind, '/');
    *list_add(&relations->all, relations->arena) =
        (struct relation){ copied(relations->arena, xml_attribute(attributes, "Id")), part_named(relations, target),
                           copied(relations->arena, slash ? slash + 1 : kind) };
}

static void on_nothing(void *user, const char *element)
{
    (void)user, (void)element;
}

static const char *relation_of_kind(const struct relations *relations, const char *kind)
{
    for (int i = 0; i < relations->all.count; i++)
        if (strcmp(relations->all.items[i].kind, kind) == 0)
            return relations->all.items[i].part;
    return NULL;
}

/* The part of a sheet; NULL for a chart and what else is no table. */
static const char *sheet_part(const struct relations *relations, const char *id)
{
    for (int i = 0; id && i < relations->all.count; i++)
        if (strcmp(relations->all.items[i].id, id) == 0 && strcmp(relations->all.items[i].kind, "worksheet") == 0)
            return relations->all.items[i].part;
    return NULL;
}

struct reading {
    struct workbook *workbook;
    const struct relations *relations;
    bool is_over;
};

static void on_begin(void *user, const char *element, const char **attributes)
{
    enum { MOST = 10000 };
    struct reading *reading = user;
    struct workbook *workbook = reading->workbook;
    reading->is_over = workbook->sheets.count > MOST;
    if (strcmp(element, "workbookPr") == 0)
        workbook->is_1904 = xml_is_true(xml_attribute(attributes, "date1904"));
    if (strcmp(element, "sheet") != 0)
        return;
    const char *state = xml_attribute(attributes, "state"), *name = xml_attribute(attributes, "name");
    const char *part = sheet_part(reading->relations, xml_attribute(attributes, "id"));
    if (name && part)
        *list_add(&workbook->sheets, workbook->arena) =
            (struct workbook_sheet){ copied(workbook->arena, name), part, state && strcmp(state, "visible") != 0 };
}

/* The relations of a part, "xl/workbook.xml", stand in "xl/_rels/workbook.xml.rels". */
static enum part_state relations_read(struct workbook *workbook, const char *part, struct relations *relations)
{
    static const struct xml_events events = { on_relation, on_nothing, NULL };
    const char *slash = strrchr(part, '/');
    size_t folder = slash ? (size_t)(slash + 1 - part) : 0;
    *relations = (struct relations){ .folder = arena_copy(workbook->arena, part, folder), .arena = workbook->arena };
    workbook->faulty = arena_text(workbook->arena, "%s_rels/%s.rels", relations->folder, part + folder);
    return xml_read(workbook->archive, workbook->faulty, &events, relations, &relations->is_over);
}

enum part_state workbook_read(struct archive *archive, struct workbook *workbook, struct arena *arena)
{
    static const struct xml_events events = { on_begin, on_nothing, NULL };
    struct relations relations;
    *workbook = (struct workbook){ .archive = archive, .arena = arena };
    enum part_state state = relations_read(workbook, "", &relations);
    if (state != PART_READ)
        return state;
    const char *part = relation_of_kind(&relations, "officeDocument");
    part = part ? part : "xl/workbook.xml";
    state = relations_read(workbook, part, &relations);
    if (state != PART_READ)
        return state;
    workbook->strings = relation_of_kind(&relations, "sharedStrings");
    workbook->styles = relation_of_kind(&relations, "styles");
    workbook->faulty = part;
    struct reading reading = { .workbook = workbook, .relations = &relations };
    state = xml_read(archive, part, &events, &reading, &reading.is_over);
    return state == PART_READ && !workbook->sheets.count ? PART_MISSING : state;
}

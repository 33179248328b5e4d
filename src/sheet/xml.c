#include "xml.h"

#include <string.h>

#include <expat.h>

enum { BEFORE_NAME = '|' };

struct parse {
    XML_Parser parser;
    const struct xml_events *events;
    void *user;
    const bool *is_over;
    bool is_typed;
};

static const char *local(const char *name)
{
    const char *bar = strrchr(name, BEFORE_NAME);
    return bar ? bar + 1 : name;
}

static void on_begin(void *user, const char *name, const char **attributes)
{
    struct parse *parse = user;
    parse->events->begin(parse->user, local(name), attributes);
}

static void on_end(void *user, const char *name)
{
    struct parse *parse = user;
    parse->events->end(parse->user, local(name));
}

static void on_text(void *user, const char *bytes, int size)
{
    struct parse *parse = user;
    if (parse->events->text)
        parse->events->text(parse->user, bytes, size);
}

static void on_type(void *user, const char *name, const char *system, const char *public, int has_inside)
{
    (void)name, (void)system, (void)public, (void)has_inside;
    struct parse *parse = user;
    parse->is_typed = true;
    XML_StopParser(parse->parser, XML_FALSE);
}

static enum part_state feed(const char *bytes, int size, bool is_last, void *user)
{
    struct parse *parse = user;
    bool is_good = XML_Parse(parse->parser, bytes, size, is_last) == XML_STATUS_OK;
    if (parse->is_typed)
        return PART_TYPED;
    return !is_good ? PART_DAMAGED : *parse->is_over ? PART_LARGE : PART_READ;
}

enum part_state xml_read(struct archive *archive, const char *part, const struct xml_events *events, void *user,
                         const bool *is_over)
{
    struct parse parse = { XML_ParserCreateNS(NULL, BEFORE_NAME), events, user, is_over, false };
    if (!parse.parser)
        return PART_LARGE;
    XML_SetUserData(parse.parser, &parse);
    XML_SetElementHandler(parse.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(parse.parser, on_text);
    XML_SetStartDoctypeDeclHandler(parse.parser, on_type);
    enum part_state state = archive_part(archive, part, feed, &parse);
    XML_ParserFree(parse.parser);
    return state;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

bool xml_is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

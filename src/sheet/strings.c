#include "strings.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct strings *strings;
    bool is_text, is_pronounced;
    bool is_over;
};

static void on_begin(void *user, const char *element, const char **attributes)
{
    (void)attributes;
    struct reading *reading = user;
    if (strcmp(element, "rPh") == 0)
        reading->is_pronounced = true;
    else if (strcmp(element, "t") == 0)
        reading->is_text = !reading->is_pronounced;
}

static void on_end(void *user, const char *element)
{
    struct reading *reading = user;
    struct strings *strings = reading->strings;
    reading->is_text = false;
    if (strcmp(element, "rPh") == 0)
        reading->is_pronounced = false;
    else if (strcmp(element, "si") == 0)
        *list_add(&strings->starts, strings->arena) = (uint32_t)strings->all.size;
}

static void on_text(void *user, const char *bytes, int size)
{
    struct reading *reading = user;
    if (reading->is_text)
        text_add_bytes(&reading->strings->all, bytes, (size_t)size);
    reading->is_over = reading->strings->all.size > LARGEST_TEXT;
}

enum part_state strings_read(struct archive *archive, const char *part, struct strings *strings)
{
    static const struct xml_events events = { on_begin, on_end, on_text };
    struct reading reading = { .strings = strings };
    strings->all = text_new(strings->arena);
    *list_add(&strings->starts, strings->arena) = 0;
    if (!part)
        return PART_READ;
    return xml_read(archive, part, &events, &reading, &reading.is_over);
}

bool strings_find(const struct strings *strings, const char *number, const char **bytes, size_t *size)
{
    char *end;
    long at = strtol(number, &end, 10);
    if (end == number || at < 0 || at >= strings->starts.count - 1)
        return false;
    *bytes = strings->all.bytes + strings->starts.items[at];
    *size = strings->starts.items[at + 1] - strings->starts.items[at];
    return true;
}

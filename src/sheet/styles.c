#include "styles.h"

#include <stdlib.h>
#include <string.h>

struct code {
    long id;
    enum number_form form;
};

struct reading {
    struct styles *styles;
    LIST(struct code) codes; /* that the workbook adds to the built-in ones */
    bool is_in_cells;
    bool is_over;
};

static long number_of(const char *text)
{
    return text ? strtol(text, NULL, 10) : 0;
}

static enum number_form form_of(const struct reading *reading, long id)
{
    for (int i = 0; i < reading->codes.count; i++)
        if (reading->codes.items[i].id == id)
            return reading->codes.items[i].form;
    return number_form_of_id(id);
}

static void on_begin(void *user, const char *element, const char **attributes)
{
    enum { MOST = 65536 }; /* a workbook has room for 65 490 */
    struct reading *reading = user;
    struct arena *arena = reading->styles->arena;
    long id = number_of(xml_attribute(attributes, "numFmtId"));
    const char *code = xml_attribute(attributes, "formatCode");
    reading->is_over = reading->codes.count > MOST || reading->styles->forms.count > MOST;
    if (strcmp(element, "numFmt") == 0 && code)
        *list_add(&reading->codes, arena) = (struct code){ id, number_form_of_code(code) };
    else if (strcmp(element, "cellXfs") == 0)
        reading->is_in_cells = true;
    else if (strcmp(element, "xf") == 0 && reading->is_in_cells)
        *list_add(&reading->styles->forms, arena) = form_of(reading, id);
}

static void on_end(void *user, const char *element)
{
    struct reading *reading = user;
    if (strcmp(element, "cellXfs") == 0)
        reading->is_in_cells = false;
}

enum part_state styles_read(struct archive *archive, const char *part, struct styles *styles)
{
    static const struct xml_events events = { on_begin, on_end, NULL };
    struct reading reading = { .styles = styles };
    if (!part)
        return PART_READ;
    return xml_read(archive, part, &events, &reading, &reading.is_over);
}

enum number_form styles_form(const struct styles *styles, const char *style)
{
    long number = number_of(style);
    return number >= 0 && number < styles->forms.count ? styles->forms.items[number] : NUMBER_PLAIN;
}

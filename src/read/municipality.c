#include "municipality.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/lines.h>
#include <medfin/values/value_list.h>

#include "headings.h"

/* "1080 Karlskrona", "10 Blekinge län": how long the code is; 0 for none. */
static size_t code_in_front(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    const char *behind = text + digits, *end = behind + strlen(behind);
    size_t blank = blank_size(behind, end);
    return (digits == 2 || digits == 4) && blank && behind[blank] ? digits : 0;
}

void municipality_cells(const struct csv *csv, const struct csv_row *row, struct csv_cell *code, struct csv_cell *name,
                        struct arena *arena)
{
    *code = csv_cell(csv, row, MUNICIPALITY_CODE);
    *name = csv_cell(csv, row, MUNICIPALITY_NAME);
    const struct csv_cell both = cell_says(name) ? *name : *code;
    size_t digits = code_in_front(both.text);
    if (!digits)
        return;
    const char *behind = blanks_skip(both.text + digits, both.text + strlen(both.text));
    size_t from = (size_t)(behind - both.text);
    if (!cell_says(code) || !cell_says(name))
        *code = (struct csv_cell){ arena_copy(arena, both.text, digits),
                                   place_at(both.place.source, both.place.offset, digits) };
    *name = (struct csv_cell){ behind, place_at(both.place.source, both.place.offset + from, both.place.size - from) };
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* A municipality's code has four digits; a spreadsheet takes the first away when it is 0. */
static const char *id_of_code(const char *code, struct arena *arena)
{
    enum { CODE_DIGITS = 4 };
    bool lacks = is_digits(code) && strlen(code) == CODE_DIGITS - 1;
    return lacks ? arena_text(arena, "0%s", code) : arena_copy(arena, code, strlen(code));
}

/* A name as an id: a letter that no id may hold becomes the one it is built on, all else a dash. */
static const char *id_of_name(const char *name, struct arena *arena)
{
    struct text id = text_new(arena);
    const char *end = name + strlen(name);
    for (const char *at = name; at < end;) {
        size_t own = id_character(at, end), step = own ? own : text_step(at, (size_t)(end - at));
        size_t before = id.size;
        if (own)
            text_add_bytes(&id, at, own);
        else
            text_add_plain_letter(&id, at, step);
        if (id.size == before && id.size && id.bytes[id.size - 1] != '-')
            text_add(&id, "-");
        at += step;
    }
    while (id.size && id.bytes[id.size - 1] == '-')
        id.bytes[--id.size] = '\0';
    return id.bytes;
}

const char *municipality_id(const char *code, const char *name, struct arena *arena)
{
    return *code ? id_of_code(code, arena) : id_of_name(name, arena);
}

bool table_may_stand(const struct table *table, struct diags *diags)
{
    if (table->layer > 0)
        diag_add(diags, DIAG_TABLE_IN_SCENARIO, table->file.place, NULL);
    return table->layer == 0;
}

bool names_municipality(const struct csv *csv)
{
    return csv->columns[MUNICIPALITY_CODE] >= 0 || csv->columns[MUNICIPALITY_NAME] >= 0;
}

void no_municipality_fault(const struct csv *csv, const struct csv_form *form, struct arena *arena, struct diags *diags)
{
    csv_lacks(csv, &form->headings[MUNICIPALITY_NAME], arena, diags);
}

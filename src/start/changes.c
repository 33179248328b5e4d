#include <medfin/start/changes.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/model/stated_values.h>

#include "sheet.h"

struct writing {
    struct sheet *sheet;
    const struct changes *changes;
    enum language language;
    struct arena *arena;
};

/* "45 000 kr/månad" of "45 000,00 kr/månad": nobody writes öre that are none. */
static const char *written(const struct writing *writing, const struct statement *key, const struct value *value)
{
    const char *text = value_text(writing->arena, value, key->key->words, writing->language);
    const char *plain = text_with_plain_spaces(writing->arena, text);
    const char *none = arena_text(writing->arena, "%c00 kr", language_decimal(writing->language));
    struct text out = text_new(writing->arena);
    for (const char *at = strstr(plain, none); at; at = strstr(plain, none)) {
        text_add_bytes(&out, plain, (size_t)(at - plain));
        plain = at + strlen(none) - strlen(" kr");
    }
    text_add(&out, plain);
    return out.bytes;
}

/* What it was, and where that is said. */
static const char *before(const struct writing *writing, const struct statement *said)
{
    const struct fact *fact = project_fact(writing->changes->project, said, writing->arena);
    if (!fact)
        return NULL;
    const char *was = written(writing, said, &fact->value);
    const char *place = fact->by ? place_short(writing->arena, fact->by->place) : NULL;
    return place ? arena_text(writing->arena, tr(N_("was %s, %s")), was, place)
                 : arena_text(writing->arena, tr(N_("was %s")), was);
}

/* "share.2022-09" of "staff.projektledare.share.2022-09". */
static const char *key_of(const struct writing *writing, const struct statement *said)
{
    struct statement header = *said;
    header.key = NULL;
    size_t head = strlen(statement_path(writing->arena, &header, LANGUAGE_EN));
    return statement_path(writing->arena, said, LANGUAGE_EN) + head + 1;
}

static bool is_change(const struct statement *said)
{
    return said->key && said->section != SECTION_SCENARIO;
}

static bool is_of(const struct statement *one, const struct statement *other)
{
    return is_change(one) && is_change(other) && one->section == other->section && strcmp(one->id, other->id) == 0;
}

static void add_section(const struct writing *writing, int first)
{
    const struct statement *items = writing->changes->changed->items;
    sheet_section(writing->sheet, items[first].section, items[first].id, false);
    sheet_key(writing->sheet, "source", writing->language == LANGUAGE_SV ? "antagande" : "assumption", NULL);
    for (int i = first; i < writing->changes->changed->count; i++)
        if (is_of(&items[i], &items[first]))
            sheet_key(writing->sheet, key_of(writing, &items[i]), written(writing, &items[i], &items[i].value),
                      before(writing, &items[i]));
}

const char *changes_text(const struct changes *changes, enum language language, struct arena *arena)
{
    const struct writing writing = { sheet_new(arena, language), changes, language, arena };
    const struct statement *items = changes->changed->items;
    sheet_comment(writing.sheet, arena_text(arena, tr(N_("What %s changes. To be read on top of %s.")), changes->from,
                                            changes->files));
    sheet_gap(writing.sheet);
    sheet_section(writing.sheet, SECTION_SCENARIO, "", false);
    sheet_key(writing.sheet, "title",
              sheet_words(writing.sheet, arena_text(arena, tr(N_("Changes in %s")), changes->from)), NULL);
    if (changes->base)
        sheet_key(writing.sheet, "base", sheet_words(writing.sheet, changes->base), NULL);
    for (int i = 0; i < changes->changed->count; i++) {
        bool is_first = is_change(&items[i]);
        for (int before = 0; before < i && is_first; before++)
            is_first = !is_of(&items[before], &items[i]);
        if (is_first)
            add_section(&writing, i);
    }
    return sheet_text(writing.sheet);
}

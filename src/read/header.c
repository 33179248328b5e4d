#include "header.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/value_list.h>

static struct place place_of(const struct source *source, struct stretch stretch)
{
    return place_at(source, (size_t)(stretch.from - source->bytes), (size_t)(stretch.end - stretch.from));
}

static const char *copy(struct arena *arena, struct stretch stretch)
{
    return arena_copy(arena, stretch.from, (size_t)(stretch.end - stretch.from));
}

bool id_check(const struct source *source, enum section_id kind, struct stretch id, struct arena *arena,
              struct diags *diags)
{
    const struct section_row *row = &section_rows[kind];
    bool is_given = id.from < id.end;
    if (is_given != row->has_id) {
        struct stretch at = is_given ? id : (struct stretch){ id.from - strlen(row->name), id.from };
        diag_add(diags, is_given ? DIAG_ID_UNWANTED : DIAG_ID_MISSING, place_of(source, at),
                 ARGS(arg_text(row->name), arg_text(copy(arena, id))));
        return false;
    }
    for (size_t size; id.from < id.end; id.from += size) {
        size = id_character(id.from, id.end);
        if (size)
            continue;
        struct stretch bad = { id.from, id.from + text_step(id.from, (size_t)(id.end - id.from)) };
        diag_add(diags, DIAG_ID_CHARACTER, place_of(source, bad), ARGS(arg_text(copy(arena, bad))));
        return false;
    }
    return true;
}

static bool kind_read(const struct source *source, struct stretch kind, struct header *header, struct arena *arena,
                      struct diags *diags)
{
    const char *text = copy(arena, kind);
    header->section = section_find(text);
    if (header->section != SECTION_COUNT)
        return true;
    diag_add(diags, DIAG_UNKNOWN_KIND, place_of(source, kind),
             ARGS(arg_text(text), arg_text(section_meant(text, arena))));
    return false;
}

/* What stands between the brackets. */
static bool inside_read(const struct source *source, struct stretch inside, struct header *header, struct arena *arena,
                        struct diags *diags)
{
    inside.from = blanks_skip(inside.from, inside.end);
    inside.end = blanks_trim(inside.from, inside.end);
    if (inside.from == inside.end) {
        diag_add(diags, DIAG_SECTION_EMPTY, header->place, NULL);
        return false;
    }
    struct stretch kind = { inside.from, inside.from };
    while (kind.end < inside.end && !blank_size(kind.end, inside.end))
        kind.end++;
    struct stretch id = { blanks_skip(kind.end, inside.end), inside.end };
    if (!kind_read(source, kind, header, arena, diags))
        return false;
    header->id = copy(arena, id);
    return id_check(source, header->section, id, arena, diags);
}

bool header_read(const struct source *source, struct stretch line, struct header *header, struct arena *arena,
                 struct diags *diags)
{
    *header = (struct header){ .section = SECTION_COUNT, .id = "" };
    const char *bracket = memchr(line.from, ']', (size_t)(line.end - line.from));
    const char *comment = comment_start(line.from, line.end, false);
    if (!bracket || bracket > comment) {
        struct stretch all = { line.from, blanks_trim(line.from, comment) };
        header->place = place_of(source, all);
        diag_add(diags, DIAG_BRACKET_MISSING, header->place,
                 ARGS(arg_text(copy(arena, (struct stretch){ all.from + 1, all.end }))));
        return false;
    }
    header->place = place_of(source, (struct stretch){ line.from, bracket + 1 });
    bool is_good = inside_read(source, (struct stretch){ line.from + 1, bracket }, header, arena, diags);
    struct stretch behind = { blanks_skip(bracket + 1, line.end), line.end };
    behind.end = blanks_trim(behind.from, comment_start(behind.from, behind.end, true));
    if (behind.from < behind.end) {
        diag_add(diags, DIAG_AFTER_BRACKET, place_of(source, behind), ARGS(arg_text(copy(arena, behind))));
        return false;
    }
    return is_good;
}

/* "share.YYYY-MM" where the section has such a key; else the word alone. */
static const char *dated_form(enum section_id section, const char *word, struct arena *arena)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_dated = key->date == DATE_SUFFIX_YEAR || key->date == DATE_SUFFIX_MONTH;
        if (key_is_of(key, section) && is_dated && key_is_called(key, word))
            return key_form(arena, key, strcmp(key->name, word) == 0 ? LANGUAGE_EN : LANGUAGE_SV);
    }
    return word;
}

/* A word of other sections, for what this one has another word for: "belopp" of an activity is kostnad_per_gång, since
   both are an amount. NULL: it is none. */
static const char *word_here(enum section_id section, const char *text)
{
    month at;
    for (int i = 0; i < key_count; i++) {
        const struct key *other = &key_rows[i];
        bool is_swedish = strcmp(other->swedish, text) == 0;
        if (!*text || (!is_swedish && strcmp(other->name, text) != 0))
            continue;
        const struct key *key = key_find(section, is_swedish ? other->name : other->swedish, &at);
        if (key && key->date == DATE_NONE)
            return is_swedish ? key->swedish : key->name;
    }
    return NULL;
}

/* NULL if none is near. */
static const char *key_nearest(enum section_id section, const char *text, struct arena *arena)
{
    const char *const *names = key_names(section, arena);
    const char *dot = strchr(text, '.'), *here = word_here(section, text);
    const char *nearest = here ? here : key_meant(section, text, arena);
    if (!dot)
        return nearest;
    const char *word = text_nearest(arena_copy(arena, text, (size_t)(dot - text)), names, arena);
    if (!word)
        return nearest;
    month at;
    const char *dated = arena_text(arena, "%s%s", word, dot);
    return key_find(section, dated, &at) ? dated : dated_form(section, word, arena);
}

void key_unknown(enum section_id section, const char *text, struct place place, struct arena *arena,
                 struct diags *diags)
{
    if (!diag_counts(diags, DIAG_UNKNOWN_KEY, place))
        return;
    const char *near = key_nearest(section, text, arena);
    diag_keep_as(diags, near ? DIAG_UNKNOWN_KEY : DIAG_KEY_NOT_NEAR,
                 ARGS(arg_section(section), arg_text(text), arg_text(near)));
}

/* An outline becomes statements: every value is read by its key's kind. */

#include "statements.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/lines.h>
#include <medfin/values/value.h>

/* In the project itself a value is stated; only what is read on top changes it. */
static bool operation_allowed(const struct entry *entry, int layer, const char *text, struct diags *diags)
{
    if (layer > 0)
        return true;
    const struct place sign = entry->sign;
    if (entry->operation != OPERATION_SET)
        diag_add(diags, DIAG_OPERATION_IN_PROJECT, sign,
                 ARGS(arg_text(sign.source->bytes[sign.offset] == '+'   ? "+="
                               : sign.source->bytes[sign.offset] == '-' ? "-="
                                                                        : "*=")));
    else if (word_of_text(words_none, text))
        diag_add(diags, DIAG_NONE_IN_PROJECT, entry->value, NULL);
    else
        return true;
    return false;
}

bool statement_value(struct statement *statement, const char *text, struct arena *arena, struct diags *diags)
{
    if (statement->operation == OPERATION_SET && word_of_text(words_none, text)) {
        statement->operation = OPERATION_REMOVE;
        return true;
    }
    return value_read(statement->key, statement->operation, text, statement->place, &statement->value, arena, diags);
}

/* What people take for a comment stays in a text; "room #3" is nobody's comment. */
static void warn_of_hash(const struct entry *entry, struct diags *diags)
{
    enum value_kind kind = entry->key->kind;
    const struct place value = entry->value;
    const char *from = value.source->bytes + value.offset, *end = from + value.size;
    if (kind != VALUE_TEXT && kind != VALUE_TEXTS && kind != VALUE_FILE)
        return;
    for (const char *at = from; at < end; at++) {
        bool is_meant = *at == '#' && at + 1 < end && (at[1] < '0' || at[1] > '9') && blank_size_before(from, at);
        if (!is_meant)
            continue;
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        line_end = blanks_trim(at, comment_start(at, line_end ? line_end : end, false));
        const size_t size = (size_t)(line_end - at);
        diag_add(diags, DIAG_HASH_IN_VALUE, place_at(value.source, (size_t)(at - value.source->bytes), size),
                 ARGS(arg_text("#")));
        return;
    }
}

/* It was said, so nothing shall ask for it; what it says cannot be used. */
static void break_statement(struct statement *statement)
{
    statement->broken = true;
    statement->operation = OPERATION_SET;
    statement->value = (struct value){ .kind = statement->key->kind };
    if (!statement->place.size)
        statement->place = statement->key_place;
}

static bool entry_add(const struct outline *outline, const struct entry *entry, int layer, statement_list *statements,
                      struct arena *arena, struct diags *diags)
{
    const struct header *header = &outline->headers.items[entry->header];
    struct statement statement = { .layer = layer,
                                   .section = header->section,
                                   .id = header->id,
                                   .key = entry->key,
                                   .at = entry->at,
                                   .operation = entry->operation,
                                   .place = entry->value,
                                   .key_place = entry->name };
    if (entry->key->date == DATE_PATHS || entry->key->date == DATE_KEY)
        statement.paths = key_translated(
            arena, header->section, arena_copy(arena, entry->name.source->bytes + entry->name.offset, entry->name.size),
            LANGUAGE_EN);
    /* An empty value has been told already. */
    const char *text = entry->value.size ? entry_text(entry, arena) : NULL;
    if (text)
        warn_of_hash(entry, diags);
    bool is_good =
        text && operation_allowed(entry, layer, text, diags) && statement_value(&statement, text, arena, diags);
    if (!is_good)
        break_statement(&statement);
    *list_add(statements, arena) = statement;
    return is_good;
}

static bool header_add(const struct header *header, int layer, statement_list *statements, struct arena *arena,
                       struct diags *diags)
{
    if (header->section == SECTION_COUNT)
        return false;
    if (header->section == SECTION_SCENARIO && layer == 0) {
        diag_add(diags, DIAG_SCENARIO_IN_PROJECT, header->place, NULL);
        return false;
    }
    *list_add(statements, arena) = (struct statement){ .layer = layer,
                                                       .section = header->section,
                                                       .id = header->id,
                                                       .at = -1,
                                                       .place = header->place,
                                                       .key_place = header->place };
    return true;
}

static bool says_source(const struct statement *statement, enum key_date date)
{
    return statement->key && statement->key->date == date && strcmp(statement->key->name, "source") == 0;
}

/* "max_share" of "source.max_share", as it is written. */
static const char *named_key(const struct statement *says, struct arena *arena)
{
    const struct place place = says->key_place;
    const char *written = arena_copy(arena, place.source->bytes + place.offset, place.size);
    return strchr(written, '.') + 1;
}

/* What the section's keys are called, to choose the nearest from. */
static const char *nearest_stated(const statement_list *statements, int from, const char *name, struct arena *arena)
{
    LIST(const char *) names = { 0 };
    for (int i = from; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        const struct place place = statement->key_place;
        if (statement->key && !says_source(statement, DATE_KEY) && !says_source(statement, DATE_NONE))
            *list_add(&names, arena) = arena_copy(arena, place.source->bytes + place.offset, place.size);
    }
    *list_add(&names, arena) = NULL;
    return text_nearest(name, names.items, arena);
}

/* The source of a single value: of that which the section states here under that key. */
static bool set_own_source(statement_list *statements, int from, const struct statement *says, struct arena *arena,
                           struct diags *diags)
{
    month at;
    const struct key *key = key_find(says->section, named_key(says, arena), &at);
    for (int i = from; i < statements->count; i++) {
        struct statement *statement = &statements->items[i];
        bool is_source = says_source(statement, DATE_KEY) || says_source(statement, DATE_NONE);
        if (key && !is_source && statement->key == key && statement->at == at) {
            statement->source = says->value.text;
            return true;
        }
    }
    diag_add(diags, DIAG_SOURCE_KEY, says->key_place,
             ARGS(arg_section(says->section), arg_text(named_key(says, arena)),
                  arg_text(nearest_stated(statements, from, named_key(says, arena), arena))));
    return false;
}

/* Each statement of a section carries what the section gives as its source, wherever in
   the section that stands. */
static bool set_sources(statement_list *statements, int from, struct arena *arena, struct diags *diags)
{
    bool is_good = true;
    const char *source = NULL;
    for (int i = from; i < statements->count; i++)
        if (says_source(&statements->items[i], DATE_NONE))
            source = statements->items[i].value.text;
    for (int i = from; i < statements->count; i++)
        statements->items[i].source = source;
    for (int i = from; i < statements->count; i++)
        if (says_source(&statements->items[i], DATE_KEY))
            is_good = set_own_source(statements, from, &statements->items[i], arena, diags) && is_good;
    return is_good;
}

bool statements_add(const struct outline *outline, int layer, statement_list *statements, struct arena *arena,
                    struct diags *diags)
{
    bool is_good = true;
    int next = 0;
    list_reserve(statements, outline->headers.count + outline->entries.count, arena);
    for (int i = 0; i < outline->headers.count; i++) {
        int from = statements->count;
        bool stands = header_add(&outline->headers.items[i], layer, statements, arena, diags);
        for (; next < outline->entries.count && outline->entries.items[next].header == i; next++)
            is_good = entry_add(outline, &outline->entries.items[next], layer, statements, arena, diags) && is_good;
        is_good = set_sources(statements, from, arena, diags) && is_good;
        /* The values of a section that cannot stand have been read for their faults alone. */
        if (!stands)
            statements->count = from;
        is_good = stands && is_good;
    }
    return is_good;
}

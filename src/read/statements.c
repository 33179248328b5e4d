/* An outline becomes statements: every value is read by its key's kind. */

#include "statements.h"

#include <string.h>

#include <medfin/read/value.h>

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
    else if (strcmp(text, "none") == 0)
        diag_add(diags, DIAG_NONE_IN_PROJECT, entry->value, NULL);
    else
        return true;
    return false;
}

bool statement_value(struct statement *statement, const char *text, struct arena *arena, struct diags *diags)
{
    if (statement->operation == OPERATION_SET && strcmp(text, "none") == 0) {
        statement->operation = OPERATION_REMOVE;
        return true;
    }
    return value_read(statement->key, statement->operation, text, statement->place, &statement->value, arena, diags);
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
    if (entry->key->date == DATE_PATHS)
        statement.paths = arena_copy(arena, entry->name.source->bytes + entry->name.offset, entry->name.size);
    /* An empty value has been told already. */
    const char *text = entry->value.size ? entry_text(entry, arena) : NULL;
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

/* Each statement of a section carries what the section gives as its source, wherever in
   the section that stands. */
static void set_source(statement_list *statements, int from)
{
    const char *source = NULL;
    for (int i = from; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->key && strcmp(statement->key->name, "source") == 0)
            source = statement->value.text;
    }
    for (int i = from; i < statements->count; i++)
        statements->items[i].source = source;
}

bool statements_add(const struct outline *outline, int layer, statement_list *statements, struct arena *arena,
                    struct diags *diags)
{
    bool is_good = true;
    int next = 0;
    for (int i = 0; i < outline->headers.count; i++) {
        int from = statements->count;
        bool stands = header_add(&outline->headers.items[i], layer, statements, arena, diags);
        for (; next < outline->entries.count && outline->entries.items[next].header == i; next++)
            is_good = entry_add(outline, &outline->entries.items[next], layer, statements, arena, diags) && is_good;
        set_source(statements, from);
        /* The values of a section that cannot stand have been read for their faults alone. */
        if (!stands)
            statements->count = from;
        is_good = stands && is_good;
    }
    return is_good;
}

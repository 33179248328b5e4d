/* Any bytes as a file, project or scenario by the first byte, and as a setting on top. */

#include <stdint.h>
#include <stdlib.h>

#include <medfin/base/diag_text.h>
#include <medfin/read/files.h>
#include <medfin/read/setting.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Every statement is whole: its places lie in its source. */
static void check(const struct statement *statement)
{
    const struct place places[] = { statement->place, statement->key_place };
    for (int i = 0; i < 2; i++)
        if (!places[i].source || places[i].size > places[i].source->size ||
            places[i].offset > places[i].source->size - places[i].size)
            abort();
    if (statement->section >= SECTION_COUNT || !statement->id)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 1)
        return 0;
    struct arena *arena = arena_new(abort);
    struct diags *diags = diags_new(arena);
    statement_list statements = { 0 };
    bool is_read = read_bytes("file", (const char *)bytes + 1, size - 1, bytes[0] & 1, &statements, arena, diags);
    if (is_read != (diags_errors(diags) == 0))
        abort();
    read_setting(arena_copy(arena, (const char *)bytes + 1, size - 1), &statements, arena, diags);
    for (int i = 0; i < statements.count; i++)
        check(&statements.items[i]);
    diags_text(diags, LANGUAGE_SV, true, arena);
    arena_free(arena);
    return 0;
}

/* Any bytes as a value of any kind: the first three bytes choose the kind, the operation
   and the flags. What is read must be printed and read back as the same. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/values/value.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct word *words_of(enum value_kind kind)
{
    static const struct word *const tables[VALUE_KIND_COUNT] = { [VALUE_WORD] = words_first_year,
                                                                 [VALUE_STATUS] = words_status,
                                                                 [VALUE_THRESHOLD] = words_threshold,
                                                                 [VALUE_ROUNDING] = words_rounding,
                                                                 [VALUE_LIMIT] = words_cash };
    return tables[kind];
}

static bool read_as(const struct key *key, enum operation operation, const char *text, struct value *value,
                    struct arena *arena)
{
    struct diags *diags = diags_new(arena);
    struct place place = place_at(source_new(arena, "value", text, strlen(text), 0), 0, strlen(text));
    bool is_read = value_read(key, operation, text, place, value, arena, diags);
    if (is_read != (diags_errors(diags) == 0))
        abort();
    diags_text(diags, LANGUAGE_SV, true, arena);
    return is_read;
}

static void read_back(const struct key *key, const struct value *value, struct arena *arena)
{
    struct value again;
    const char *text = value_text(arena, value, key->words, LANGUAGE_EN);
    /* What is printed with three decimals may be refused, but may not come back as something else. */
    if (!read_as(key, OPERATION_SET, text, &again, arena))
        return;
    if (again.number != value->number && key->kind != VALUE_RATIO)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 3)
        return 0;
    struct arena *arena = arena_new(abort);
    struct key key = { .name = "x",
                       .kind = (enum value_kind)(bytes[0] % VALUE_KIND_COUNT),
                       .flags = bytes[2] & 2 ? KEY_MAY_BE_UNKNOWN | KEY_MAY_BE_UNCERTAIN : 0,
                       .high = bytes[2] & 4 ? 1000000000 : 0 };
    key.words = words_of(key.kind);
    enum operation operation = (enum operation)(bytes[1] % OPERATION_REMOVE);
    struct value value;
    bool is_read = read_as(&key, operation, arena_copy(arena, (const char *)bytes + 3, size - 3), &value, arena);
    if (is_read && operation == OPERATION_SET)
        read_back(&key, &value, arena);
    arena_free(arena);
    return 0;
}

#ifndef MEDFIN_TESTS_VALUE_READING_H
#define MEDFIN_TESTS_VALUE_READING_H

/* A text read as the value of a key. Include after unit.h. */

#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/values/value.h>

#define TAKES     (KEY_MAY_BE_UNKNOWN | KEY_MAY_BE_UNCERTAIN)
#define COUNT(of) ((int)(sizeof(of) / sizeof *(of)))

static inline const struct word *words_of(enum value_kind kind)
{
    return kind == VALUE_STATUS ? words_status : kind == VALUE_WORD ? words_sector : NULL;
}

struct reading {
    struct value value;
    struct diags *diags;
    bool is_read;
};

static inline struct reading read_as(struct arena *arena, struct key key, enum operation operation, const char *text)
{
    struct reading reading = { .diags = diags_new(arena) };
    struct place place = place_at(source_new(arena, "t", text, strlen(text), 0), 0, strlen(text));
    key.words = words_of(key.kind);
    reading.is_read = value_read(&key, operation, text, place, &reading.value, arena, reading.diags);
    return reading;
}

/* What a key of the kind takes without a range. */
static inline struct reading read_kind(struct arena *arena, enum value_kind kind, const char *text)
{
    return read_as(arena, (struct key){ .name = "classes", .kind = kind, .flags = TAKES }, OPERATION_SET, text);
}

static inline const char *report(struct arena *arena, const struct reading *reading)
{
    return diags_text(reading->diags, LANGUAGE_SV, true, arena);
}

#endif

#include "stacks.h"

#include <string.h>

#include <medfin/read/ledger_source.h>
#include <medfin/values/lines.h>

/* The value as one text, and where each byte of it stands. */
struct written {
    struct place value;
    const size_t *offsets;
    const char *text;
    struct arena *arena;
    struct diags *diags;
};

static struct place place_of(const struct written *in, const char *from, const char *end)
{
    const size_t *first = &in->offsets[from - in->text], *last = end > from ? &in->offsets[end - 1 - in->text] : first;
    return place_at(in->value.source, in->value.offset + *first, end > from ? *last - *first + 1 : 0);
}

static const char *trim(const char **from, const char *end)
{
    *from = blanks_skip(*from, end);
    return blanks_trim(*from, end);
}

/* A plus between blanks: file names may have one within. */
static const char *plus_find(const char *from, const char *end)
{
    const char *at = from;
    while (at < end &&
           !(*at == '+' && (at == from || blank_size_before(from, at)) && (at + 1 == end || blank_size(at + 1, end))))
        at++;
    return at;
}

static bool file_add(const struct written *in, struct stack *stack, const char *from, const char *end)
{
    end = trim(&from, end);
    const struct place place = place_of(in, from, end);
    if (from == end) {
        diag_add(in->diags, DIAG_PORTFOLIO_STACK, place, NULL);
        return false;
    }
    const char *named = arena_copy(in->arena, from, (size_t)(end - from));
    stack->paths[stack->count] = path_named(place, named, in->arena);
    stack->places[stack->count++] = place;
    return true;
}

static struct stack stack_read(const struct written *in, const char *from, const char *end)
{
    int most = 1;
    for (const char *at = from; at < end; at++)
        most += *at == '+';
    end = trim(&from, end);
    struct stack stack = { .files = arena_copy(in->arena, from, (size_t)(end - from)),
                           .place = place_of(in, from, end) };
    stack.paths = arena_take(in->arena, (size_t)most, sizeof *stack.paths);
    stack.places = arena_take(in->arena, (size_t)most, sizeof *stack.places);
    for (const char *at = from;; at++) {
        const char *plus = plus_find(at, end);
        if (!file_add(in, &stack, at, plus) || plus == end)
            return stack;
        at = plus;
    }
}

stack_list stacks_read(struct place value, struct arena *arena, struct diags *diags)
{
    size_t *offsets = arena_take(arena, value.size + 1, sizeof *offsets);
    const char *text = lines_join(value.source->bytes + value.offset, value.size, offsets, arena);
    const struct written in = { value, offsets, text, arena, diags };
    stack_list stacks = { 0 };
    for (const char *line = text; *line;) {
        const char *end = line + strcspn(line, "\n"), *last = trim(&line, end);
        /* A comma at the end of a line parts it from the next one. */
        if (last > line && last[-1] == ',' && *end)
            last--;
        for (const char *at = line;; at++) {
            const char *comma = memchr(at, ',', (size_t)(last - at));
            *list_add(&stacks, arena) = stack_read(&in, at, comma ? comma : last);
            if (!comma)
                break;
            at = comma;
        }
        line = *end ? end + 1 : end;
    }
    return stacks;
}
